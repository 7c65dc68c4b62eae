interface Use {
  label: string;
  keptFor: string;
}

/** What is kept equally long, together. */
const lives = (uses: readonly Use[]): string[] =>
  [...new Set(uses.map(({ keptFor }) => keptFor))].map((life) => {
    const alike = uses.filter(({ keptFor }) => keptFor === life);
    return `${alike.map(({ label }) => label).join('、')}（${life}）`;
  });

/** Consent switches, history and receipts. */
export const consentsCopy = {
  title: '同意管理',
  lead: '下面每一项都可以不开。不开，基本功能照样能用。',
  group: '可选的用途',
  tips: '关掉后就不再使用，已经收集的会删掉，只在“同意记录”里留下您选过什么。',
  keptTips: '这里只能看。连上网络以后才能改。',
  empty: { title: '现在没有可选的用途', text: '我们只做您注册时看到的那些事。' },
  sensitiveMark: '（敏感信息）',
  notOpen: '这项功能还没有开放，现在打开也不会收集。',
  why: (why: string) => `为什么：${why}`,
  uses: (uses: readonly Use[]) => `会用到：${lives(uses).join('；')}`,
  without: (without: string) => `不开会怎样：${without}`,
  words: { on: '已开启', off: '已关闭' },
  saving: '，正在保存',
  changedAt: { on: (at: string) => `${at} 开启`, off: (at: string) => `${at} 关闭` },
  rolledBack: '没有改成',
  readPolicy: '阅读隐私政策',
  toHistory: '查看同意记录',
  sheet: {
    title: (label: string) => `单独问您：${label}`,
    sensitive: '这是敏感个人信息，泄露或滥用可能伤害您，所以单独征求您的同意。',
    agree: '同意开启',
    onPhone: '信息不离开这部手机：我们收不到，不保存。',
    withdraw: '开启后，在“同意管理”里点一下开关就能撤回。',
  },
} as const;

/** Every choice ever made, with proof. */
export const historyCopy = {
  title: '同意记录',
  lead: '从新到旧。点一条，看它的回执。',
  group: '每一次选择',
  types: {
    'consent.granted': '同意',
    'consent.withdrawn': '撤回',
    'sharing.granted': '同意提供',
    'sharing.withdrawn': '撤回提供',
  },
  line: (at: string, version: string) => `${at} · 隐私政策第 ${version} 版`,
  empty: {
    title: '还没有记录',
    text: '您还没有开过可选的用途。昵称、地址等是您自愿填写的：填写就是同意，清空就是收回，不记在这里。',
    open: '去同意管理',
  },
  receipt: {
    title: '回执',
    rows: {
      id: '编号',
      purpose: '用途或接收方',
      why: '做什么',
      type: '选择',
      at: '时间',
      data: '用到的信息',
      basis: '依据',
      withdrawal: '怎样撤回',
      controller: '谁来处理',
      policyVersion: '隐私政策版本',
      policyDigest: '隐私政策指纹',
      subject: '您的随机编号',
      commitment: '承诺值',
      signature: '签名',
    },
    checking: '核对用的数据',
    explain:
      '回执能证明您当时选了什么。复制下来，或下载信息副本，用副本里的 check-receipt.html 就能自己核对，不用联网，也不用找我们。',
    copy: '复制回执（JSON）',
  },
} as const;
