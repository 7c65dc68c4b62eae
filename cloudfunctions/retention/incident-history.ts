import * as z from 'zod/mini';
import { dataMap } from '../../src/contracts/data-map';
import { changesOf, isAlwaysHeld, type Holding } from '../domain/incident';
import { gt, oneOf } from '../platform/conditions';
import type { SubjectKey } from '../platform/keys';
import { keyVault } from '../platform/open-key-vault';
import { openRow } from '../platform/sealing';
import type { Row, Store } from '../platform/store';
import type { Leak } from './incident-field';

/**
 * What an account's chain tells of one field, or that something in it does not open, so that nothing can be ruled out.
 */
export type History = Pick<Holding, 'given' | 'changes'> | 'damaged';

const PAGE = 1000;
const registered = z.object({ given: z.optional(z.array(z.string())) });
const corrected = z.object({ field: z.string(), cleared: z.boolean() });
const imported = z.object({ field: z.string() });

/**
 * What one ledger row says about a field: a change, or whether it came with registration. Throws where it does not
 * open.
 */
function saidBy(row: Row<'ledger'>, key: SubjectKey | undefined, name: string): Partial<Holding> {
  const change = (there: boolean) => ({ changes: [{ at: row.at, there }] });
  const bodyOf = () => {
    if (!key) throw new Error('no key');
    return openRow(dataMap.ledger, row, key).content?.body;
  };
  switch (row.type) {
    case 'account.registered': {
      const { given } = z.parse(registered, bodyOf());
      return given ? { given: given.includes(name) } : {};
    }
    case 'account.corrected': {
      const { field, cleared } = z.parse(corrected, bodyOf());
      return field === name ? change(!cleared) : {};
    }
    case 'account.imported':
      return z.parse(imported, bodyOf()).field === name ? change(true) : {};
    default:
      return change(true);
  }
}

/** One account's history from its rows, whatever they are; one bad row leaves the others' people alone. */
function historyOf(
  rows: readonly Row<'ledger'>[],
  key: SubjectKey | undefined,
  { name, field }: Leak,
): History {
  try {
    const said = rows.map((row) => saidBy(row, key, name));
    const given = isAlwaysHeld(field) || said.find((each) => each.given !== undefined)?.given;
    const changes = said.flatMap((each) => each.changes ?? []);
    // Row ids end in a number without leading zeros, so their order is not the chain's.
    return { given, changes: changes.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))) };
  } catch {
    return 'damaged';
  }
}

/** The history of a field for up to 1000 accounts, from their chains, by subject id. */
export async function histories(
  store: Store,
  leak: Leak,
  accounts: readonly Pick<Row<'accounts'>, '_id' | 'key'>[],
): Promise<Map<string, History>> {
  const rows = new Map(accounts.map(({ _id }) => [_id, [] as Row<'ledger'>[]]));
  const keys = await keyVault().openMany(accounts);
  const types = isAlwaysHeld(leak.field)
    ? changesOf(leak.name)
    : [...changesOf(leak.name), 'account.registered' as const];
  for (let after = ''; ;) {
    const filter = {
      subject: oneOf([...rows.keys()]),
      type: oneOf(types),
      ...(after && { _id: gt(after) }),
    };
    const page = await store.find('ledger', filter, { orderBy: ['_id', 'asc'], limit: PAGE });
    for (const row of page) rows.get(row.subject)?.push(row);
    after = page.at(-1)?._id ?? '';
    if (page.length < PAGE) break;
  }
  return new Map([...rows].map(([id, chain]) => [id, historyOf(chain, keys.get(id), leak)]));
}
