/** Chinese names of input fields and rules, from which a refused input gets its sentence. */
export const inputLabels: Readonly<Record<string, string>> = {
  phone: '手机号验证',
  number: '手机号',
  code: '验证码或城市代码',
  policyVersion: '隐私政策版本',
  age: '年龄段',
  nickname: '昵称',
  avatar: '头像',
  address: '地址',
  wechatId: '微信号',
  field: '要更正的项目',
  value: '新的内容',
  reason: '原因',
  purpose: '用途',
  recipient: '接收方',
  granted: '同意或不同意',
  kind: '请求类型',
  details: '说明',
  id: '编号',
  version: '版本',
  from: '旧版本',
  to: '新版本',
  before: '翻页位置',
  reviewer: '经办人',
};

/** The sentence for each way in which an input can be wrong; `label` names the field. */
export const inputText = {
  unknown: '提交了不认识的内容，请更新小程序后再试。',
  missing: (label: string) => `“${label}”还没有填，请填写后再提交。`,
  tooLong: (label: string, max: number) => `“${label}”太长了，请缩短到 ${String(max)} 个字以内。`,
  empty: (label: string) => `“${label}”不能为空，请填写后再提交。`,
  wrong: (label: string) => `“${label}”填得不对，请检查后重新填写。`,
} as const;
