const parts = { timeZone: 'Asia/Shanghai', hourCycle: 'h23' } as const;
const two = {
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
} as const;
const full = new Intl.DateTimeFormat('zh-CN', { ...parts, ...two, year: 'numeric' });
const clock = new Intl.DateTimeFormat('zh-CN', {
  ...parts,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const day = new Intl.DateTimeFormat('zh-CN', {
  ...parts,
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'long',
});

/** `2025/05/01 09:00:00` in Beijing. */
export const dateTime = (iso: string): string => full.format(new Date(iso));

/** `09:00:00` in Beijing. */
export const timeOfDay = (at: Date): string => clock.format(at);

/** `2025年5月1日星期四` in Beijing. */
export const longDay = (at: Date): string => day.format(at);

/** The value of a `datetime-local` input, read as Beijing time; undefined while it is not filled. */
export function fromLocalInput(value: string): string | undefined {
  const at = new Date(`${value}:00+08:00`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
