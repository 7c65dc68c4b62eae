/**
 * CloudBase's prices and plans as they were quoted in 2026: since 2026-01-16 a plan holds points, of which 1000 are one
 * yuan. The price pages themselves (Tencent Cloud, document 876/127357) could not be read from here; these come from
 * repositories of 2026 that quote them, and need one look at the page before anybody relies on them.
 */
export const points = {
  /** For each call of the database. */
  databaseCall: 200 / 10_000,
  invocation: 13.3 / 10_000,
  /** For each gigabyte-second of a function. */
  gbSecond: 0.111,
  /** For each gigabyte of the database and day. */
  gbDay: 40,
} as const;

export const POINTS_A_YUAN = 1000;

interface Plan {
  name: string;
  /** Yuan a month; undefined where no price was found. */
  yuan: number | undefined;
  points: number;
  /** The longest that a function may run, in seconds. */
  timeout: number;
}

/** From the smallest; requests a second are limited for an environment, not by the plan's points. */
export const plans: readonly Plan[] = [
  { name: '个人版', yuan: 19.9, points: 40_000, timeout: 3 },
  { name: '标准版', yuan: 199, points: 330_000, timeout: 900 },
  { name: '企业版', yuan: 999, points: 1_500_000, timeout: 900 },
  { name: '企业高级版', yuan: undefined, points: 6_500_000, timeout: 900 },
];

/** Requests a second that an environment of 个人版 or 标准版 takes; of larger ones none was found. */
export const QPS = 500;
