/** What is wrong with the words behind a command, said below its usage. */
export const argumentsCopy = {
  unknown: (option: string) => `不认识“${option}”，请照上面的写法改。`,
  noValue: (option: string) => `“${option}”后面还要写它的值。`,
  value: (option: string) => `“${option}”后面不用写值。`,
  word: (word: string) => `多出了“${word}”，请去掉它。`,
} as const;
