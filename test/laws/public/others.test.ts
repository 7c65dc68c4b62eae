import fc from 'fast-check';
import { dataMap } from '../../../src/contracts/data-map';
import type { Operation } from '../../../src/contracts/operation';
import { openSubjectKey } from '../../../cloudfunctions/platform/keys';
import { openRow } from '../../../cloudfunctions/platform/sealing';
import { currentPolicy } from '../../../cloudfunctions/domain/policy/archive';
import { setTestKeys } from '../arbitrary/environment';
import { valueOf } from '../arbitrary/value';
import { operations } from '../contracts/operations';
import { makeTown } from '../../make/town';

setTestKeys();
Object.assign(process.env, { TENCENTCLOUD_REGION: 'ap-shanghai' });
const mockStore: { store?: unknown } = {};
const mockCaller: { openid: string } = { openid: '' };
jest.mock('../../../cloudfunctions/platform/cloudbase-store', () => ({
  cloudbaseStore: () => mockStore.store,
}));
jest.mock('../../../cloudfunctions/platform/identity', () => ({
  identityOf: () => ({ kind: 'mini-program', openid: mockCaller.openid }),
}));
jest.mock('../../../cloudfunctions/platform/log', () => ({ log: () => undefined }));
jest.mock('../../../cloudfunctions/platform/wechat', () => ({
  wechat: new Proxy({}, { get: () => () => Promise.resolve({ ok: false }) }),
}));

type Main = (event: unknown, context: object) => Promise<unknown>;
type Cells = Record<string, unknown>;
const mine = operations.filter(([, { caller }]) => caller === 'mini-program');
const functions = [...new Set(mine.map(([, operation]) => operation.function))];
const mains = new Map<string, Main>();
beforeAll(async () => {
  for (const name of functions) {
    const { main } = (await import(`../../../cloudfunctions/${name}/index`)) as { main: Main };
    mains.set(name, main);
  }
});

/** Two active members; what is looked for is Alice's. */
function town() {
  const made = makeTown(['alice-subject', 'bob-subject'], new Date('2026-03-02T02:00:00Z'));
  const { version, digest } = currentPolicy(new Date());
  for (const row of made.rows('accounts')) {
    const { eraseAfter: _over, lockedAt: _open, ...kept } = row;
    made.put('accounts', {
      ...(kept as typeof row),
      status: 'active',
      policyVersion: version,
      policyDigest: digest,
    });
  }
  return made;
}
const made = town();
const isAlices = (row: Cells) => JSON.stringify(row).includes('alice-subject');

/** Texts in a value that would give somebody away; short ones stand in others' by chance. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length >= 8 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Everything of Alice in clear: what she gave, what she wrote, and every name by which she is known. */
function secretsOf(): string[] {
  const [row] = made.rows('accounts').filter(isAlices) as unknown as { _id: string; key: string }[];
  if (!row) throw new Error('Alice is not there');
  const key = openSubjectKey(row._id, row.key);
  const { openid, phone, nickname, avatar, address, wechatId } = openRow(dataMap.accounts, row as never, key);
  const requests = made.rows('requests').filter(isAlices);
  const words = requests.flatMap((each) => {
    const { details, appeal, reply, alternative } = openRow(dataMap.requests, each as never, key);
    return textsIn([details, appeal, reply, alternative]);
  });
  const pictures = made
    .rows('request_attachments')
    .filter(isAlices)
    .flatMap((each) => textsIn(openRow(dataMap.request_attachments, each as never, key).picture));
  return [
    ...textsIn([openid, phone, nickname, avatar, address, wechatId]),
    ...[...words, ...pictures, row._id],
  ];
}
const secrets = secretsOf();

/** Ids of Alice's rows, which somebody may have seen, guessed or kept. */
const seen = [
  ...['requests', 'request_attachments', 'ledger', 'disclosures', 'messages', 'proposals', 'comments'],
].flatMap((name) =>
  made
    .rows(name)
    .filter(isAlices)
    .flatMap(({ _id }) => [_id, _id.split('.').at(-1) ?? '']),
);
const known = [...new Set(['alice-subject', ...seen])];

/** An input with this, one of Alice's ids, wherever a text may stand; or a number, wherever one may. */
const asking = ({ input }: Operation, given: Cells, token: string | number): Cells =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const tried = { ...given, [name]: token };
      return [name, typeof value === typeof token && input.safeParse(tried).success ? token : value];
    }),
  );

const inputsOf = (operation: Operation) =>
  fc
    .tuple(valueOf(operation.input) as fc.Arbitrary<Cells>, fc.constantFrom(...known))
    .map(([given, token]) => asking(operation, given, token));

/** An input without the members that may be left out. */
const bare = ({ input }: Operation, given: Cells): Cells =>
  Object.keys(given).reduce((left, name) => {
    const { [name]: _, ...rest } = left;
    return input.safeParse(rest).success ? rest : left;
  }, given);

/** Asked in the plainest way, for the first of all, and with each of Alice's ids, whatever chance asks besides. */
function plainest(operation: Operation): [Cells][] {
  const [given = {}] = fc.sample(valueOf(operation.input) as fc.Arbitrary<Cells>, { numRuns: 1, seed: 5 });
  const plain = bare(operation, given);
  const asked = [
    plain,
    ...[plain, given].flatMap((each) => [1, ...known].map((id) => asking(operation, each, id))),
  ];
  return [...new Map(asked.map((input) => [JSON.stringify(input), input])).values()].map((input) => [input]);
}

async function answerOf(
  { function: name, action }: Operation,
  input: object,
  openid: string,
): Promise<string> {
  mockCaller.openid = openid;
  mockStore.store = town().store;
  const answer = JSON.stringify(await mains.get(name)?.({ ...input, action }, {}));
  // In this town an id names its row's person; in life it is random, and that of something published is for everyone.
  return answer.replaceAll(/"(proposals|comments)-[a-z]+-subject-\d"/g, '"$1"');
}

it('Alice has secrets that would be seen, and gets them herself', async () => {
  expect(secrets.length).toBeGreaterThan(4);
  const profile = operations.find(([name]) => name === 'account.profile')?.[1] as Operation;
  const answer = await answerOf(profile, {}, 'openid-of-alice-subject');
  expect(answer).toContain('"ok":true');
  expect(secrets.some((text) => answer.includes(JSON.stringify(text).slice(1, -1)))).toBe(true);
});

const answered = new Set<string>();

describe.each(mine)('%s', (_, operation) => {
  const examples = plainest(operation);
  it.each([
    ['another member', 'openid-of-bob-subject'],
    ['a guest', 'openid-of-a-stranger'],
  ])(
    '[P27] answers %s nothing of anyone else, whatever is asked and whichever id is known',
    async (_who, openid) => {
      await fc.assert(
        fc.asyncProperty(inputsOf(operation), async (input) => {
          const answer = await answerOf(operation, input, openid);
          if (answer.startsWith('{"ok":true')) answered.add(`${operation.function}.${operation.action}`);
          // What the caller sent may come back; what they did not know may not.
          const sent = JSON.stringify(input);
          const leaked = secrets
            .map((text) => JSON.stringify(text).slice(1, -1))
            .filter((text) => !sent.includes(text) && answer.includes(text));
          expect(leaked).toEqual([]);
        }),
        { numRuns: examples.length + 12, examples },
      );
    },
  );
});

it('many operations were really answered: a refusal alone would prove nothing', () => {
  const read = [
    ...['account.profile', 'account.export', 'consent.current', 'consent.history', 'request.mine'],
    ...['community.feed', 'community.read', 'community.comments'],
  ];
  expect([...answered]).toEqual(expect.arrayContaining(read));
  expect(answered.size).toBeGreaterThan(mine.length / 3);
});
