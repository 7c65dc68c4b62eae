/** Asking for one optional item, when it is of use. */
export const optionalItemCopy = {
  title: (label: string) => `要填${label}吗`,
  optional: (label: string) => `${label}可以不填，不填也不影响别的功能。`,
  why: (why: string) => `用途：${why}`,
  keptFor: (keptFor: string) => `保存：${keptFor}，随时可以改或者清空`,
  save: '保存',
  skip: '跳过',
  skipped: '这次跳过了，不会再问您。想填时点这里',
  wrong: (label: string) => `${label}填得不对，请修改，或者跳过`,
} as const;
