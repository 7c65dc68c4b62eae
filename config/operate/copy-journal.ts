/** What the command that keeps the journal of erasures outside the database says. */
export const journalCopy = {
  usage:
    '用法：npm run journal -- export 文件（导出注销日志），或 npm run journal -- replay 文件 --confirm 平台名称 --by 经办人（恢复备份后，按文件再删除一遍）。',
  file: '文件',
  exported: (people: number, file: string) =>
    `已导出 ${String(people)} 人的注销记录到 ${file}，里面没有个人信息。请把它和数据库备份分开存放。`,
  unreadable: (file: string) => `读不到文件 ${file}，请检查路径和权限。`,
  notJournal: (line: number) =>
    `文件第 ${String(line)} 行不是注销记录，什么都没有改动，请用 journal export 导出的文件。`,
  empty: '文件里没有注销记录，什么都没有改动。',
  replayed: (taken: number) => `已交给定时任务再删除一遍：${String(taken)} 人，十分钟内开始。`,
  alive: (people: number) =>
    `其中 ${String(people)} 人的密钥还在使用，没有改动，请核对文件是不是这个环境的。`,
  otherKey: (people: number) =>
    `其中 ${String(people)} 人现在的密钥不是文件里写的那一把，没有改动。文件可能不是这个环境的，也可能是旧版导出的、之后换过主密钥，请逐个核对：`,
} as const;
