/** What a count found of one person, by every collection that it looked into; 0 is the only good number. */
export type Remains = Readonly<Record<string, number>>;

/** Whether anything at all was found. */
export const isAnyLeft = (remains: Remains): boolean => Object.values(remains).some((rows) => rows > 0);

/** The people of whom something was found. */
export const foundAmong = (counted: ReadonlyMap<string, Remains>): string[] =>
  [...counted].flatMap(([id, remains]) => (isAnyLeft(remains) ? [id] : []));
