import type { TestCloud } from './cloud';

/**
 * Does work in this process that seals rows as a cloud's own functions do, and gives the keys back: the functions of
 * the next cloud would take them from here.
 */
export async function withKeysOf<T>(on: Pick<TestCloud, 'secrets'>, work: () => Promise<T>): Promise<T> {
  const keys = on.secrets();
  const before = Object.keys(keys).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, keys);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}
