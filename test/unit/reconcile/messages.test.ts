import { dataMap } from '../../../src/contracts/data-map';
import { GENESIS } from '../../../cloudfunctions/domain/ledger';
import { createSubjectKey } from '../../../cloudfunctions/platform/keys';
import { openedMember } from '../../../cloudfunctions/platform/member';
import { record } from '../../../cloudfunctions/platform/record';
import { sealRow } from '../../../cloudfunctions/platform/sealing';
import type { Row } from '../../../cloudfunctions/platform/store';
import { deliverMessages } from '../../../cloudfunctions/reconcile/messages';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { memoryStore } from '../../make/memory-store';
import { agreedAt } from '../../make/agreed-at';

setTestKeys();
const HOUR_MS = 60 * 60_000;
const begin = Date.UTC(2026, 5, 1);
const at = new Date(begin).toISOString();
type Template = Row<'messages'>['template'];
type Status = Row<'accounts'>['status'];

/** One person with one message waiting, and WeChat, which takes every message. */
async function waiting(template: Template) {
  const { store, rows } = memoryStore();
  const { key, wrapped } = createSubjectKey('someone');
  const account = {
    openid: 'o-1',
    phone: '13800138000',
    age: 'adult',
    grants: {},
    ...agreedAt(at),
    status: 'frozen',
    registeredAt: at,
    openRequests: 0,
    key: wrapped,
    chain: { seq: 0, head: GENESIS },
  } as const;
  await store.add('accounts', [sealRow(dataMap.accounts, 'someone', account, key)]);
  const request = {
    subject: 'someone',
    kind: 'copy',
    state: 'done',
    open: false,
    version: 3,
    submittedAt: at,
    verifiedAt: at,
    dueOn: '2026-06-22',
    provisional: false,
  } as const;
  await store.add('requests', [sealRow(dataMap.requests, 'request-1', request, key)]);
  await store.add('messages', [
    sealRow(dataMap.messages, 'message-1', {
      subject: 'someone',
      template,
      requestId: 'request-1',
      about: { field: 'accounts.phone', from: at, to: at },
      state: 'waiting',
      tries: 0,
      createdAt: at,
      nextAt: at,
    }),
  ]);
  const sent: string[] = [];
  /** Called in the midst of each sending, before WeChat answers. */
  const midway: (() => Promise<unknown>)[] = [];
  const notify = async (openid: string) => {
    sent.push(openid);
    await midway.shift()?.();
    return 'sent' as const;
  };
  return {
    sent,
    midway,
    /** Something else happens to the person. */
    act: async () => {
      const row = (await store.get('accounts', 'someone')) as Row<'accounts'>;
      const deed = { events: [{ type: 'account.exported', body: {} }] } as const;
      await record(store, await openedMember(row), new Date(begin), deed);
    },
    events: () => rows('ledger').map((row) => row['type']),
    message: () => rows('messages')[0],
    become: (status: Status) => store.change('accounts', { _id: 'someone' }, { status }),
    leave: () => store.remove('accounts', { _id: 'someone' }),
    run: (hours: number) =>
      deliverMessages({ store, wechat: { notify } as never, now: new Date(begin + hours * HOUR_MS) }),
  };
}

describe.each<Template>(['incident', 'request-answered'])(
  'a message to somebody who is leaving: %s',
  (kind) => {
    it('waits however long the account is frozen, and is sent once it is restored', async () => {
      const here = await waiting(kind);
      for (let hour = 0; hour < 24 * 7; hour += 1) await here.run(hour);
      expect(here.sent).toEqual([]);
      expect(here.message()).toMatchObject({ state: 'waiting', tries: 0 });
      await here.become('active');
      expect(await here.run(24 * 7 + 6)).toEqual({ sent: 1 });
      expect(here.sent).toEqual(['o-1']);
      expect(here.message()).toMatchObject({ state: 'sent', tries: 1 });
    });

    it.each(['is being erased', 'is gone'])('ends when the account %s', async (how) => {
      const here = await waiting(kind);
      await (how === 'is gone' ? here.leave() : here.become('erasing'));
      await here.run(1);
      expect(here.sent).toEqual([]);
      expect(here.message()).toMatchObject({ state: 'given-up' });
    });
  },
);

it('a message is sent once though the person acts in that very moment: only its record is repeated', async () => {
  const here = await waiting('incident');
  await here.become('active');
  here.midway.push(here.act);
  expect(await here.run(1)).toEqual({ sent: 1 });
  await here.run(2);
  expect(here.sent).toEqual(['o-1']);
  expect(here.events()).toEqual(['account.exported', 'incident.notified']);
  expect(here.message()).toMatchObject({ state: 'sent' });
});
