import { accounts } from './data-map/collections/accounts';
import { selfCorrectable } from './data-map/derive/correction';

/** Chinese names of input fields and rules, from which a refused input gets its sentence. */
export const inputLabels: Readonly<Record<string, string>> = {
  // Facts of the account are called as the data map calls them.
  ...Object.fromEntries(selfCorrectable(accounts).map((name) => [name, accounts.fields[name].label])),
  age: accounts.fields.age.label,
  phone: '手机号验证',
  number: '手机号',
  code: '验证码或暗号或城市代码',
  relationship: '与孩子的关系',
  ward: '孩子的编号',
  policyVersion: '隐私政策版本',
  field: '要更正的项目',
  value: '新的内容',
  reason: '原因',
  purpose: '用途',
  recipient: '接收方',
  authority: '机关名称',
  exception: '法律情形',
  document: '文件编号',
  fields: '信息项目',
  second: '另一位经办人',
  consentReference: '同意凭证编号',
  disclosure: '记录编号',
  law: '法律依据',
  after: '翻页位置',
  granted: '同意或不同意',
  kind: '请求类型',
  details: '说明',
  id: '编号',
  version: '版本',
  from: '旧版本或开始时间',
  to: '新版本或结束时间',
  of: '统计的项目',
  subjects: '随机编号',
  before: '翻页位置',
  events: '使用情况',
  reviewer: '经办人',
  by: '经办人姓名',
  confirm: '平台名称',
  reference: '内部编号',
  device: '设备信息',
  model: '设备型号',
  system: '系统版本',
  client: '微信版本',
  language: '语言',
  network: '网络类型',
};

/** The sentence for each way in which an input can be wrong; `label` names the field. */
export const inputText = {
  unknown: '提交了不认识的内容，请更新小程序后再试。',
  missing: (label: string) => `“${label}”还没有填，请填写后再提交。`,
  tooLong: (label: string, max: number) => `“${label}”太长了，请缩短到 ${String(max)} 个字以内。`,
  empty: (label: string) => `“${label}”不能为空，请填写后再提交。`,
  wrong: (label: string) => `“${label}”填得不对，请检查后重新填写。`,
} as const;
