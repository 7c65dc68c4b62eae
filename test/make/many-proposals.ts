import { randomUUID } from 'node:crypto';
import { GENESIS } from '../../cloudfunctions/domain/ledger';
import { placesOf, searchedIn } from '../../cloudfunctions/domain/community/writing';
import { byTop } from '../../cloudfunctions/domain/community/places';
import { createSubjectKey } from '../../cloudfunctions/platform/keys';
import { sealRow } from '../../cloudfunctions/platform/sealing';
import { termsOf } from '../../cloudfunctions/platform/search-terms';
import { dataMap } from '../../src/contracts/data-map';
import { agreedAt } from './agreed-at';
import { withKeysOf } from './borrowed-keys';
import type { TestCloud } from './cloud';
import { insert } from './frozen-people';

const AUTHORS = 1000;
const CHUNK = 1000;
const CITIES = ['420100', '440300', '310100', '110100'] as const;
const THINGS = ['电梯', '绿化', '保洁', '停车', '安保', '照明', '门禁', '水泵'] as const;
const START = Date.parse('2026-01-05T02:00:00.000Z');

function authorOf(index: number) {
  const subject = randomUUID();
  const { key, wrapped, wrappedBy } = createSubjectKey(subject);
  const at = new Date(START).toISOString();
  const account = {
    ...{ openid: `author-${index}-${subject}`, phone: `1${String(3_000_000_000 + index)}`, age: 'adult' },
    ...{ grants: {}, ...agreedAt(at), status: 'active', registeredAt: at, openRequests: 0 },
    ...{ key: wrapped, keyWrappedBy: wrappedBy, chain: { seq: 0, head: GENESIS } },
  } as const;
  return { subject, key, row: sealRow(dataMap.accounts, subject, account as never, key) };
}

type Author = ReturnType<typeof authorOf>;

function proposalOf(index: number, { subject, key }: Author) {
  const id = `p${randomUUID()}`;
  const supports = (index * 7919) % 500;
  const places = placesOf(new Date(START + index * 1000).toISOString(), id);
  const thing = THINGS[index % THINGS.length] ?? '';
  const words = { title: `第${String(index)}号${thing}方案`, text: `关于${thing}怎样分摊费用的想法。` };
  const facts = {
    ...{ subject, state: 'published' as const, ...words, ...places, supports },
    ...{ top: byTop(supports, places.newest), place: CITIES[index % CITIES.length] },
    terms: termsOf(searchedIn(words)),
  } as const;
  return sealRow(dataMap.proposals, id, facts, key);
}

/** Settles so many published proposals, of a thousand authors and four cities, straight into the engine. */
export const settleProposals = (on: TestCloud, many: number): Promise<void> =>
  withKeysOf(on, async () => {
    const authors = Array.from({ length: Math.min(AUTHORS, many) }, (_, index) => authorOf(index));
    await insert(
      on,
      'accounts',
      authors.map(({ row }) => row),
    );
    for (let done = 0; done < many; done += CHUNK) {
      const rows = Array.from({ length: Math.min(CHUNK, many - done) }, (_, n) =>
        proposalOf(done + n, authors[(done + n) % authors.length] as Author),
      );
      await insert(on, 'proposals', rows);
    }
  });
