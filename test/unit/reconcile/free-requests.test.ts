import { staffCopy } from '../../../cloudfunctions/copy/staff';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { requestWorld, setTestStaff } from '../../make/request-world';
import { DAY } from '../../make/sharing-world';

setTestKeys();
setTestStaff();

const YEAR = 365 * DAY;
const FREE = 3;
const quote = { decision: 'quote', fee: 10, replyText: '成本费十元' };
const free = { result: 'rejected', resultMessage: staffCopy.stillFree(FREE) };

type World = Awaited<ReturnType<typeof requestWorld>>;
/** Asks so many times, an hour apart. */
async function ask(made: World, times: number, kind: 'copy' | 'access' = 'copy'): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < times; at += 1) {
    made.wait(60);
    ids.push(await made.submit(kind));
  }
  return ids;
}

describe('[P61] the first three looks or copies of a year', () => {
  it('stay free however late they are decided and whatever was asked after them', async () => {
    const made = await requestWorld();
    const ids = [...(await ask(made, 2, 'access')), ...(await ask(made, 4))];
    const judged = await made.decideAll(...[...ids].reverse().map((requestId) => ({ requestId, ...quote })));
    expect(judged.map(({ result }) => result)).toEqual([
      ...Array.from({ length: 3 }, () => 'applied'),
      ...Array.from({ length: 3 }, () => 'rejected'),
    ]);
    expect(judged.at(-1)).toMatchObject(free);
  });

  it('are counted over the year before each request, so that the next year begins anew', async () => {
    const made = await requestWorld();
    const [first = ''] = await ask(made, FREE);
    for (const { id } of await made.list()) await made.decide({ requestId: id, decision: 'approve' });
    // The first of them was asked two hours before the last: a year after it, there are two in the year before.
    made.wait(YEAR - 2 * 60);
    const [fourth, fifth] = [await made.submit('copy'), await made.submit('access')];
    expect((await made.read(first)).state).toBe('done');
    expect(await made.decide({ requestId: fourth, ...quote })).toMatchObject(free);
    expect(await made.decide({ requestId: fifth, ...quote })).toMatchObject({ result: 'applied' });
    made.wait(YEAR + DAY);
    for (const requestId of await ask(made, FREE))
      expect(await made.decide({ requestId, ...quote })).toMatchObject(free);
  });

  it('are none of those that were taken back, repeated, declined or of another kind', async () => {
    const made = await requestWorld();
    const [kept = '', back = '', again = '', ...paid] = await ask(made, 5);
    await made.submit('question', '请问');
    await made.move('cancel', back);
    await made.decide({ requestId: again, decision: 'duplicate', duplicateOf: kept });
    const [fourth = '', fifth = ''] = paid;
    for (const requestId of [kept, fourth, fifth])
      expect(await made.decide({ requestId, ...quote })).toMatchObject(free);
    const [sixth = '', seventh = ''] = await ask(made, 2);
    expect(await made.decide({ requestId: sixth, ...quote })).toMatchObject({ result: 'applied' });
    await made.move('declineFee', sixth);
    expect(await made.decide({ requestId: seventh, ...quote })).toMatchObject({ result: 'applied' });
    await made.move('acceptFee', seventh);
    expect(await made.decide({ requestId: seventh, decision: 'approve' })).toMatchObject({
      result: 'applied',
    });
  });

  it('count once a repeated one was disputed and answered after all', async () => {
    const made = await requestWorld();
    const [first = '', second = '', , fourth = ''] = await ask(made, 4);
    await made.decide({ requestId: second, decision: 'duplicate', duplicateOf: first });
    expect(await made.decide({ requestId: fourth, ...quote })).toMatchObject(free);
    await made.move('appeal', second);
    await made.decide({ requestId: second, decision: 'approve', reviewer: '小周' });
    expect(await made.decide({ requestId: fourth, ...quote })).toMatchObject({ result: 'applied' });
  });
});
