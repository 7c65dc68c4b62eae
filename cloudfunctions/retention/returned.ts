import { gt, oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import { DESTROYED, keyReference } from '../platform/keys';
import type { KeyHolder } from '../platform/key-vault';
import { keyVault } from '../platform/open-key-vault';
import type { Row } from '../platform/store';
import { openJournal } from './begin';
import { lookAgainAt } from './look-again';
import { batchOf, type Person } from './people';
import { foundAmong } from './remains';

/** People taken up together, as erasing does. */
const BATCH = 200;
const PAGE = 1000;
/** Pages of erased people looked at by one run. */
const MOST_PAGES = 5;
const RUN_MS = 10 * 60_000;

/** Keys' fingerprints by subject, as an exported journal has them. */
type Named = ReadonlyMap<string, string>;

/**
 * The keys of some subjects, to be named in the journal: as the vault remembers them, else as their account has them,
 * else as an exported journal says. Of whom nothing says a name this environment's own journal does.
 */
async function keysOf(accounts: ReadonlyMap<string, Row<'accounts'>>, ids: readonly string[], named: Named) {
  const destroyed = await keyVault().elsewhere?.destroyedAmong(ids);
  return ids.flatMap((_id): KeyHolder[] => {
    const key = accounts.get(_id)?.key ?? DESTROYED;
    const fingerprint = destroyed?.get(_id) ?? (key === DESTROYED ? named.get(_id) : undefined);
    if (fingerprint !== undefined) return [{ _id, key: keyReference(fingerprint) }];
    return key === DESTROYED ? [] : [{ _id, key }];
  });
}

/**
 * Gives some subjects back to erasing, whose journal says that they are done or says nothing, because a backup brought
 * rows of theirs back. Precondition: each of them was erased. May run again and be killed anywhere; the erasing itself
 * is left to `eraseDue`, which goes on wherever the journal says `begun`.
 */
async function takeUp(job: Job, ids: readonly string[], named: Named): Promise<void> {
  const { store } = job;
  const accounts = await store.find('accounts', { _id: oneOf(ids) }, { limit: ids.length, known: true });
  const byId = new Map(accounts.map((account) => [account._id, account]));
  const people: Person[] = ids.map((id) => {
    const account = byId.get(id);
    return account ? { id, account } : { id };
  });
  await openJournal(job, await batchOf(job, people), await keysOf(byId, ids, named));
  const done = { _id: oneOf(ids), state: oneOf(['wiped', 'certified']) };
  await store.change('erasures', done, { state: 'begun', certifiedAt: null });
}

/** The same for any number of subjects; `named` says what their keys were called where nothing else does. */
export async function takeUpAll(job: Job, ids: readonly string[], named: Named = new Map()): Promise<void> {
  for (let done = 0; done < ids.length; done += BATCH)
    await takeUp(job, ids.slice(done, done + BATCH), named);
}

/** A page of people known to be erased, by id: from the vault's tombstones, or from the journal where there is none. */
async function erasedAfter({ store }: Job, after: string): Promise<string[]> {
  const { elsewhere } = keyVault();
  if (elsewhere) return elsewhere.destroyedAfter(after, PAGE);
  const filter = { state: oneOf(['wiped', 'certified']), ...(after !== '' && { _id: gt(after) }) };
  const reading = { orderBy: ['_id', 'asc'], limit: PAGE, only: ['_id'], known: true } as const;
  const rows = await store.find('erasures', filter, reading);
  return rows.map(({ _id }) => _id);
}

/**
 * Where a run begins to look: an id that moves by the golden section from run to run. So every run looks where the
 * longest gap is left, and no place needs to be remembered: everybody is looked at within twice as many runs as if
 * each went on where the last one stopped.
 */
const startOf = (now: Date): string =>
  Math.floor(((((now.getTime() / RUN_MS) | 0) * 0.618_033_988_749_895) % 1) * 2 ** 32)
    .toString(16)
    .padStart(8, '0');

/**
 * The pages of one run, from an id on and round the end to the first. Where the ids end in the midst of a page, the
 * first of them join it, so that a few people are looked for once and not twice.
 */
async function* pagesFrom(job: Job, start: string): AsyncGenerator<string[]> {
  let [after, isRound] = [start, false];
  let rest: string[] = [];
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const ids = await erasedAfter(job, after);
    const isEnd = ids.length < PAGE;
    after = ids.at(-1) ?? '';
    if (isEnd && !isRound) {
      [after, isRound, rest] = ['', true, ids];
      continue;
    }
    yield [...rest, ...ids];
    rest = [];
    if (isEnd || (isRound && after >= start)) break;
  }
  yield rest;
}

/**
 * Looks whether a backup brought anything back of those who were erased, and gives them to erasing again (P52). A
 * restore may bring back any collection alone, so each is counted that leads to a person by their id; what only a
 * digest leads to lives a day, and the sweep takes it. One run looks at up to 5000 erased people; more are looked at
 * over several runs. Answers how many came back.
 */
export async function takeUpReturned(job: Job): Promise<{ returned: number }> {
  const looked = new Set<string>();
  const returned: string[] = [];
  for await (const ids of pagesFrom(job, startOf(job.now))) {
    const fresh = ids.filter((id) => !looked.has(id));
    returned.push(...foundAmong(await lookAgainAt(job, fresh)));
    for (const id of fresh) looked.add(id);
  }
  await takeUpAll(job, returned);
  return { returned: returned.length };
}
