/** How many characters a person may write into a field of the own profile; the inputs stop where the schema does. */
export const longest = { nickname: 20, address: 120, wechatId: 20 } as const;
