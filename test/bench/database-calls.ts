import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson } from '../make/person';

/** What one operation cost, and the most it may. */
export interface OperationCost {
  operation: string;
  calls: number;
  /** Of these, what changes nothing; the others write, or begin and end a transaction. */
  reads: number;
  target: number;
}

const READING = ['getDocument', 'calculateDocument', 'aggregateDocuments'].map((name) => `database.${name}`);

/** Answers how many calls have only read since then. */
export function countReads({ cloud: { database } }: TestCloud): () => number {
  const call = database.call.bind(database);
  let reads = 0;
  database.call = (action, params) => {
    reads += Number(READING.includes(action));
    return call(action, params);
  };
  return () => reads;
}

/** Counts the database calls of each operation on the functions as built. */
export async function benchDatabaseCalls(): Promise<OperationCost[]> {
  const on = await startTestCloud();
  try {
    const person = makePerson(on);
    const costs: OperationCost[] = [];
    const reads = countReads(on);
    const run = async (name: string, action: string, target: number, input: object = {}) => {
      const before = reads();
      const data = dataOf(await person.call(name, action, input));
      const operation = `${name}.${action}`;
      costs.push({ operation, calls: on.databaseCalls(name), reads: reads() - before, target });
      return data;
    };
    const { number } = person;
    await run('account', 'session', 1);
    await run('account', 'sendSmsCode', 8, { number });
    const [message] = await on.outbox();
    const code = /\d{6}/.exec(JSON.stringify(message?.text ?? message?.data))?.[0];
    const phone = { kind: 'sms', number, code };
    const policyVersion = await person.policyVersion();
    await run('account', 'register', 8, {
      phone,
      policyVersion,
      age: 'adult',
      nickname: person.nickname,
    });
    await run('account', 'profile', 2);
    await run('account', 'switchCity', 5, { code: '440300' });
    await run('consent', 'current', 2);
    await run('consent', 'set', 5, { purpose: 'locate', granted: true, policyVersion });
    await run('consent', 'set', 5, { purpose: 'analytics', granted: true, policyVersion });
    const visit = { page: 'pages/home/index', from: 'pages/me/index', dwell: 1200 };
    await run('consent', 'usage', 3, { events: [{ ...visit, at: on.cloud.clock.now().toISOString() }] });
    await run('consent', 'history', 2);
    await run('consent', 'receipt', 2, { id: '3' });
    const { id } = await run('request', 'submit', 6, { kind: 'copy' });
    await run('request', 'mine', 2);
    await run('request', 'read', 2, { id });
    await run('request', 'cancel', 8, { id });
    await run('policy', 'current', 0);
    const words = { title: '电梯保养怎样定价', text: '按楼层定，低层少付一些。' };
    const published = await run('community', 'publish', 8, { attempt: 'bench', ...words });
    const about = { id: published['id'] };
    await run('community', 'feed', 2, { order: 'newest' });
    await run('community', 'search', 2, { words: '电梯' });
    await run('community', 'read', 5, about);
    await run('community', 'support', 11, { ...about, on: true });
    await run('community', 'comment', 10, { ...about, attempt: 'bench', text: '同意。' });
    await run('community', 'comments', 5, about);
    await run('account', 'deregister', 10, { phone: await person.proof() });
    return costs;
  } finally {
    await on.stop();
  }
}

/** The costs as lines to print. */
export const formatDatabaseCalls = (costs: readonly OperationCost[]): string =>
  costs
    .map(
      ({ operation, calls, reads, target }) =>
        `${operation.padEnd(22)}${String(calls).padStart(3)} calls, ${String(reads).padStart(2)} of them read   at most ${String(target)}`,
    )
    .join('\n');
