import type { Row, Store } from './store';
import type { Delivery } from './wechat';

/** As many as there can be requests at once: nobody needs more of WeChat's messages in store. */
const MOST_NOTICES = 20;
const MOST_TRIES = 6;

/** What one more acceptance of WeChat's message makes of an account; nothing where none was given. */
export const noticeAccepted = ({ notices = 0 }: Pick<Row<'accounts'>, 'notices'>, accepted = false) =>
  accepted ? { notices: Math.min(notices + 1, MOST_NOTICES) } : {};

/**
 * Counts a message that WeChat was asked to send: one less, or none at all where WeChat says that there is no
 * acceptance. Compared before it is set, so that of two sendings each counts; one that loses every time leaves the
 * count too high, which WeChat's own answer puts right.
 */
export async function spendNotice(store: Store, subject: string, delivery: Delivery): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { notices = 0 } = (await store.get('accounts', subject)) ?? {};
    if (notices === 0) return;
    const left = delivery === 'sent' ? notices - 1 : 0;
    if ((await store.change('accounts', { _id: subject, notices }, { notices: left })) === 1) return;
  }
}
