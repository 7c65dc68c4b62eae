import type { operator } from '../../src/contracts/operator';

/** What each of the operator's calls does, in a line; a new one does not compile without. */
export const operationTitles = {
  signingKey: '查看签名公钥',
  childFound: '发现儿童信息：马上冻结并删除',
  settleAltered: '了结一条被直接改过的请求',
  shutdownPlan: '查看停止运营会删除谁',
  shutdown: '停止运营：冻结所有人',
  incident: '查安全事件影响到谁',
  incidentErased: '查受影响的人里有多少已经注销',
  incidentNotify: '通知安全事件影响到的人',
  replay: '恢复备份后再次删除',
  statistics: '各类统计数字',
  health: '平台跟得上吗：队列、期限、删除、通知、存证',
  migrate: '把旧版本留下的数据升到现在的格式',
  deliver: '向接收方提供一个人的信息',
  disclose: '依法向机关提供一个人的信息',
  compelled: '核对依法提供的记录',
  import: '接收合作方提供的信息',
  excuse: '免除接收方的删除',
  handover: '查看同意移交给接手方的人',
  surveyOpen: '发布一份问卷',
  surveyWords: '查看问卷里写的文字（已打码，不带是谁）',
} as const satisfies Record<keyof typeof operator, string>;

/** What the command for all of the operator's calls says. */
export const operateCopy = {
  usage:
    '用法：npm run operate -- 操作 文件.json [--out 结果文件]。把要填的内容写进文件，不要写在命令行里；文件写成 - 就从标准输入读。只写操作，就列出要填什么。操作有：',
  file: '文件',
  members: (title: string) => `${title}，要在文件里写：`,
  nothing: (title: string) => `${title}，没有要填的，文件里写 {} 就行。`,
  member: (name: string, label: string, isNeeded: boolean) =>
    `"${name}"：${label}（${isNeeded ? '必填' : '可以不填'}）`,
  oneOf: (choices: readonly string[]) =>
    choices.length === 0 ? '，现在没有可以写的' : `，只能写 ${choices.join('、')}`,
  word: (word: string, label: string) => `${word}（${label}）`,
  list: '，写成列表',
  unknown: (names: readonly string[], operation: string) =>
    `不认识 ${names.map((name) => `“${name}”`).join('、')}，什么都没有做。要填什么，请看 npm run operate -- ${operation}。`,
  wrong: (sentence: string, operation: string) =>
    `${sentence}什么都没有做，要填什么，请看 npm run operate -- ${operation}。`,
  notJson: '读到的不是 JSON 对象，请写成 {"名称": "内容"}，什么都没有做。',
  written: (file: string) => `结果写在 ${file}，只有您能读。用完请删除。`,
} as const;
