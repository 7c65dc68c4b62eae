/** What is wrong with the words behind a command, said below its usage. */
export const argumentsCopy = {
  unknown: (option: string) => `不认识“${option}”，请照上面的写法改。`,
  noValue: (option: string) => `“${option}”后面还要写它的值。`,
  value: (option: string) => `“${option}”后面不用写值。`,
  needed: (option: string) => `还要写“${option}”和它的值。`,
  missing: (what: string) => `还要写${what}。`,
  what: '要做什么，能写的在上面',
  other: (word: string) => `没有“${word}”，请照上面的写法改。`,
  word: (word: string) => `多出了“${word}”，请去掉它。`,
} as const;
