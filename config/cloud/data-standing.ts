import { operator } from '../../src/contracts/operator';
import type { Actual } from './actual';
import type { Management } from './management';

/** Rows of another version than that of the functions which run; undefined where these could not be asked. */
export interface DataStanding {
  older: number;
  unknown: number;
}

/** Asks the functions that run how the data stands to them; an empty environment has none to ask. */
export async function readDataStanding(
  management: Management,
  { functions }: Actual,
): Promise<DataStanding | undefined> {
  const { health } = operator;
  const release = functions.get(health.function)?.release;
  if (!release || release.data === 0) return undefined;
  try {
    const text = await management.invoke(health.function, { action: health.action });
    const { data } = JSON.parse(text) as { data?: unknown };
    const { signals } = health.output.parse(data);
    const count = (name: string) => signals.find((signal) => signal.name === name)?.count ?? 0;
    return { older: count('schema-older'), unknown: count('schema-unknown') };
  } catch {
    // Of another release, or stopped: `verify` says so.
    return undefined;
  }
}
