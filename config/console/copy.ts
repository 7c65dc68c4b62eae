/** What the forms in 云后台 say to staff, beside the names of the columns that the data map has. */
export const modelCopy = {
  intake: '登记来信',
  sendCode: '发验证码',
  verify: '填验证码',
  results: { applied: '已生效', rejected: '没有生效' },
  needed: (decisions: readonly string[]) => `${quoted(decisions)}必填。`,
  optional: (decisions: readonly string[]) => `${quoted(decisions)}可填可不填。`,
  others: '其他决定不填。',
  bySystem: '由系统填写，请不要填。',
  queue: '只能看，在这里改了也没有用；要决定，请到“工作人员的决定”新建一行。',
  decisions: '一行是一个决定，提交以后不能再改；没有生效的，请新建一行重填。',
  letter: '只在登记来信时填。',
  code: '只在填验证码时填。',
  notLetter: '登记来信时不填。',
  items: (codes: readonly string[]) => `整个账号写 account；可以写：${codes.join('、')}。`,
} as const;

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join('');
}
