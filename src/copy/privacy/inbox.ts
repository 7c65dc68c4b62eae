/** What a person was told, and the entries that lead to it. */
export const inboxCopy = {
  title: '通知',
  lead: '从新到旧，保存一年。点一条，打开它说的页面。',
  group: '全部通知',
  empty: { title: '还没有通知', text: '您的请求有了答复，或者您的信息出了事，会写在这里。' },
  unread: '没读',
  allRead: '全部已读',
  read: '通知都读过了',
  some: (count: number) => (count >= 100 ? '有 100 条以上没读' : `有 ${String(count)} 条没读`),
} as const;
