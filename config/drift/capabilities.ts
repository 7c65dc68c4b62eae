import ts from 'typescript';
import { allowed, ownPathsOnly } from './allowed';
import { doors } from './doors';
import { reachesIn, type Reach } from './reaches';
import { literal, placeOf, type Finding, type Source } from './sources';

const TABLE = 'config/drift/allowed.ts';

/** Whether a name is another one, a member of it, or a file of that package. */
const isWithin = (name: string, whole: string) =>
  name === whole || name.startsWith(`${whole}.`) || name.startsWith(`${whole}/`);

/** Whether what is allowed covers what is reached. */
export const covers = (allowance: string, { name }: Reach): boolean => isWithin(name, allowance);

/** Whoever may use a part of a module may load it, which uses nothing yet. */
const mayLoad = (allowance: string, { name, loads }: Reach) => loads === true && isWithin(allowance, name);

const isUnder = (path: string, beginning: string) =>
  path === beginning || (/^$|\/$/.test(beginning) && path.startsWith(beginning));

/** Whether a call's address begins with a path of the own host; a template counts by how it begins. */
function isOwnPath({ parent }: ts.Node): boolean {
  const [address] = ts.isCallExpression(parent) ? parent.arguments : [];
  const text = address && ts.isTemplateExpression(address) ? address.head.text : literal(address);
  return /^\/(?![/\\])/.test(text ?? '');
}

const leadsElsewhere = (path: string, { name, node }: Reach) =>
  name === 'fetch' && ownPathsOnly.includes(path) && !isOwnPath(node);

const remedyFor = (path: string) =>
  path.startsWith('src/')
    ? `leave it to src/platform (storage.ts keeps, call-function.ts sends), or allow it to this file in ${TABLE}`
    : `send through cloudfunctions/platform/outbound.ts, or declare the door in config/drift/doors.ts with its \
recipient; what sends nothing is allowed in ${TABLE}`;

/** What a file takes from outside itself and is not allowed to, and what is allowed and nothing uses. */
export function capabilityDrift(
  sources: readonly Source[],
  table: typeof allowed = allowed,
  exits: typeof doors = doors,
): Finding[] {
  const allowances = Object.entries(table).flatMap(([beginning, names]) =>
    names.map((name) => ({ beginning, name })),
  );
  const used = new Set<(typeof allowances)[number]>();
  const mayReach = (path: string, reach: Reach): boolean => {
    const own = allowances.filter(({ beginning }) => isUnder(path, beginning));
    const covering = own.filter(({ name }) => covers(name, reach));
    for (const allowance of covering) used.add(allowance);
    if (covering.length > 0 && !leadsElsewhere(path, reach)) return true;
    const ways = exits[path]?.by ?? [];
    return ways.some((way) => covers(way, reach)) || own.some(({ name }) => mayLoad(name, reach));
  };
  const refused = sources.flatMap((source) =>
    reachesIn(source)
      .filter((reach) => !mayReach(source.path, reach))
      .map(({ name, node }) => ({
        place: placeOf(source, node),
        what: `${name} is not allowed here`,
        remedy: remedyFor(source.path),
      })),
  );
  const unused = allowances
    .filter((each) => each.beginning !== '' && !used.has(each))
    .map(({ beginning, name }) => ({
      place: TABLE,
      what: `${name} is allowed to ${beginning} and nothing there uses it`,
      remedy: 'take it out of the table',
    }));
  return [...refused, ...unused];
}
