import { isUntouched } from '../../../cloudfunctions/platform/guard';
import { fillQueue } from '../../../cloudfunctions/reconcile/fill-queue';
import { dataMap } from '../../../src/contracts/data-map';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { requestWorld, setTestStaff } from '../../make/request-world';

setTestKeys();
setTestStaff();
jest.mock('../../../cloudfunctions/platform/log', () => ({ log: () => undefined }));

/** Three requests, of which somebody edits the oldest before staff's list has any. */
async function edited(columns: object) {
  const made = await requestWorld();
  const ids: string[] = [];
  for (const address of ['甲路1号', '乙路1号', '丙路1号']) {
    made.wait(1);
    ids.push(await made.submit('correct', { field: 'address', value: address }));
  }
  const row = made.rows('requests').find(({ _id }) => _id === ids[0]);
  const kept = Object.entries({ ...row, ...columns }).filter(([, value]) => value !== undefined);
  made.put('requests', { _id: ids[0] ?? '', ...Object.fromEntries(kept) });
  return { made, others: ids.slice(1) };
}
type World = Awaited<ReturnType<typeof edited>>['made'];
const listed = (made: World) => made.rows('review_queue').map(({ _id }) => _id);
const behind = (made: World) => made.rows('requests').filter(({ staleSince }) => staleSince !== undefined);

describe('one request edited by hand keeps no other from staff’s list', () => {
  it.each([
    ['its version is gone', { version: undefined }],
    ['its version is an object', { version: { is: 'nine' } }],
    ['its version is no number', { version: NaN }],
    ['its person is an object', { subject: { is: 'nobody' } }],
    ['its person is gone', { subject: undefined }],
  ])('where %s', async (_, columns) => {
    const { made, others } = await edited(columns);
    await fillQueue(made.job());
    expect(listed(made)).toEqual(others);
    expect(behind(made)).toEqual([]);
  });

  it('and where all that moved was edited, the list stays as it is', async () => {
    const { made, others } = await edited({ version: undefined });
    await fillQueue(made.job());
    const [first = { _id: '' }] = made.rows('requests').filter(({ _id }) => _id === others[0]);
    made.put('requests', { ...first, version: { is: 1 }, staleSince: made.now().toISOString() });
    await fillQueue(made.job());
    expect(listed(made)).toEqual(others.slice(1));
    expect(behind(made)).toEqual([]);
  });
});

it('a row with a value that no text can hold was not written by the functions', async () => {
  const made = await requestWorld();
  await made.submit('question');
  const [row] = await made.store.find('requests', { subject: made.account()._id });
  if (!row) throw new Error('nothing was filed');
  for (const codeTries of [NaN, Infinity])
    expect(isUntouched(dataMap.requests, { ...row, codeTries })).toBe(false);
  expect(isUntouched(dataMap.requests, row)).toBe(true);
});
