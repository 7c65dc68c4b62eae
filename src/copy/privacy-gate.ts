/** What stands before something that WeChat guards. */
export const privacyGateCopy = {
  title: '用之前，先问您',
  /** WeChat names the kind of information in its own words. */
  what: (label: string) => `这一步，微信叫作「${label}」。`,
  whatUnknown: '这一步要用到微信保护的一项个人信息。',
  why: (why: string) => `为了：${why}。`,
  without: '不同意也没关系：这一步不做，别的功能照常用。',
  again: '同意以后，请再点一次刚才的按钮。',
  guideline: '看《小程序用户隐私保护指引》',
  agree: '同意',
  disagree: '不同意',
  soon: '刚才您选了不同意',
  soonText: (seconds: number) =>
    `这一步没有做。想改主意的话，请过 ${String(seconds)} 秒再点一次，微信才会再问您。`,
  understood: '知道了',
} as const;
