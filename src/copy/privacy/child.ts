/** What a child and a guardian read, in words of a ten-year-old. */
export const childCopy = {
  title: '给孩子的规则',
  lead: '你还没满 14 岁？先看这一页，再请家长同意。',
  rules: [
    { title: '先问家长', text: '家长同意以前，你不能注册，我们也不记下你是谁。' },
    { title: '我们只记一串暗号', text: '你点了“请家长同意”，我们只存两串看不出你是谁的字，最多放一天。' },
    { title: '我们要什么', text: '注册只要一个手机号。别的都可以不填。' },
    { title: '不公开，不给别人', text: '你的信息不会公开发出去，也不会给别的公司。定位和统计都打不开。' },
    {
      title: '随时可以停',
      text: '家长收回同意，或者家长离开这里，你的账号就停用，信息会删掉。你自己也能注销。',
    },
    {
      title: '家长可以替你办',
      text: '家长可以替你看、改、删你的信息，也可以投诉。办了什么，你在“我的请求”里看得到。',
    },
  ],
  ask: '请家长同意',
  askAgain: '换一个暗号',
  codeTitle: '把这个暗号给家长看',
  codeText: '家长打开自己手机上的“隐私中心”，点“我是监护人”，填这个暗号。',
  until: (time: string) => `${time} 以前有效`,
  check: '家长同意了吗',
  notYet: '家长还没有同意，等一会儿再看。',
  agreed: { title: '家长同意了', text: (until: string) => `你可以去注册了，${until} 以前有效。` },
  goOn: '去注册',
  guardian: { title: '我是家长', desc: '用孩子手机上的暗号替孩子同意，或者替孩子提出请求' },
  complain: { title: '我想投诉', desc: '有专门的人来帮你' },
  limited: {
    title: '孩子的账号',
    text: '你还没满 14 岁，这里的开关不能打开。你的信息不公开，也不给别人。',
  },
} as const;

/** The guardian's page. */
export const guardianCopy = {
  title: '我是监护人',
  lead: '未满 14 周岁的孩子，要您同意才能注册。',
  readRules: '给孩子的规则',
  complain: { title: '孩子没有账号，或者有别的事', desc: '由专门负责未成年人的人办理' },
  form: '替孩子同意',
  code: '孩子手机上的暗号',
  codePlaceholder: '8 位字母和数字',
  codeWrong: '暗号是 8 位字母和数字，没有 0、1 和字母 I、O，请再对一遍',
  relationship: '您是孩子的',
  relationships: { father: '爸爸', mother: '妈妈', other: '其他监护人' },
  agree: (version: string) =>
    `我是孩子的监护人，读过给孩子的规则和隐私政策（版本 ${version}），同意孩子注册。`,
  proof: '会用您已经绑定的手机号确认是您本人，不要别的材料。您注销账号时，孩子的账号也会删除。',
  stillMissing: '请先填暗号、选关系、勾选同意。',
  done: { title: '已经同意', text: (until: string) => `请孩子在自己的手机上继续注册，${until} 以前有效。` },
  wards: '您同意过的孩子',
  none: '还没有孩子用您的同意注册。',
  ward: (nickname: string | null, relationship: string) =>
    `${nickname ?? '没填昵称的孩子'}（您是${relationship}）`,
  /** Within a sentence. */
  wardNamed: (nickname: string | null, relationship: string) =>
    nickname === null ? '您的孩子' : `${nickname}（您是${relationship}）`,
  since: (time: string) => `${time} 注册`,
  leaving: '已停用，正在删除',
  request: { title: '替孩子提出请求', desc: '查询、副本、更正、删除、撤回同意、投诉' },
  requests: '替孩子提过的请求',
  end: '收回同意',
  endTitle: '收回同意',
  endText: '孩子的账号马上停用，不能恢复，信息会很快删除。要用您绑定的手机号确认是您本人。',
  cancel: '先不收回',
} as const;
