import { leavingOf } from '../../../cloudfunctions/account/leaving';
import type { EventType } from '../../../src/contracts/events';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { memoryStore } from '../../make/memory-store';
import { accountIn, putAccount } from '../../make/put-account';

setTestKeys();
const now = new Date('2026-03-02T02:00:00.000Z');

/** What somebody is told whose chain says this and whose account is due since then. */
async function leaving(events: readonly EventType[], eraseAfter = now.toISOString()) {
  const memory = memoryStore();
  putAccount(memory, 'someone', { status: 'frozen', eraseAfter });
  // In no order that helps.
  for (const seq of events.map((_, place) => events.length - place)) {
    const _id = `someone.${seq}`;
    memory.put('ledger', { _id, subject: 'someone', seq, type: events[seq - 1] });
  }
  memory.put('ledger', { _id: 'other.1', subject: 'other', seq: 9, type: 'account.guardian-left' });
  return leavingOf({ store: memory.store, now }, accountIn(memory, 'someone'));
}

describe('why an account goes that cannot come back', () => {
  it.each<[EventType[], string]>([
    [['account.registered', 'account.frozen'], 'own'],
    [['account.registered', 'account.frozen', 'account.exported'], 'own'],
    [['account.registered', 'account.guardian-withdrew'], 'guardian-withdrew'],
    [['account.registered', 'account.guardian-left'], 'guardian-left'],
    [['account.registered', 'account.child-found'], 'no-consent'],
    [['account.frozen', 'account.guardian-left'], 'guardian-left'],
    [['account.registered', 'account.corrected'], 'platform-closed'],
    [['account.frozen', 'account.restored'], 'platform-closed'],
  ])('[P33] after %p it is %s', async (events, cause) => {
    expect(await leaving(events)).toEqual({ isRestorable: false, cause, certificateId: 'someone' });
  });

  it('is not asked as long as it can come back', async () => {
    const later = new Date(now.getTime() + 1).toISOString();
    expect(await leaving(['account.frozen'], later)).toMatchObject({ isRestorable: true, cause: 'own' });
  });
});
