/** How many characters a person may write into a field of the own profile; the inputs stop where the schema does. */
export const longest = { nickname: 20, address: 120, wechatId: 20 } as const;

/** The longest facts of a device, by field of the security log; what is longer is cut before it is sent. */
export const longestOfDevice = { model: 80, system: 80, client: 40, language: 20, network: 20 } as const;
