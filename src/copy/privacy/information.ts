/** 我的信息: what is held, why, and how to change it. */
export const informationCopy = {
  title: '我的信息',
  lead: '我们现在保存着的账号信息。系统内部用的编号、指纹和密钥没有列出。',
  none: '没有填写',
  /** Of facts whose name and purpose do not say what they are there for. */
  notes: {
    formerPhone:
      '您刚换过手机号，这是原来的号码，七天之内不能再换。不是您换的，请锁住账号，再用它解锁，就换回来了。',
  },
  sensitive: '敏感信息',
  purpose: (purpose: string, basis: string) => `用途：${purpose} · 依据：${basis}`,
  origin: (source: string, keptFor: string) => `来源：${source} · 保存：${keptFor}`,
  collected: (at: string) => `收集时间：${at}`,
  used: (by: string, at: string) => `最近使用：${by}，${at}`,
  registered: '最近使用：用来注册',
  unused: '最近使用：收集后还没有使用过',
  edit: '修改',
  fill: '填写',
  clear: '清空',
  clearAsk: {
    title: (label: string) => `清空${label}吗？`,
    text: '清空后，这一项不再保存，收到过它的接收方也会接到删除通知。以后可以重新填写。',
    yes: '清空',
    no: '不清空',
  },
  save: '保存',
  placeholder: (label: string) => `在这里填写${label}`,
  wrong: (label: string) => `“${label}”填得不对或太长，请修改后再保存。`,
  askToCorrect: '申请更正',
  changePhone: '换手机号',
  phoneChanged: '手机号换好了。',
  changeCity: '换城市',
  changePhoneHint:
    '请用新的手机号验证，验证通过就换好了。原来的号码会收到短信；不是您本人换的，七天内可以锁住账号、换回来。',
  chooseAvatar: '换一个头像',
  refusedAvatar: '没有选头像，原来的还在。',
  empty: { title: '没有保存您的信息', text: '您填写过的内容会显示在这里。' },
  copy: { title: '带走一份', text: '副本里有您的信息、选择和请求，电脑和人都能读。' },
} as const;
