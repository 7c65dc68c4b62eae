/** What the command that shuts the platform down says. */
export const shutdownCopy = {
  usage: '用法：npm run shutdown -- --by 经办人，先看会删除谁；再加 --do --confirm 平台名称 执行。',
  statuses: { active: '使用中', frozen: '已冻结', erasing: '正在删除' },
  plan: (total: number, minutes: number) =>
    `共 ${String(total)} 人，执行后约 ${String(minutes)} 分钟内全部删除。现在什么都没有改动。`,
  open: '平台还在运营：执行前先给所有云函数设置环境变量 PLATFORM_CLOSED=true。',
  next: '核对无误后加 --do --confirm 平台名称 执行，执行后不能恢复。',
  done: (frozen: number) => `已冻结 ${String(frozen)} 人，定时任务会逐个删除并出具证明。`,
} as const;
