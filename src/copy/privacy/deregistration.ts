/** Leaving: warning, proof, and the time in which it can be taken back. */
export const deregisterCopy = {
  title: '注销账号',
  warning: {
    title: '过了反悔期不能恢复',
    text: '提交后账号马上停用，反悔期里可以恢复。反悔期最多 5 个工作日，提交后告诉您到哪一天；最近 7 天换过手机号的会长一些。过了反悔期，程序会删除下面的信息，谁也找不回来。',
  },
  wards: {
    title: '孩子的账号也会删除',
    some: (count: number) => `您同意过的 ${String(count)} 个孩子的账号也会删除。`,
    unread: '如果您替孩子同意过，孩子的账号也会删除。',
  },
  erased: {
    group: '会删除的',
    tips: '同时销毁您专用的数据密钥，备份里的内容也就读不出来了。发过的方案会变成空位，下面别人的评论还在。',
  },
  kept: {
    group: '法律要求留下的',
    tips: '办过的证明不再和您的手机号、微信有关联，也读不出您写过的内容。账号安全记录封存着，程序读不到，到期删除。',
    life: (life: string) => `保存：${life}`,
  },
  copy: { title: '先保存一份副本', text: '注销完成后就没有机会了。副本里有您的信息、选择和请求。' },
  reason: { group: '想说的话（可以不填）', label: '为什么注销', placeholder: '可以不填' },
  confirm: '我知道过了反悔期就不能恢复',
  tickFirst: '勾选后，用绑定的手机号验证，就会提交注销。',
  proof: '用绑定的手机号验证',
  submitting: '正在提交注销',
} as const;

/** The frozen account: until when it can come back. */
export const frozenCopy = {
  heading: { frozen: '账号注销中', other: '账号状态' },
  title: '账号正在注销',
  lead: '账号已经停用，没有人在使用您的信息。',
  until: '可以恢复到',
  beijing: (at: string) => `${at}（北京时间）`,
  left: {
    days: (days: number) => `还剩 ${String(days)} 天多`,
    hours: (hours: number) => `还剩 ${String(hours)} 小时多`,
    soon: '还剩不到 1 小时',
  },
  over: '账号不能恢复了',
  then: {
    title: '到期以后',
    now: '接下来',
    text: '程序会销毁您的数据密钥，删除您的信息，再检查一遍有没有遗漏。之后没有人能恢复，您可以重新注册，但以前的内容不会回来。',
  },
  certificate: { title: '注销证明', text: '删除完成后，凭编号查看删除的证明' },
  restore: '恢复账号',
  restored: { title: '账号已恢复', text: '您可以像以前一样使用，信息和选择都还在。', home: '回到首页' },
  active: { title: '账号没有在注销', text: '您可以正常使用。', home: '回到首页' },
  guest: { title: '这里没有您的账号', text: '账号可能已经注销完成，或者您还没有注册。', home: '回到首页' },
} as const;
