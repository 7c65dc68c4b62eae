import { recipients, type RecipientId } from '../../src/contracts/data-map/recipients';
import { covers } from './capabilities';
import { doors } from './doors';
import { hostDrift } from './hosts';
import { reachesIn } from './reaches';
import type { Finding, Source } from './sources';

const TABLE = 'config/drift/doors.ts';

/** Doors that nothing uses, recipients without a door, and addresses that no recipient stands behind. */
export function outboundDrift(sources: readonly Source[], table: typeof doors = doors): Finding[] {
  const closed = Object.entries(table).flatMap(([path, { by }]): Finding[] => {
    const source = sources.find((each) => each.path === path);
    const reaches = source ? reachesIn(source) : [];
    return by.every((name) => reaches.some((reach) => covers(name, reach)))
      ? []
      : [{ place: TABLE, what: `nothing leaves through ${path}`, remedy: 'take the door out of the table' }];
  });
  const reached = new Set(Object.values(table).flatMap(({ to }) => to));
  const unreached = (Object.keys(recipients) as RecipientId[])
    .filter((id) => !reached.has(id))
    .map((id) => ({
      place: 'src/contracts/data-map/recipients.ts',
      what: `recipient ${id} is declared and no door leads to it`,
      remedy: `take it out, or name its door in ${TABLE}`,
    }));
  const product = sources.filter(({ path }) => !path.startsWith('src/contracts/promises/'));
  return [...closed, ...unreached, ...product.flatMap(hostDrift)];
}
