/** Words in the copy that a person downloads. */
export const exportCopy = {
  fileName: '我的信息.zip',
  title: '我的信息副本',
  madeAt: (at: string) => `生成时间：${at}`,
  intro:
    '这里是我们持有的关于您的信息，只少了系统内部用的编号、指纹和密钥。JSON 文件供程序读取，CSV 文件可用表格软件打开。',
  empty: '没有记录。',
  row: (index: number) => `第 ${String(index)} 条`,
  columns: {
    row: '序号',
    item: '项目',
    value: '内容',
    source: '来源',
    purpose: '用途',
    basis: '依据',
    keptFor: '保存多久',
  },
} as const;
