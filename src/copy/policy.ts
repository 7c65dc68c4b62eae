/** 隐私政策. */
export const policyCopy = {
  loading: '正在取隐私政策',
  /** On the card that is sent to a chat. */
  card: (version: string | undefined) =>
    `弹性定价开源共创的隐私政策${version === undefined ? '' : `（版本 ${version}）`}`,
  version: (version: string) => `版本 ${version}`,
  dates: (updatedOn: string, effectiveOn: string) => `更新于 ${updatedOn}，生效于 ${effectiveOn}`,
  old: '旧版本',
  oldNotice: '这是旧版本，只对还没有同意新版本的人有效。文字是原文；每节下面的承诺，是今天的状态。',
  coming: '还没生效的版本',
  comingNotice: (effectiveOn: string) =>
    `这个版本从 ${effectiveOn} 起生效，现在还不算数。每节下面的承诺，是今天的状态。`,
  toCurrent: '看现行版本',
  noVersion: { title: '没有这个版本', text: '链接可能不完整。所有版本都列在隐私政策的最后。' },
  digest: '全文指纹（SHA-256）',
  digestHint: '点一下复制。和同意回执里的指纹一样，就说明文字没有改过。',
  key: '签名公钥的指纹（SHA-256）',
  keyHint: '回执、注销证明和存证的总指纹，都用这把钥匙签名（Ed25519）。任何人都能拿公钥自己核对。',
  showKey: '显示签名公钥',
  hideKey: '收起签名公钥',
  copyKey: '复制公钥',
  toc: '目录',
  tocOpen: '展开目录',
  tocClose: '收起目录',
  promises: '我们的承诺做到了吗',
  summary: (kept: number, all: number) => `全文 ${String(all)} 条承诺，做到 ${String(kept)} 条`,
  sectionPromises: (kept: number, all: number) => `这一节有 ${String(all)} 条承诺，做到 ${String(kept)} 条`,
  open: '展开',
  close: '收起',
  kept: '已做到',
  notKept: '还没做到',
  control: '去看看',
  controlLabel: (line: string) => `去看看：${line}`,
  versions: '所有版本',
  versionsHint: '每个版本都一直保留，可以随时查看。',
  reading: '正在看',
  state: { past: '旧版本', 'in-force': '现行版本', announced: '还没生效' },
  compare: '对比两个版本',
  compareHint: '看清哪里加了、哪里删了，没有登录也能看。',
  oneVersion: '现在只有一个版本，还没有可以对比的。',
} as const;

/** 对比两个版本. */
export const comparisonCopy = {
  title: '对比两个版本',
  lead: '一段一段地对比。改过的一段，会先显示删去的旧话，再显示新增的新话。',
  only: '现在只有一个版本，还没有可以对比的。以后有了新版本，就能在这里对比。',
  from: '从这个版本',
  to: '到这个版本',
  meaning: '做法变了什么',
  asks: '为什么要重新同意',
  backwards: '您选的是从新到旧，下面只对比文字。',
  counts: (added: number, removed: number, same: number) =>
    `新增 ${String(added)} 段，删去 ${String(removed)} 段，没变 ${String(same)} 段`,
  added: '新增',
  removed: '删去',
  same: (count: number) => `没有变的 ${String(count)} 段`,
  open: '展开',
  close: '收起',
} as const;

/** 新版本的提醒. */
export const policyNewsCopy = {
  title: { 'in-force': '隐私政策有新版本', announced: '隐私政策要更新了' },
  from: (version: string, effectiveOn: string) => `版本 ${version}，从 ${effectiveOn} 起生效。`,
  more: (count: number) => `一共 ${String(count)} 处，全部写在对比页。`,
  compare: '看看改了什么',
  read: '看新版本',
  agree: '同意新版本',
  later: '以后再说',
  seen: '知道了',
} as const;
