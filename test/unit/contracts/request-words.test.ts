import { dataMap } from '@/contracts/data-map';
import { consentPurposes } from '@/contracts/data-map/vocabulary';
import { detailLines } from '@/contracts/request-words';

test('a filled form reads in words, without a code', () => {
  expect(detailLines({ field: 'age', value: 'teen' })).toEqual(['项目：年龄段', '改成：14 至 17 周岁']);
  const names = Object.keys(dataMap.accounts.fields).join(',');
  const all = [{ fields: `account,${names}` }, ...consentPurposes.map((purpose) => ({ purpose }))];
  for (const form of all) expect(detailLines(form).join()).not.toMatch(/[A-Za-z]/);
});

test('what a person wrote is never looked up, and an unknown answer keeps its question', () => {
  expect(detailLines('address')).toEqual(['address']);
  expect(detailLines({ field: 'nickname', value: 'teen' })).toEqual(['项目：昵称', '改成：teen']);
  expect(detailLines({ fields: 'address', words: 'purpose' })).toEqual(['项目：地址', 'purpose']);
  expect(detailLines({ since: '去年' })).toEqual(['since：去年']);
});
