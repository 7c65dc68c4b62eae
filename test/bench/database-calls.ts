import { startTestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson } from '../make/person';

/** What one operation cost, and the most it may. */
export interface OperationCost {
  operation: string;
  calls: number;
  target: number;
}

/** Counts the database calls of each operation on the functions as built. */
export async function benchDatabaseCalls(): Promise<OperationCost[]> {
  const on = await startTestCloud();
  try {
    const person = makePerson(on);
    const costs: OperationCost[] = [];
    const run = async (name: string, action: string, target: number, input: object = {}) => {
      const data = dataOf(await person.call(name, action, input));
      costs.push({ operation: `${name}.${action}`, calls: on.databaseCalls(name), target });
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
    return costs;
  } finally {
    await on.stop();
  }
}

/** The costs as lines to print. */
export const formatDatabaseCalls = (costs: readonly OperationCost[]): string =>
  costs
    .map(
      ({ operation, calls, target }) =>
        `${operation.padEnd(22)}${String(calls).padStart(3)} calls   at most ${String(target)}`,
    )
    .join('\n');
