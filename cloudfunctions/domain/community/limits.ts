/** Of one person in a day in Beijing: more than anyone writes by hand. */
export const MOST_A_DAY = { proposals: 20, comments: 100 } as const;

/** Of one person's open requests, after which nothing more is looked at: the rights keep the rest of their places. */
export const MOST_WAITING = 10;
