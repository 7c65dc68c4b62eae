import { createHash, randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { needsSecond } from '../../cloudfunctions/domain/requests/decide';
import { refusalReasons, requestKinds, requestStates } from '../../src/contracts/request-vocabulary';
import type { TestCloud } from './cloud';
import { dataOf } from './expect-answer';
import type { KindCase, Refusing } from './kind-cases';
import type { Person } from './person';
import { sharingOn } from './recipients';

type Held = Readonly<Record<string, unknown>>;

/** A person who has asked for something, and what they held when they did. */
export interface Asking {
  person: Person;
  id: string;
  before: Held;
}

/** Every fact that a person sees of themselves, and every consent. */
export async function heldBy(person: Person): Promise<Held> {
  const { fields } = dataOf(await person.call('account', 'profile')) as {
    fields: { field: string; value: string | null }[];
  };
  const { items } = dataOf(await person.call('consent', 'current')) as {
    items: { purpose: string; granted: boolean }[];
  };
  return Object.fromEntries([
    ...fields.map(({ field, value }) => [field, value]),
    ...items.map(({ purpose, granted }) => [purpose, granted]),
  ]) as Held;
}

/** Everything in the files of a copy, as text, and the digest of the zip. */
function opened(zip: Uint8Array): { text: string; sha256: string } {
  const text = Object.values(unzipSync(zip)).map((file) => strFromU8(file));
  return { text: text.join('\n'), sha256: createHash('sha256').update(zip).digest('hex') };
}
const zipOf = ({ base64 }: Record<string, unknown>) => Buffer.from(String(base64), 'base64');

/** Publishes what WeChat is not sure of, and answers the request that is filed with it. */
export async function publishUnsure(person: Person): Promise<string> {
  const unsure = { title: '邻里活动', text: '免费领取小礼品，欢迎来坐坐。' };
  dataOf(await person.call('community', 'publish', { attempt: randomUUID(), ...unsure }));
  const { requests } = dataOf(await person.call('request', 'mine')) as { requests: { id: string }[] };
  return requests[0]?.id ?? '';
}

/** What each end of a request must leave behind, wherever it was asked and decided. */
export function kindProofs(cloud: TestCloud) {
  const read = async ({ person, id }: Asking) => dataOf(await person.call('request', 'read', { id }));
  const rowOf = (id: string) => cloud.rows('requests').find(({ _id }) => _id === id) ?? {};
  const accountOf = (id: string) =>
    cloud.rows('accounts').find(({ _id }) => _id === rowOf(id)['subject']) ?? {};
  /** The person's chain from this request on; that staff opened it is no part of its answer. */
  const eventsSince = (id: string, first: string) => {
    const events = sharingOn(() => cloud).eventsOf(String(rowOf(id)['subject']));
    return events.slice(events.lastIndexOf(first)).filter((type) => type !== 'request.reviewed');
  };
  const asked = ({ byLetter }: KindCase) =>
    byLetter ? ['request.recorded', 'notice.texted', 'request.verified'] : ['request.submitted'];
  const expectEvents = (id: string, one: KindCase, answer: readonly string[]) => {
    expect(eventsSince(id, asked(one)[0] ?? '')).toEqual([...asked(one), ...answer]);
  };
  /** The newest message about it. */
  const toldOf = async ({ person, id }: Asking) => {
    const { messages } = dataOf(await person.call('request', 'inbox')) as { messages: Held[] };
    return messages.find(({ requestId }) => requestId === id);
  };
  const expectTold = async (asking: Asking, { kind }: KindCase, state: 'done' | 'refused') => {
    const told = await toldOf(asking);
    const template = kind === 'leak' ? 'leak-answered' : 'request-answered';
    expect(told).toMatchObject({ template, page: 'pages/privacy/progress/index', read: false });
    if (kind !== 'leak')
      expect(told?.['text']).toBe(
        `“${requestKinds[kind].label}”：${requestStates[state].label}。请打开看答复。`,
      );
  };
  /** Neither in the database nor in the copy that the person can fetch at any time. */
  const expectGone = async ({ person, id }: Asking, field: 'wechatId' | 'nickname') => {
    expect(accountOf(id)).not.toHaveProperty(field);
    const { text } = opened(zipOf(dataOf(await person.call('account', 'export'))));
    expect(text).toContain(person.number);
    expect(text).not.toContain(person[field]);
  };
  /** Opens a copy, finds the person in it and its digest with the request, and answers the digest. */
  const expectCopy = async (asking: Asking, zip: Uint8Array) => {
    const { text, sha256 } = opened(zip);
    expect(text).toContain(asking.person.number);
    expect(await read(asking)).toMatchObject({ copySha256: sha256 });
    return sha256;
  };

  return {
    /** That it was filed as asked, its clock runs, and nobody has answered yet. */
    async expectAsked(asking: Asking, { kind, asked: { details, ground }, dueOn, byLetter }: KindCase) {
      expect(await read(asking)).toMatchObject({
        ...{ kind, dueOn, state: 'verified', decision: null, allowed: ['cancel'] },
        ...{ details: details ?? null, ground: ground ?? null, channel: byLetter ? 'email' : 'app' },
      });
      expect(rowOf(asking.id)['minor']).toBe(kind === 'guardian');
    },
    /** That the person got what was asked for, all of it and nothing else. */
    async expectGranted(asking: Asking, one: KindCase) {
      const { person, id, before } = asking;
      const { granted, dueOn, leaves, changes, hasCopy } = one;
      const answer = granted.decision === 'reply' ? 'request.replied' : 'request.approved';
      expectEvents(id, one, [...leaves, answer, ...(one.kind === 'leak' ? ['notice.texted'] : [])]);
      await expectTold(asking, one, 'done');
      const words = { decision: granted.decision, reply: granted.replyText ?? null, reason: null };
      expect(await read(asking)).toMatchObject({ state: 'done', dueOn, ...words });
      expect(await heldBy(person)).toEqual({ ...before, ...changes });
      for (const field of ['wechatId', 'nickname'] as const)
        if (field in changes) await expectGone(asking, field);
      if (hasCopy) await expectCopy(asking, zipOf(dataOf(await person.call('request', 'download', { id }))));
    },
    /** That the person reads which reason it was, in words, what else there is, and how to appeal; all is as it was. */
    async expectRefused(asking: Asking, one: KindCase & { refused: Refusing }) {
      const { dueOn, refused } = one;
      const { reasonCode, replyText, alternative = null } = refused;
      const { label, law } = refusalReasons[reasonCode];
      const answer = needsSecond(reasonCode) ? ['request.proposed', 'request.endorsed'] : ['request.refused'];
      expectEvents(asking.id, one, answer);
      await expectTold(asking, one, 'refused');
      expect(await read(asking)).toMatchObject({
        ...{ state: 'refused', dueOn, decision: 'refuse', reason: { code: reasonCode, label, law } },
        ...{ reply: replyText, alternative, allowed: ['appeal'] },
      });
      expect(await heldBy(asking.person)).toEqual(asking.before);
    },
    /** That nothing has become of it yet. */
    async expectUntouched(asking: Asking, one: KindCase) {
      expectEvents(asking.id, one, []);
      expect(await read(asking)).toMatchObject({ decision: null, reply: null, allowed: ['cancel'] });
      expect(await toldOf(asking)).toBeUndefined();
      expect(await heldBy(asking.person)).toEqual(asking.before);
    },
    expectCopy,
    versionOf: (id: string) => rowOf(id)['version'] as number,
  };
}

/** A person with an account who has given what the case takes back. */
export async function personFor({ consented }: KindCase, person: Person): Promise<Held> {
  dataOf(await person.register());
  if (consented !== undefined) dataOf(await person.choose(consented));
  return heldBy(person);
}
