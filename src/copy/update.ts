/** A newer version of the mini program. */
export const updateCopy = {
  title: '有新版本',
  text: '已经下载好了。更新会重新打开小程序，没有提交的内容会丢失；不更新也能接着用。',
  apply: '现在更新',
} as const;
