/** A row that is filled well but for what it tries: about which request, and with what. */
export interface Bad {
  about?: string;
  row: Readonly<Record<string, unknown>>;
  /** What the sentence must name: the column, and what to do. */
  says: readonly string[];
}
const refused = { decision: 'refuse', reasonCode: 'repetitive', replyText: '刚给过' };
const reply = { decision: 'reply' };
const again = '另填一份';

/** Rows about a request, each wrong in one way; without `about` it is a copy that is asked for. */
export const badDecisions: Readonly<Record<string, Bad>> = {
  'without a request': { row: { requestId: '', decision: 'approve' }, says: ['请求编号', '待办列表', again] },
  'about a request that does not exist': {
    row: { requestId: '01NOSUCH', decision: 'approve' },
    says: ['请求编号', again],
  },
  'about an object': { row: { requestId: { ne: 'x' }, decision: 'approve' }, says: ['请求编号', again] },
  'about somebody who is leaving': {
    about: 'frozen',
    row: { ...reply, replyText: '好' },
    says: ['正在注销'],
  },
  'about a request that is closed': {
    about: 'closed',
    row: { ...reply, replyText: '再答' },
    says: ['已经结束', '不用再决定'],
  },
  'of an old version': { row: { decision: 'approve', expectedVersion: 7 }, says: ['第 1 版', again] },
  'of version 0': { row: { decision: 'approve', expectedVersion: 0 }, says: ['看到的版本', again] },
  'of a version in text': {
    row: { decision: 'approve', expectedVersion: '1' },
    says: ['看到的版本', '数字', again],
  },
  'without a decision': { row: {}, says: ['决定', again] },
  'with a decision in Chinese': { row: { decision: '同意' }, says: ['决定', again] },
  'with a list of decisions': { row: { decision: ['approve', 'refuse'] }, says: ['决定', again] },
  'with a decision that the kind does not know': {
    row: { decision: 'partly', reasonCode: 'repetitive', replyText: '一半' },
    says: ['部分同意', '可以选“同意”'],
  },
  'refusing without a reason': { row: { decision: 'refuse', replyText: '不行' }, says: ['理由'] },
  'refusing by a reason of its own': { row: { ...refused, reasonCode: 'because' }, says: ['理由', again] },
  'refusing without a word': { row: { decision: 'refuse', reasonCode: 'repetitive' }, says: ['答复'] },
  'refusing a look without another way': { about: 'access', row: refused, says: ['其他办法'] },
  'approving with a reason': { row: { decision: 'approve', reasonCode: 'malice' }, says: ['理由', again] },
  'replying with another way': {
    about: 'question',
    row: { ...reply, replyText: '好', alternative: '来电' },
    says: ['其他办法', again],
  },
  'replying with a fee': {
    about: 'question',
    row: { ...reply, replyText: '好', fee: 5 },
    says: ['费用', again],
  },
  'with a reply of 100,000 characters': {
    about: 'question',
    row: { ...reply, replyText: '长'.repeat(100_000) },
    says: ['答复', '2000', again],
  },
  'with a control character in the reply': {
    about: 'question',
    row: { ...reply, replyText: '好\u0000的' },
    says: ['答复', again],
  },
  'with a reply that runs backwards': {
    about: 'question',
    row: { ...reply, replyText: '好\u202e的' },
    says: ['答复', again],
  },
  'with a reply of blanks': {
    about: 'question',
    row: { ...reply, replyText: ' \n ' },
    says: ['答复', again],
  },
  'with a fee of 0': { row: { decision: 'quote', replyText: '要钱', fee: 0 }, says: ['费用', '0.01', again] },
  'with a fee below 0': { row: { decision: 'quote', replyText: '要钱', fee: -5 }, says: ['费用', again] },
  'with a fee that is no number': {
    row: { decision: 'quote', replyText: '要钱', fee: { $numberDouble: 'NaN' } },
    says: ['费用', again],
  },
  'with a fee of three decimals': {
    row: { decision: 'quote', replyText: '要钱', fee: 1.005 },
    says: ['费用', '两位小数', again],
  },
  'with a fee in text': {
    row: { decision: 'quote', replyText: '要钱', fee: '12 元' },
    says: ['费用', '数字', again],
  },
  'with a fee beyond all measure': {
    row: { decision: 'quote', replyText: '要钱', fee: 1001 },
    says: ['费用', '1000', again],
  },
  'with a fee for what is still free': {
    row: { decision: 'quote', replyText: '要钱', fee: 5 },
    says: ['不能收费', '直接办理'],
  },
  'deleting items that there are not': {
    about: 'delete',
    row: { decision: 'approve', items: 'address、passport' },
    says: ['“passport”', '代码', again],
  },
  'deleting items by their Chinese names': {
    about: 'delete',
    row: { decision: 'approve', items: '地址' },
    says: ['删除哪些项目', '代码', again],
  },
  'deleting a part without saying which': {
    about: 'delete',
    row: { ...refused, decision: 'partly' },
    says: ['项目'],
  },
  'with items where nothing is deleted': {
    row: { decision: 'approve', items: 'address' },
    says: ['删除哪些项目', '空着'],
  },
  'calling it a duplicate of nothing': { row: { decision: 'duplicate' }, says: ['重复', '编号'] },
  'calling it a duplicate of itself': {
    row: { decision: 'duplicate', duplicateOf: 'copy' },
    says: ['另一个请求', '编号'],
  },
  'calling it a duplicate of another person’s': {
    row: { decision: 'duplicate', duplicateOf: 'others' },
    says: ['同一个人', '编号'],
  },
  'calling it a duplicate of a number that nobody has': {
    row: { decision: 'duplicate', duplicateOf: '01NOSUCH' },
    says: ['同一个人', '编号'],
  },
  'without a name': { row: { decision: 'approve', reviewer: '' }, says: ['经办人', again] },
  'with a name that nobody knows': {
    row: { decision: 'approve', reviewer: '路人' },
    says: ['经办人名单', '管理员'],
  },
  'by the supervisor': { row: { decision: 'approve', reviewer: '陈主管' }, says: ['主管', '转给'] },
  'endorsing as a reviewer': { about: 'seconding', row: { decision: 'endorse' }, says: ['经办人', '转给'] },
  'endorsing one’s own proposal': {
    about: 'seconding',
    row: { decision: 'endorse', reviewer: '李审' },
    says: ['另一位复核人'],
  },
  'endorsing what nobody proposed': {
    row: { decision: 'endorse', reviewer: '李审' },
    says: ['复核同意', '可以选“同意”'],
  },
  'deciding what waits for a second person': {
    about: 'seconding',
    row: { ...reply, replyText: '好' },
    says: ['可以选“复核同意”、“复核退回”'],
  },
  'with a column that is not declared': {
    row: { decision: 'approve', openid: 'x' },
    says: ['不认识的列“openid”', again],
  },
  'with a column that cannot be shown': {
    row: { decision: 'approve', '\u202e列': 'x' },
    says: ['不认识的列', again],
  },
  'with a column of a letter': {
    row: { decision: 'approve', phone: '13800138000' },
    says: ['来信人的手机号', '空着'],
  },
  'with a code of a letter': {
    row: { decision: 'approve', code: '123456' },
    says: ['来信验证码', '空着'],
  },
  'submitted in words': { row: { decision: 'approve', submit: 'true' }, says: ['提交', again] },
};

/** A letter without its phone, as it would be recorded. */
export const goodLetter = {
  decision: 'intake',
  kind: 'question',
  words: '请问怎么改地址',
  receivedOn: '2026-03-02',
  reviewer: '王审',
};
/** Letters, each wrong in one way; `frozen` is the number of somebody who is leaving. */
export const badLetters: Readonly<Record<string, Bad>> = {
  'from a phone that is none': { row: { phone: '12345' }, says: ['来信人的手机号', '11 位', again] },
  'from a phone that is a number': { row: { phone: 13800138000 }, says: ['来信人的手机号', again] },
  'from a phone that nobody bound': {
    row: { phone: '13000000000' },
    says: ['没有用这个手机号注册的账号', '回信'],
  },
  'from somebody who is leaving': { row: { phone: 'frozen' }, says: ['正在注销', '回信'] },
  'that came tomorrow': { row: { receivedOn: '2999-01-01' }, says: ['收信日', '今天', again] },
  'of a day that there is not': { row: { receivedOn: '2026-02-30' }, says: ['收信日', '2026-03-02', again] },
  'of an unknown kind': { row: { kind: 'invoice' }, says: ['请求类型', again] },
  'without a word': { row: { words: '' }, says: ['来信内容', again] },
  'of 100,000 characters': { row: { words: '长'.repeat(100_000) }, says: ['来信内容', '2000', again] },
  'with the number of a request': { row: { requestId: 'copy' }, says: ['请求编号', '空着'] },
  'with a reply': { row: { replyText: '好的' }, says: ['答复', '空着'] },
  'that asks for a code in words': { row: { byCode: '是' }, says: ['打不开小程序', '选“是”', again] },
  'with a code': { row: { code: '123456' }, says: ['来信验证码', '空着'] },
  'with a column that is not declared': { row: { email: 'a@b.c' }, says: ['不认识的列“email”', again] },
  'by the supervisor': { row: { reviewer: '陈主管' }, says: ['主管', '转给'] },
  'by a name that nobody knows': { row: { reviewer: '路人' }, says: ['经办人名单', '管理员'] },
};

/** Rows about a letter's code, each wrong in one way; without `about` it is a letter that waits and has no code yet. */
export const badCodes: Readonly<Record<string, Bad>> = {
  'before one was sent': { row: {}, says: ['还没有发出验证码', '请发一次'] },
  'without a number': { row: { requestId: '' }, says: ['请求编号', again] },
  'for a request that does not exist': {
    row: { requestId: '01NOSUCH' },
    says: ['请求编号', '登记来信', again],
  },
  'without the code': { row: { code: '' }, says: ['来信验证码', '6 位数字', again] },
  'of five digits': { row: { code: '12345' }, says: ['来信验证码', '6 位数字', again] },
  'that is a number': { row: { code: 123456 }, says: ['来信验证码', again] },
  'in words': { row: { code: '一二三四五六' }, says: ['来信验证码', again] },
  'for a request of the app': { about: 'copy', row: {}, says: ['不用验证码'] },
  'for a closed request': { about: 'closed', row: {}, says: ['不用验证码'] },
  'for somebody who is leaving': { about: 'frozen', row: {}, says: ['正在注销'] },
  'with a version': { row: { expectedVersion: 1 }, says: ['看到的版本', '空着'] },
  'with a reply': { row: { replyText: '好' }, says: ['答复', '空着'] },
  'with a column that is not declared': { row: { email: 'a@b.c' }, says: ['不认识的列“email”', again] },
  'by the supervisor': { row: { reviewer: '陈主管' }, says: ['主管', '转给'] },
  'by a name that nobody knows': { row: { reviewer: '路人' }, says: ['经办人名单', '管理员'] },
  'asked for with a code': {
    row: { decision: 'send-code', code: '123456' },
    says: ['来信验证码', '空着'],
  },
  'asked for a request of the app': {
    about: 'copy',
    row: { decision: 'send-code', code: '' },
    says: ['不用验证码'],
  },
  'asked for by the supervisor': {
    row: { decision: 'send-code', code: '', reviewer: '陈主管' },
    says: ['主管', '转给'],
  },
};
