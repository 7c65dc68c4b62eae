import { share } from '../../cloudfunctions/consent/sharing';
import { GENESIS } from '../../cloudfunctions/domain/ledger';
import type { Call } from '../../cloudfunctions/platform/handler';
import { createSubjectKey } from '../../cloudfunctions/platform/keys';
import { sealRow } from '../../cloudfunctions/platform/sealing';
import type { Row } from '../../cloudfunctions/platform/store';
import { sendDisclosures } from '../../cloudfunctions/reconcile/deliveries';
import { dataMap } from '../../src/contracts/data-map';
import { agreedAt } from './agreed-at';
import { memoryStore } from './memory-store';

/** What a recipient was sent: `people` with values, or `deletions` with names. */
export interface Sent {
  to: string;
  path: string;
  fields: Record<string, string> | string[] | undefined;
}

/** A day, in the minutes that a world waits. */
export const DAY = 24 * 60;

/** All that `visit` is sent of the person below. */
export const ALL_FOR_VISIT = ['accounts.nickname', 'accounts.phone', 'accounts.address'];

/** How a recipient behaves: a status, or `lost`: it takes what is sent and its answer never comes. */
type Behaviour = number | 'lost';

/** One person on a store in memory, and recipients that answer as told, without a network. */
export function sharingWorld(ids: readonly string[]) {
  const made = memoryStore();
  const sent: Sent[] = [];
  const behaves = new Map<string, Behaviour>();
  const url = (id: string) => `https://${id}.example.com/r`;
  const connect = (connected: readonly string[]) => {
    process.env['RECIPIENTS'] = JSON.stringify(
      Object.fromEntries(connected.map((id) => [id, { url: url(id), token: 'a-token-of-sixteen-or-more' }])),
    );
  };
  connect(ids);
  /** Called in the midst of each sending, before the recipient answers. */
  const midway: (() => Promise<unknown>)[] = [];
  globalThis.fetch = async (address, init) => {
    const { hostname, pathname } = new URL(address as string);
    const to = hostname.split('.')[0] ?? '';
    const { fields } = JSON.parse(init?.body as string) as Pick<Sent, 'fields'>;
    sent.push({ to, path: pathname.replace('/r/', ''), fields });
    await midway.shift()?.();
    const answer = behaves.get(to) ?? 200;
    if (answer === 'lost') throw new Error('timed out');
    return new Response(null, { status: answer });
  };

  let clock = new Date('2027-06-01T02:00:00Z');
  const call = <I>(input: I) =>
    ({
      ...{ input, now: clock, store: made.store, openid: 'o-1', ip: undefined },
      wechat: { checkText: () => Promise.resolve('pass' as const) },
      once: (work: () => unknown) => work(),
    }) as unknown as Call<I>;
  const account = () => made.rows('accounts')[0] as unknown as Row<'accounts'>;
  return {
    ...made,
    sent,
    midway,
    connect,
    call,
    account,
    behave: (id: string, behaviour: Behaviour) => behaves.set(id, behaviour),
    /** Lets minutes pass. */
    wait: (minutes: number) => {
      clock = new Date(clock.getTime() + minutes * 60_000);
    },
    now: () => clock,
    async register(facts: object = {}) {
      const { key, wrapped } = createSubjectKey('someone');
      await made.store.add('accounts', [
        sealRow(
          dataMap.accounts,
          'someone',
          {
            ...{ openid: 'o-1', phone: '13800138000', age: 'adult', grants: {}, ...agreedAt(clock) },
            ...{ status: 'active', registeredAt: clock.toISOString() },
            ...{ openRequests: 0, key: wrapped, chain: { seq: 0, head: GENESIS } },
            ...{ nickname: '小林', address: '新路2号', ...facts },
          },
          key,
        ),
      ]);
    },
    share: (recipient: string, granted = true) => {
      const { policyVersion } = account();
      return share(call({ recipient, granted, policyVersion }));
    },
    send: () => sendDisclosures({ store: made.store, wechat: undefined as never, now: clock }),
    /** Adds a row that waits to be sent now. */
    queue: (row: Partial<Row<'disclosures'>>) =>
      made.store.add('disclosures', [
        {
          ...{ _id: 'queued', subject: 'someone', to: 'visit', kind: 'deletion', fields: [] },
          ...{ reference: 'reference', state: 'waiting', tries: 0 },
          ...{ createdAt: clock.toISOString(), nextAt: clock.toISOString() },
          ...row,
        },
      ]),
    disclosures: (kind: 'delivery' | 'deletion') =>
      (made.rows('disclosures') as unknown as Row<'disclosures'>[]).filter((row) => row.kind === kind),
    events: () =>
      (made.rows('ledger') as unknown as Row<'ledger'>[])
        .sort((a, b) => a.seq - b.seq)
        .map(({ type }) => type),
  };
}

/** The same with the person registered, and both recipients there unless told. */
export async function memberWorld(facts: object = {}, ids: readonly string[] = ['visit', 'survey']) {
  const made = sharingWorld(ids);
  await made.register(facts);
  return made;
}

export type MemberWorld = Awaited<ReturnType<typeof memberWorld>>;
