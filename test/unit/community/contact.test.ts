import fc from 'fast-check';
import { namesContact } from '../../../cloudfunctions/domain/community/contact';

describe('[P42] text that looks as if it told how to reach somebody', () => {
  it.each([
    '有事打 13800138000',
    '１３８００１３８０００',
    '138 0013 8000',
    '138-0013-8000',
    '138.0013.8000',
    '1 3 8 0 0 1 3 8 0 0 0',
    '138（0013）8000',
    '138\n00138000',
    '一三八零零一三八零零零',
    '幺三八〇〇幺三八〇〇〇',
    '27 号楼 027-82345678',
    '0755 2345 6789'.replace(' 6789', '6789'),
    '物业热线 400-820-8820',
    '身份证 420102199001011234',
    '卡号 6222 0202 0011 2233',
    'mail@example.com',
    '加我微信 88665',
    '电话：823456',
    'QQ 1234567',
  ])('is found: %j', (text) => {
    expect(namesContact(text)).toBe(true);
  });

  it.each([
    '每平方米每月 2.5 元，每户每年 120 元',
    '1.5 2.0 2.5 3.0 3.5 4.0',
    '2024 2025 2026 三年的费用',
    '2026-11-27 开会，12:30 开始',
    '一共 12345 户，面积 1234567 平方米',
    '一、二、三、四、五、六',
    '微信群里说过三次',
    '电话里说过，3 号楼 2 单元',
    '100,000,000 元的维修基金',
    '',
  ])('is nothing of the kind: %j', (text) => {
    expect(namesContact(text)).toBe(false);
  });

  it('is found whatever stands around it and between its digits', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 });
    const gap = fc.constantFrom('', ' ', '-', '·');
    const words = fc.constantFrom('', '请拨', '楼长', '好的。', 'ok');
    fc.assert(
      fc.property(digits, gap, words, words, (rest, between, before, after) => {
        const number = ['1', '3', ...rest.map(String)].join(between);
        expect(namesContact(`${before}${number}${after}`)).toBe(true);
      }),
    );
  });
});
