import fc from 'fast-check';
import { maskWords } from '../../../cloudfunctions/domain/mask-words';

describe('[P39] the words of a person, as staff read them', () => {
  it.each([
    ['请打13800138000找我', '请打138****8000找我'],
    ['电话 138 0013 8000。', '电话 138****8000。'],
    ['138-0013-8000', '138****8000'],
    ['座机0755-12345678转分机', '座机************转分机'],
    ['身份证11010519491231002X', '身份证*****************'],
    ['卡号6222 0200 1234 5678 901', '卡号*******************'],
    ['１３８００１３８０００', '***********'],
    ['写信到 zhang.san@example.com 吧', '写信到 z****@example.com 吧'],
    ['2026-11-23 10点提交的', '2026-11-23 10点提交的'],
    ['编号 20261123', '编号 20261123'],
    ['我住3栋502', '我住3栋502'],
  ])('%s', (words, masked) => {
    // How many stars is not the point, but that they cover every digit.
    expect(maskWords(words).replace(/\*+/g, '*')).toBe(masked.replace(/\*+/g, '*'));
  });

  it('never show a mobile number, however it is grouped and wherever it stands', () => {
    const mobile = fc.stringMatching(/^1[3-9][0-9]{9}$/);
    const gap = fc.constantFrom('', ' ', '-', '.');
    const around = fc.constantFrom('', '电话', '，', ' ', '是', '。');
    fc.assert(
      fc.property(mobile, gap, gap, around, around, (digits, one, two, before, behind) => {
        const typed = `${digits.slice(0, 3)}${one}${digits.slice(3, 7)}${two}${digits.slice(7)}`;
        const shown = maskWords(`${before}${typed}${behind}`).replace(/[^0-9]/g, '');
        expect(shown).toBe(`${digits.slice(0, 3)}${digits.slice(7)}`);
      }),
    );
  });
});
