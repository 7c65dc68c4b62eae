/** 注销证明: what became of an account that was left. */
export const certificateCopy = {
  title: '注销证明',
  lead: '账号删除以后，凭编号在这里查看删除的证明。它不写您是谁。',
  number: {
    group: '证明编号',
    label: '编号',
    copy: '复制编号',
    tips: '请自己记下来。没有编号，谁也查不到这份证明。',
  },
  ask: {
    label: '证明编号',
    placeholder: '注销时给您的编号',
    look: '查看证明',
    wrong: (most: number, typed: number) =>
      typed === most
        ? '编号填得不对：里面只有数字和字母 a 到 f，请检查后重新填写。'
        : `编号填得不对：应该有 ${String(most)} 个数字和字母，您填了 ${String(typed)} 个。`,
  },
  none: { title: '这部手机上没有编号', text: '如果您记下了编号，可以在下面填写。' },
  unknown: '没有找到，请核对编号',
  other: '查另一个编号',
  states: {
    frozen: { title: '账号已经停用', text: '删除还没有开始，到期后程序才开始删除。到那时再来看。' },
    begun: { title: '正在删除', text: '数据密钥已经销毁，程序正在清理和检查，一般几十分钟内完成。' },
    waiting: { title: '我们这里已经删完', text: '还在等收到过您信息的接收方确认删除，确认后给您证明。' },
    certified: {
      title: '已经删除完成',
      text: '删除了什么、法律要求留下什么，都写在下面，最后是签过名的证明。',
    },
  },
  counts: {
    group: '删除了什么',
    line: (removed: number, reduced: number) =>
      [
        removed > 0 ? `删除 ${String(removed)} 条` : '',
        reduced > 0 ? `${String(reduced)} 条只留下认不出是您、也读不出内容的空记录` : '',
      ]
        .filter((words) => words !== '')
        .join('，'),
    none: '这些地方没有您的记录',
    found: (found: number) =>
      found === 0
        ? '删完以后又逐项查了一遍，没有再发现应该删除的记录。'
        : `删完以后又查了一遍，还发现 ${String(found)} 条。`,
  },
  recipients: {
    group: '通知了谁',
    none: '您的信息没有提供给别人，不用通知。',
    outcomes: { acknowledged: '已确认删除', excused: '依法不删除' },
    line: (outcome: string, at: string) => `${outcome} · ${at}`,
  },
  proof: {
    group: '证明',
    begunAt: '开始删除',
    certifiedAt: '删除完成',
    keyFingerprint: '已销毁密钥的指纹',
    signature: '签名',
    explain: '密钥销毁后，备份里的内容也读不出来。签名能证明这份证明是平台出的、没有被改过。',
  },
  copy: '复制证明（JSON）',
} as const;
