import type { TestCloud } from './cloud';
import { dataOf } from './expect-answer';

/** What staff do at the desk: fill rows, let the timer run, read what became of them. */
export function staffDesk(cloud: TestCloud) {
  const put = async (row: object): Promise<string> => {
    const { body } = await cloud.post('/api/staff-decisions', { reviewer: '王审', submit: true, ...row });
    const [id] = (body as { insertedIds: string[] }).insertedIds;
    if (id === undefined) throw new Error('the row was not taken');
    return id;
  };
  const rowOf = (id: string) => cloud.rows('staff_decisions').find(({ _id }) => _id === id) ?? {};
  return {
    put,
    rowOf,
    /** Fills one row and answers it as the timer judged it. */
    async decide(row: object): Promise<Record<string, unknown>> {
      const id = await put({ expectedVersion: 1, ...row });
      dataOf(await cloud.timer('reconcile'));
      return rowOf(id);
    },
    /** Records a letter and answers its row. */
    async record(letter: object): Promise<Record<string, unknown>> {
      const id = await put({ decision: 'intake', kind: 'question', words: '请问怎么改地址', ...letter });
      dataOf(await cloud.timer('reconcile'));
      return rowOf(id);
    },
    /** The list as staff see it now. */
    async queue(): Promise<Record<string, unknown>[]> {
      dataOf(await cloud.timer('reconcile'));
      const { requests } = dataOf(await cloud.invoke('reconcile', { action: 'queue' }));
      return requests as Record<string, unknown>[];
    },
  };
}
