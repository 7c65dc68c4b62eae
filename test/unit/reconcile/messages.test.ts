import { dataMap } from '../../../src/contracts/data-map';
import { GENESIS } from '../../../cloudfunctions/domain/ledger';
import { createSubjectKey } from '../../../cloudfunctions/platform/keys';
import { openedMember } from '../../../cloudfunctions/platform/member';
import { record } from '../../../cloudfunctions/platform/record';
import { sealRow } from '../../../cloudfunctions/platform/sealing';
import type { Row } from '../../../cloudfunctions/platform/store';
import { deliverMessages } from '../../../cloudfunctions/reconcile/messages';
import { MOST_TRIES } from '../../../cloudfunctions/reconcile/retry';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { memoryStore } from '../../make/memory-store';
import { agreedAt } from '../../make/agreed-at';

setTestKeys();
const HOUR_MS = 60 * 60_000;
const begin = Date.UTC(2026, 5, 1);
const at = new Date(begin).toISOString();
type Template = Row<'messages'>['template'];
type Status = Row<'accounts'>['status'];

/** One person with one message waiting, and WeChat, which takes every message unless told otherwise. */
async function waiting(template: Template, notices = 1) {
  const { store, rows } = memoryStore();
  const { key, wrapped } = createSubjectKey('someone');
  const account = {
    openid: 'o-1',
    phone: '13800138000',
    age: 'adult',
    grants: {},
    ...agreedAt(at),
    status: 'frozen',
    notices,
    registeredAt: at,
    openRequests: 0,
    key: wrapped,
    chain: { seq: 0, head: GENESIS },
  } as const;
  await store.add('accounts', [sealRow(dataMap.accounts, 'someone', account, key)]);
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
  /** How WeChat and the carrier take the next ones; as they should where nothing is set. */
  const answers = { push: [] as ('not-subscribed' | 'fails')[], text: [] as 'fails'[] };
  const notify = async (openid: string) => {
    sent.push(openid);
    await midway.shift()?.();
    const answer = answers.push.shift();
    if (answer === 'fails') throw new Error('WeChat is down');
    return answer ?? 'sent';
  };
  const texts: string[] = [];
  const sendSms = async (number: string, name: string) => {
    texts.push(`${number} ${name}`);
    await midway.shift()?.();
    if (answers.text.shift()) throw new Error('the carrier is down');
  };
  return {
    sent,
    texts,
    midway,
    answers,
    notices: () => rows('accounts')[0]?.['notices'],
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
      deliverMessages({
        store,
        wechat: { notify, sendSms } as never,
        now: new Date(begin + hours * HOUR_MS),
      }),
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
  expect(here.texts).toHaveLength(1);
  expect(here.events()).toEqual(['account.exported', 'incident.notified', 'notice.texted']);
  expect(here.message()).toMatchObject({ state: 'sent' });
});

describe('WeChat’s message', () => {
  it('is sent only while the person has accepted one, and each that is sent uses one up', async () => {
    const here = await waiting('request-answered', 2);
    await here.become('active');
    expect(await here.run(1)).toEqual({ sent: 1 });
    expect(here.notices()).toBe(1);
    const none = await waiting('request-answered', 0);
    await none.become('active');
    expect(await none.run(1)).toEqual({ sent: 0 });
    expect(none.sent).toEqual([]);
    expect(none.message()).toMatchObject({ state: 'in-app', push: 'not-subscribed', tries: 1 });
  });

  it('that WeChat says nobody accepted leaves none in store, and waits in the inbox', async () => {
    const here = await waiting('request-answered', 5);
    await here.become('active');
    here.answers.push.push('not-subscribed');
    await here.run(1);
    await here.run(48);
    expect(here.sent).toHaveLength(1);
    expect(here.notices()).toBe(0);
    expect(here.message()).toMatchObject({ state: 'in-app' });
  });

  it('is tried again, later each time, and given up in the end without touching what it tells of', async () => {
    const here = await waiting('request-answered');
    await here.become('active');
    here.answers.push.push(...Array<'fails'>(100).fill('fails'));
    for (let hour = 0; hour < 24 * 14; hour += 1) await here.run(hour);
    expect(here.sent).toHaveLength(MOST_TRIES);
    expect(here.message()).toMatchObject({ state: 'given-up', requestId: 'request-1' });
    expect(here.notices()).toBe(1);
  });
});

describe('the short message of what must arrive', () => {
  it('goes to the phone whether or not WeChat’s message was accepted, once', async () => {
    const here = await waiting('request-to-verify', 0);
    await here.become('active');
    expect(await here.run(1)).toEqual({ sent: 1 });
    await here.run(2);
    expect(here.texts).toEqual(['13800138000 request-to-verify']);
    expect(here.events()).toEqual(['notice.texted']);
    expect(here.message()).toMatchObject({ state: 'sent', push: 'not-subscribed' });
  });

  it('is tried again alone where only it failed', async () => {
    const here = await waiting('incident');
    await here.become('active');
    here.answers.text.push('fails', 'fails');
    await here.run(1);
    expect(here.message()).toMatchObject({ state: 'waiting', push: 'sent', tries: 1 });
    for (const hour of [2, 3, 4]) await here.run(hour);
    expect([here.sent.length, here.texts.length]).toEqual([1, 3]);
    expect(here.message()).toMatchObject({ state: 'sent', tries: 3 });
    expect(here.events()).toEqual(['incident.notified', 'notice.texted']);
  });

  it('leaves when WeChat fails, which is then tried again alone', async () => {
    const here = await waiting('leak-answered');
    await here.become('active');
    here.answers.push.push('fails');
    await here.run(1);
    expect(here.message()).toMatchObject({ state: 'waiting' });
    await here.run(2);
    expect([here.sent.length, here.texts.length]).toEqual([2, 1]);
    expect(here.message()).toMatchObject({ state: 'sent', push: 'sent' });
  });

  it.each(['account-frozen', 'account-locked', 'account-unlocked'] as const)(
    'that tells who may use the account (%s) leaves while it is frozen: only then can it be undone',
    async (template) => {
      const here = await waiting(template);
      expect(await here.run(1)).toEqual({ sent: 1 });
      expect(here.texts).toEqual([`13800138000 ${template}`]);
    },
  );
});
