import { storageKeys } from '../../src/contracts/data-map/on-device';
import { callsIn } from './calls';
import { literal, placeOf, type Finding, type Source } from './sources';

const TABLE = 'src/contracts/data-map/on-device.ts';
/** The one file that touches the phone's storage, as allowed.ts has it. */
const ADAPTER = 'src/platform/storage.ts';

const keyCalls = (source: Source) =>
  callsIn(source).filter(
    ({ on, method }) => on.includes('storage') && ['get', 'set', 'remove'].includes(method),
  );

/** Storage keys that the app uses and the map does not declare, or the other way round (P29). */
export function storageDrift(
  sources: readonly Source[],
  declared: readonly string[] = Object.keys(storageKeys),
): Finding[] {
  const app = sources.filter(({ path }) => path.startsWith('src/'));
  const written = new Set<string>();
  const wrong: Finding[] = [];
  for (const source of app.filter(({ path }) => path !== ADAPTER)) {
    for (const { call, method } of keyCalls(source)) {
      const key = literal(call.arguments[0]);
      if (method === 'set' && key !== undefined) written.add(key);
      if (key === undefined || !declared.includes(key))
        wrong.push({
          place: placeOf(source, call),
          what: key === undefined ? 'a storage key is not a literal' : `storage key ${key} is not declared`,
          remedy: `declare the key in ${TABLE} with its label and reason, and name it here`,
        });
    }
  }
  const unused = declared
    .filter((key) => !written.has(key))
    .map((key) => ({
      place: TABLE,
      what: `storage key ${key} is declared and nothing keeps it`,
      remedy: 'take it out of the table',
    }));
  return [...wrong, ...unused];
}
