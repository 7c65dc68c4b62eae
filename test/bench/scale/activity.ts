/**
 * What people are taken to do in a month, for each thousand accounts: an assumption, to be replaced by one's own counts
 * (`npm run pack` has some). Three in ten come at all, and those six times; each opening asks who one is and reads the
 * feed, every second one reads a proposal with what is said to it.
 */
export const activity = {
  'account.session': 1800,
  'policy.current': 1800,
  'community.feed': 1800,
  'community.read': 900,
  'community.comments': 900,
  'community.search': 200,
  'community.support': 60,
  'community.comment': 20,
  'community.publish': 10,
  'consent.current': 100,
  'consent.set': 40,
  'consent.history': 20,
  'consent.receipt': 10,
  'consent.usage': 300,
  'account.sendSmsCode': 10,
  'account.register': 20,
  'account.profile': 200,
  'account.switchCity': 60,
  'account.deregister': 10,
  'request.submit': 5,
  'request.mine': 20,
  'request.read': 20,
  'request.cancel': 1,
} as const;

export type Act = keyof typeof activity;

/** Of those who leave, in the same month. */
export const ERASED = activity['account.deregister'];

/** The busiest hour holds this share of a day, and its worst moment is taken to be so much denser than the hour. */
export const BUSIEST_HOUR = 0.12;
export const DENSER = 2;

/** What a call of the database is taken to last in the cloud, in seconds; a real environment's logs tell better. */
export const SECONDS_A_CALL = 0.02;
/** What a call of a function is taken to last besides, in seconds. */
export const SECONDS_BESIDES = 0.05;
