import type { Row, Store } from './store';
import type { Delivery } from './wechat';

/** As many as there can be requests at once: nobody needs more of WeChat's messages in store. */
const MOST_NOTICES = 20;
const MOST_TRIES = 6;

/**
 * What an answer to WeChat's question makes of an account: one more message, or, where nobody had asked before, none.
 * Without an answer nothing is known, and nothing is written.
 */
export function noticeAccepted({ notices }: Pick<Row<'accounts'>, 'notices'>, accepted?: boolean) {
  if (accepted === undefined) return {};
  if (!accepted) return notices === undefined ? { notices: 0 } : {};
  return { notices: Math.min((notices ?? 0) + 1, MOST_NOTICES) };
}

/** Whether WeChat may be asked to send: while messages are left, or nobody has ever counted; then WeChat decides. */
export const mayNotify = ({ notices }: Pick<Row<'accounts'>, 'notices'>): boolean => notices !== 0;

/**
 * Counts a message that WeChat was asked to send: one less, or none at all where WeChat says that there is no
 * acceptance. Compared before it is set, so that of two sendings each counts; one that loses every time leaves the
 * count too high, which WeChat's own answer puts right.
 */
export async function spendNotice(store: Store, subject: string, delivery: Delivery): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { notices } = (await store.get('accounts', subject)) ?? {};
    if (notices === 0 || (notices === undefined && delivery === 'sent')) return;
    const left = delivery === 'sent' ? (notices ?? 1) - 1 : 0;
    const known = { _id: subject, notices: notices ?? null };
    if ((await store.change('accounts', known, { notices: left })) === 1) return;
  }
}
