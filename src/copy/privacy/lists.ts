/** 已收集个人信息清单: what is collected, read from the data map. */
export const collectedCopy = {
  title: '已收集个人信息清单',
  lead: '这里列出平台会收集的全部个人信息。点一类，看每一项。',
  group: '收集的信息',
  count: (count: number) => `${String(count)} 项`,
  open: '展开',
  close: '收起',
  sensitive: '敏感信息',
  vaulted: '封存，程序读不到',
  held: { yes: '现在有', no: '现在没有' },
  of: (label: string) => `在“${label}”里`,
  why: (purpose: string, why: string) => `用途：${purpose}。${why}`,
  when: (when: string, source: string) => `什么时候：${when} · 来源：${source}`,
  basis: (basis: string, keptFor: string) => `依据：${basis} · 保存：${keptFor}`,
  because: (law: string) => `保存的法律依据：${law}`,
  phone: { group: '手机里存的', tips: '在“我的”页面点“清除本机数据”，就全部没有了。' },
  not: { group: '不收集的' },
} as const;

/** 第三方共享清单: who can receive what. */
export const recipientsCopy = {
  title: '第三方共享清单',
  lead: '能收到您信息的，全部在这里。没有列出的，什么都收不到。',
  processors: { group: '替我们办事的', tips: '他们只按我们的要求处理，不能另作他用，所以不用您单独同意。' },
  others: {
    group: '要您同意才提供的',
    tips: '开始全部是关的。点一下开关就能撤回，撤回后我们会通知对方删除。',
  },
  kind: (kind: string) => `类型：${kind}`,
  why: (why: string) => `做什么：${why}`,
  fields: (fields: readonly string[]) => `提供的信息：${fields.join('、')}`,
  contact: (contact: string) => `联系方式：${contact}`,
  agreement: (reference: string, until: string) => `协议：${reference}，有效到 ${until}`,
  states: {
    'in-use': '状态：正在使用',
    'not-connected': '状态：还没有接通，什么都不会提供',
    expired: '状态：协议已到期，已经停止提供',
  },
  voided: '条件变了，您以前的同意已经失效，可以重新选择。',
  words: { on: '已同意', off: '没有同意' },
  saving: '，正在保存',
  changedAt: { on: (at: string) => `${at} 同意`, off: (at: string) => `${at} 撤回` },
  rolledBack: '没有改成',
  offline: '没有读到您的选择，下面是清单的内容',
  sheet: {
    title: (name: string) => `单独问您：${name}`,
    lead: '同意后，我们会把下面的信息提供给对方。',
    name: (name: string) => `接收方：${name}`,
    withdraw: '以后点一下开关就能撤回，我们会通知对方删除。',
    agree: '同意提供',
  },
  toHistory: '查看同意记录',
} as const;
