/** What the forms in 云后台 say to staff, beside the names of the columns that the data map has. */
export const modelCopy = {
  intake: '登记来信',
  results: { applied: '已生效', rejected: '没有生效' },
  needed: (decisions: readonly string[]) => `${quoted(decisions)}必填。`,
  optional: (decisions: readonly string[]) => `${quoted(decisions)}可填可不填。`,
  others: '其他决定不填。',
  bySystem: '由系统填写，请不要填。',
  queue: '只能看，在这里改了也没有用；要决定，请到“工作人员的决定”新建一行。',
  decisions: '一行是一个决定，提交以后不能再改；没有生效的，请新建一行重填。',
  letter: '只在登记来信时填。',
  hints: {
    requestId: '从待办列表复制编号；登记来信时不填。',
    expectedVersion: '照待办列表里这个请求的“版本”填；登记来信时不填。',
    decision: '只能选待办列表里这个请求“可以做的决定”，或者“登记来信”。',
    fee: '单位是元，最多两位小数。',
    receivedOn: '写成 2026-03-02 这样，不能晚于今天。',
    reviewer: '填您自己的名字，要和名单上的一样。',
    submit: '填好以后再打开；打开以后一分钟内处理。',
  },
  items: (codes: readonly string[]) =>
    `写代码，用顿号隔开；整个账号写 account。可以写：${codes.join('、')}。`,
} as const;

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join('');
}
