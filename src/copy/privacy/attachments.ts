import { MOST_PICTURES } from '@/contracts/picture';

/** Pictures of a request: choosing them, what not to send, and what went wrong. */
export const attachmentsCopy = {
  group: '图片',
  optional: '图片（可以不加）',
  tips: `最多 ${String(MOST_PICTURES)} 张，例如出错的页面、收到的短信。请不要放身份证、银行卡：我们不靠图片核实身份。照片里记的地点和时间会自动去掉。`,
  seen: '工作人员要看图片，必须写明理由，并会记在“谁看过我的信息”里。',
  add: '添加图片',
  remove: '去掉',
  removeNamed: (place: number) => `去掉第 ${String(place)} 张图片`,
  picture: (place: number) => `第 ${String(place)} 张图片`,
  loading: '正在打开',
  notOpened: '没能打开，点一下再试',
  notOpenedNamed: (place: number) => `第 ${String(place)} 张图片没能打开，点一下再试`,
  problems: {
    unreadable: '有图片打不开，没有添加，请换一张照片或者手机截图。',
    'too-large': '有图片太大，缩小后还是放不下，没有添加，请裁小一些再试。',
    denied: '没能打开相册。您可以在微信里允许后再试；不加图片也可以提交。',
  },
  unsent: (count: number) => `请求已经提交，可是有 ${String(count)} 张图片没有传上去。请在这里再添加一次。`,
} as const;
