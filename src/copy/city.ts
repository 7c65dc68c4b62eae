/** 选择城市. */
export const cityCopy = {
  title: '选择城市',
  lead: '只记住您选的城市，不读取手机位置。',
  search: '搜索城市',
  placeholder: '城市名、拼音或首字母',
  nothing: (query: string) => `没有找到「${query}」`,
  nothingHint: '请换个写法，或者从下面的列表里找。',
  found: (count: number) => `找到 ${String(count)} 个城市`,
  recent: '最近选过',
  hot: '热门城市',
  index: '按拼音首字母查找',
  toLetter: (letter: string) => `跳到 ${letter}`,
  current: '当前',
  saving: '正在保存',
  notSaved: '没有保存成功',
} as const;
