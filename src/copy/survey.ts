import type { Question } from '@/contracts/survey';

/** 问卷：列表. */
export const surveysCopy = {
  title: '问卷',
  lead: '想听听您的想法。填不填都可以，不登录也可以看。',
  group: '从新到旧',
  open: '进行中',
  over: '已结束',
  answered: '您已填写',
  until: (end: string) => `填到 ${end}`,
  ended: (end: string) => `${end} 已结束`,
  empty: { title: '还没有问卷', text: '有了新的问卷，会出现在这里。' },
} as const;

/** 问卷：填写. */
export const surveyCopy = {
  promise: {
    title: '填之前请知道',
    lines: [
      '问卷是选填的，每一题都可以不答。',
      '只公布统计；谁选了什么，只有本人自己看得到。',
      '交了以后随时可以修改，也可以收回。',
    ],
    words: '写的文字由工作人员看，电话这些会打码，看不到是谁写的，也不公开。',
  },
  kinds: {
    single: '选一个，再点一下取消',
    multiple: '可以选几个',
    scale: '打分，再点一下取消',
    text: '写几句',
  } satisfies Record<Question['kind'], string>,
  number: (index: number, title: string) => `${String(index + 1)}. ${title}`,
  step: (step: number) => `${String(step)} 分`,
  end: (step: number, word: string) => `${String(step)} 分：${word}`,
  yours: '您的回答',
  missing: '请至少答一题再交。',
  send: '提交答案',
  login: '登录后提交',
  save: '保存修改',
  keep: '先不改',
  edit: '修改答案',
  kept: '上次填的还在，已经为您放回来了。',
  keptClear: '不要了，重新填',
  sent: { title: '已收到', text: '谢谢。您的答案在下面，随时可以修改或收回。' },
  taken: { title: '已收回', text: '您的答案已经删除，下次更新统计时，不再算您。' },
  takeBack: '收回答案',
  takeBackAsk: {
    title: '收回您的答案吗？',
    text: '答案马上删除，不能恢复；下次更新统计时，不再算您。',
    over: '答案马上删除，不能恢复，统计里也不再算您。问卷已经结束，收回后不能再填。',
    yes: '收回',
    no: '先不收回',
  },
  mine: '您的答案',
  notAnswered: '没有答',
  child: {
    title: '你可以看问卷',
    text: '满十四周岁以后，再来填写。大家的统计可以看。',
  },
  over: { title: '问卷已经结束', text: '不能再填写。' },
  missingSurvey: { title: '没有找到这份问卷', text: '它可能已经不在了。可以看看别的。', act: '看全部问卷' },
} as const;

/** 问卷：统计. */
export const tallyCopy = {
  title: '大家的回答',
  answered: (count: number) => `${String(count)} 人填写`,
  base: (count: number) => `共 ${String(count)} 人填写。百分比是占这些人的多少，没有答的不算在选项里。`,
  few: (least: number) => `满 ${String(least)} 人填写后才显示统计，免得猜得出谁选了什么。`,
  fewOver: (least: number) => `没有满 ${String(least)} 人填写，不公布统计，免得猜得出谁选了什么。`,
  everyFew: (step: number) => `每满 ${String(step)} 人更新一次。`,
  fewHere: (least: number) => `这一题没有满 ${String(least)} 人答，不公布统计。`,
  people: (count: number, percent: number) => `${String(count)} 人，${String(percent)}%`,
  average: (steps: string) => `平均 ${steps} 分`,
  wrote: (count: number) => `${String(count)} 人写了文字。写了什么不公开。`,
} as const;
