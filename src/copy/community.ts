import { MOST_PICTURES } from '@/contracts/picture';

/** 社区：列表. */
export const feedCopy = {
  title: '社区',
  lead: '大家提出的弹性定价方案。不登录也可以看。',
  search: '搜索方案',
  searchPlaceholder: '标题或开头里的字',
  doSearch: '搜索',
  searchShort: (least: number) => `请至少写 ${String(least)} 个字`,
  found: (words: string) => `含“${words}”的方案`,
  endSearch: '回到全部方案',
  order: '排序',
  scope: '哪里的方案',
  all: '全部城市',
  sameCity: (city: string | undefined) => (city === undefined ? '同城' : `同城：${city}`),
  changeCity: '换城市',
  noCity: { title: '还没有选城市', text: '选一个城市，就能看那里的方案。', act: '选择城市' },
  empty: { title: '还没有方案', text: '第一个方案可以由您来写。' },
  emptyCity: { title: '这个城市还没有方案', text: '可以看全部城市的，也可以写第一个。' },
  emptySearch: { title: '没有找到', text: '请换个写法，或者少写几个字再找。' },
  notYet: '找到这里还没有，可以接着往下找。',
  more: '看更多',
  publish: '发布方案',
  mine: '我的方案',
  child: '孩子的账号可以看方案，满十四周岁以后再来发布、支持和评论。',
} as const;

/** 社区：用途的单独询问. */
export const purposeCopy = {
  sameCity: {
    agree: '同意并查看',
    refuse: '这次不用',
    only: '只发送您选的城市的编号，不读取位置。',
    child: '你还没满 14 岁，不能看同城内容。全部城市的方案都可以看。',
  },
  tag: {
    agree: '同意并继续',
    refuse: '这次不带',
    only: '标签只有城市，没有坐标，每次都由您确认。',
    child: '你还没满 14 岁，不能带城市标签。',
  },
  withdraw: '同意以后，在“同意管理”里点一下开关就能撤回。',
  notAsked: '没有打开',
  readPolicy: '阅读隐私政策',
} as const;

/** 社区：一个方案. */
export const proposalCopy = {
  noByline: '未署名',
  edited: '改过',
  editedAt: (at: string) => `${at} 改过`,
  supporters: (count: number) => `${String(count)} 人支持`,
  hasPrices: '有价格表',
  missing: { title: '没有找到这个方案', text: '它可能已经不在了。可以看看别的。', act: '看全部方案' },
  left: { byline: '已注销用户', text: '内容已随账号删除。大家的讨论还在下面。' },
  withdrawn: { title: '方案已撤回', text: '作者撤回了这个方案，内容已经删除。大家的讨论还在下面。' },
  reviewing: {
    title: '等人工复核',
    text: '微信的自动检查拿不准，会由工作人员看过再公开。现在只有您自己看得到。',
  },
  refused: {
    title: '没有通过复核',
    text: '这个方案没有公开，只有您自己看得到。可以修改后再提交，也可以撤回。',
  },
  prices: '价格表',
  homeSize: (size: number) => `一户按 ${String(size)} 平方米算`,
  sum: '合计',
  perSqm: (yuan: string) => `${yuan} 元/平方米·月`,
  perHome: (yuan: string) => `${yuan} 元/户·月`,
  besides: (yuan: string) => `另加 ${yuan} 元/户·月`,
  onceApart: '按次付的不算在合计里。',
  support: '支持',
  supported: '已支持',
  supportLabel: (on: boolean, count: number) =>
    on ? `已支持，${String(count)} 人支持，点一下收回` : `支持这个方案，现在 ${String(count)} 人支持`,
  notSupported: '没有改成',
  edit: '修改方案',
  withdraw: '撤回方案',
  withdrawAsk: {
    title: '撤回这个方案吗？',
    text: '标题、内容、图片、价格表和署名马上删除，不能恢复。别人写的评论会留着。',
    yes: '撤回',
    no: '先不撤回',
  },
} as const;

/** 社区：方案的图片. */
export const picturesCopy = {
  tips: `最多 ${String(MOST_PICTURES)} 张。微信检查过的，别人才看得到。照片里记的地点、时间和手机型号会自动去掉。请不要放有人脸、门牌、手机号的照片。`,
  elsewhere: '图片在方案的页面上添加或者去掉。',
  lost: {
    title: '有图片没有公开',
    text: '没有通过微信的检查，已经删除。可以换一张再添加，方案的文字不受影响。',
  },
  shown: (place: number) => `方案的第 ${String(place)} 张图片`,
  loading: '正在打开图片',
  again: (place: number) => `第 ${String(place)} 张图片没能打开，点一下再试`,
  unsent: (count: number) => `方案已经发布，可是有 ${String(count)} 张图片没有传上去。请在这里再添加一次。`,
} as const;

/** 社区：评论. */
export const commentCopy = {
  group: '评论',
  empty: '还没有评论。',
  more: '看更多评论',
  label: '写评论',
  byline: '署名（可以不写）',
  bylineHint: '不写就不显示名字',
  send: '发表评论',
  missing: '请先写评论。',
  login: '登录后写评论',
  closed: '这个方案现在不能评论。',
  sent: { title: '已发表', text: '您的评论在上面的最后一条。' },
  reviewing: {
    title: '评论已收到',
    text: '微信的自动检查拿不准，会由工作人员看过再公开。',
  },
  remove: '删除',
  removeLabel: (text: string) => `删除我的评论：${text}`,
  removeAsk: {
    title: '删除这条评论吗？',
    text: '删除后不能恢复。',
    yes: '删除',
    no: '先不删除',
  },
} as const;

/** 社区：发布和修改. */
export const publishCopy = {
  title: '发布方案',
  editTitle: '修改方案',
  lead: '写下您的弹性定价方案。发布以后，谁都能看到。',
  guest: { title: '登录后才能发布', text: '不登录也可以看大家的方案。' },
  child: { title: '你可以看方案', text: '满十四周岁以后，再来发布自己的方案。' },
  notYours: {
    title: '不能修改这个方案',
    text: '只有作者能修改，已撤回的也不能再改。',
    act: '看我的方案',
  },
  group: '方案',
  name: '标题',
  text: '内容',
  byline: '署名（可以不写）',
  bylineHint: '不写就不显示名字',
  missing: { title: '请写标题。', text: '请写内容。', homeSize: '一户多少平方米写得不对，请改好或者清空。' },
  tag: (city: string | undefined) => (city === undefined ? '带上城市标签' : `带上城市标签：${city}`),
  tagHint: '不打开，就没有人知道您在哪里。只标城市，没有坐标。',
  tagWords: { on: '带标签', off: '不带标签' },
  confirm: {
    title: (city: string) => `标上“${city}”吗？`,
    text: '大家会看到这个城市。不会标得更细，也没有坐标。',
    yes: (city: string) => `标上${city}`,
    other: '换一个城市',
    no: '不带标签',
    noCity: { title: '先选一个城市', text: '您还没有选过城市。选好以后，再由您确认要不要标上。' },
    pick: '去选择',
  },
  prices: '价格表（可以不写）',
  pricesTips: (most: number) => `最多 ${String(most)} 行，点一行可以修改。`,
  addRow: '添加一行价格',
  homeSize: '一户多少平方米（可以不写）',
  homeSizeHint: '写了，按户收的钱就能摊到每平方米',
  homeSizeWrong: (largest: number) => `请写 1 到 ${String(largest)} 的整数`,
  send: '发布',
  save: '保存修改',
  newest: '放弃我改的，读取最新内容',
  kept: '上次写的还在，已经为您放回来了。',
  keptClear: '不要了，重新写',
  contact: { title: '里面像是写了联系方式', back: '返回修改', go: '仍要公开' },
} as const;

/** 社区：价格表的一行. */
export const priceCopy = {
  add: '添加一行价格',
  edit: '修改这一行',
  item: '服务项目',
  itemHint: '比如：保洁、电梯维护',
  level: '服务等级（可以不写）',
  levelHint: '比如：每天一次',
  unit: '怎么收',
  yuan: '价格（元）',
  yuanHint: '比如：2.5',
  save: '保存这一行',
  remove: '删除这一行',
  wrong: {
    item: '请写服务项目',
    yuan: (highest: string) => `请写 0 到 ${highest} 元，最多两位小数`,
  },
} as const;

/** 社区：我的方案. */
export const mineCopy = {
  title: '我的方案',
  lead: '从新到旧。已撤回的，内容已经删除，不在这里。',
  group: '全部',
  line: (at: string, supporters: string) => `${at} · ${supporters}`,
  empty: { title: '您还没有发布过方案', text: '写下第一个，大家就能看到。' },
  guest: { title: '登录后才能查看', text: '这里是您发布过的方案。不登录也可以看大家的。' },
} as const;

/** 社区：举报. */
export const reportCopy = {
  report: '举报',
  proposal: '举报这个方案',
  comment: (text: string) => `举报这条评论：${text}`,
} as const;
