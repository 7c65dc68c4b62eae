import type { LocateProblem } from '@/platform/located';

/** 选择城市. */
export const cityCopy = {
  title: '选择城市',
  lead: '只记住您选的城市，定位由您决定。',
  search: '搜索城市',
  placeholder: '城市名、拼音或首字母',
  nothing: (query: string) => `没有找到「${query}」`,
  nothingHint: '请换个写法，或者清空搜索，从列表里选。',
  found: (count: number) => `找到 ${String(count)} 个城市`,
  recent: '最近选过',
  hot: '热门城市',
  index: '按拼音首字母查找',
  toLetter: (letter: string) => `跳到 ${letter}`,
  current: '当前',
  saving: '正在保存',
  notSaved: '没有保存成功',
} as const;

/** 用手机定位找城市. */
export const locateCopy = {
  open: '用手机定位找城市',
  hint: '位置只在手机上用，不发给我们。',
  working: '正在定位',
  nearby: '离您近的城市',
  found: {
    title: (city: string) => `看起来您在${city}，对吗？`,
    text: '这是手机推算的，不一定准。您确认后，我们只记下城市，不记位置。点“不是这里”，可以从附近和全部城市里选，什么也不会发给我们。',
    yes: '对，就选这里',
    no: '不是这里',
  },
  guest: {
    title: '注册后才能用定位',
    text: '用位置之前，要记下您的单独同意，让您随时能撤回。访客没有账号，没有地方记，所以不读取位置。',
    login: '注册或登录',
    no: '我自己选',
  },
  child: '你还没满 14 岁，不能用定位。',
  stopped: '没有用上定位',
  unknown: '没有认出城市',
  notAsked: '没有读取位置',
  /** Behind each reason: the way that always works. */
  instead: '也可以从列表里自己选。',
  problems: {
    refused: '您没有允许使用位置，所以没有读取。',
    blocked: '手机没有让微信使用位置。想用的话，请到手机的“设置”里允许微信使用位置。',
    off: '手机的定位没有打开。想用的话，请先在手机的“设置”里打开。',
    slow: '等了 10 秒，手机没有给出位置。',
    missing: '这里用不了定位，可能是微信的版本太旧。',
    failed: '这次没有取到位置，请过一会儿再试。',
  } satisfies Record<LocateProblem, string>,
  outside: '您的位置，看起来不属于列表里的城市。列表里都是中国大陆的城市。',
  far: '离列表里的城市都很远，认不出来。',
  allow: '去微信里允许',
  /** Asked for by the licence of the positions. */
  source: '推算用的城市位置来自 GeoNames（CC BY 4.0），有改动。',
  readPolicy: '阅读隐私政策',
} as const;
