/** Reporting a leak. */
export const leakCopy = {
  guest: { title: '登录后点一下就能举报', text: '还能看到办到了哪一步，办完会通知您。' },
  byMail: '没有账号也可以举报：写信到下面的邮箱，说清是什么信息、在哪里看到的。',
  title: '举报泄露',
  lead: '觉得信息泄露了，点一下就能举报，不用先写什么。',
  report: {
    group: '想说的话（可以不填）',
    label: '发现什么信息可能泄露了，在哪里看到的',
    tips: '可以现在写，也可以举报以后再补。',
    button: '举报泄露',
  },
  sending: '正在提交',
  filed: {
    open: { title: '已经举报', text: (day: string) => `排在最前面办理，最晚 ${day} 答复。` },
    cancelled: { title: '已经撤销', text: () => '这份举报不再办理。需要时可以重新举报。' },
    answered: { title: '已经答复', text: () => '答复在办理进度里。' },
  },
  undo: '撤销举报',
  another: '另外举报一件',
  toWords: { title: '补上说明', desc: '写发现了什么、在哪里看到的' },
  words: {
    group: '补一点说明（可以不填）',
    tips: '补上以后，换成写了说明的这一份，还是排在最前面。',
    button: '补上说明',
    missing: '请先写几句说明。',
    yours: '您的说明',
    withPictures: '这份举报已经有图片，不能再补说明。还要补充，请到办理进度里加图片或换图片。',
  },
  progress: { title: '办理进度', desc: '看经过和答复，加图片' },
  protect: {
    group: '您马上可以做的',
    recipients: { title: '关掉第三方共享', desc: '一家一个开关，收到过的会通知删除' },
    consents: { title: '收回同意', desc: '一项一个开关，马上生效' },
    deregister: { title: '停用账号', desc: '提交注销后马上停用，反悔期内能恢复' },
  },
} as const;
