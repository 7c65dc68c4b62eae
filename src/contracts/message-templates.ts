/** What a person can be told: its name, and whether it must arrive even where nobody opens the mini program. */
export const messageTemplates = {
  'request-answered': { title: '您的请求有了答复', sms: false },
  'request-quoted': { title: '您的请求要收一点费用，等您决定', sms: false },
  'request-finished': { title: '您的请求已经执行完', sms: false },
  'request-lapsed': { title: '您的请求到期没有确认，已经结束', sms: false },
  'request-to-verify': { title: '收到一封署您手机号的来信，请确认', sms: true },
  incident: { title: '个人信息安全通知', sms: false },
} as const satisfies Record<string, { title: string; sms: boolean }>;

/** The name of something a person can be told. */
export type MessageTemplate = keyof typeof messageTemplates;
