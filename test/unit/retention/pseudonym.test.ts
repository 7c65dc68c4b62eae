import * as erasure from '../../../src/contracts/data-map/derive/erasure';
import { nextBatch } from '../../../cloudfunctions/retention/people';
import { scan, wipeRows } from '../../../cloudfunctions/retention/wipe';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { isOf, jobOn, town } from './leavers';

setTestKeys();
const EVERYONES = '工作人员';
const real = jest.requireActual<typeof erasure>('../../../src/contracts/data-map/derive/erasure');

/** The real plan, with one kept column of the requests that becomes everyone's. */
const plan = (collection: string) =>
  real
    .erasurePlan()
    .map((step) =>
      step.collection === collection
        ? { ...step, treat: 'reduce' as const, replaced: { decidedBy: EVERYONES } }
        : step,
    );
jest.mock('../../../src/contracts/data-map/derive/erasure', () => {
  const actual = jest.requireActual<typeof erasure>('../../../src/contracts/data-map/derive/erasure');
  return { ...actual, erasurePlan: jest.fn(actual.erasurePlan) };
});
beforeEach(() => jest.mocked(erasure.erasurePlan).mockReturnValue(plan('requests')));

const batchOn = async (made: ReturnType<typeof town>) => {
  const batch = await nextBatch(jobOn(made), 200, new Set());
  if (!batch) throw new Error('nobody is due');
  return batch;
};

describe('[P57] a value that becomes everyone’s', () => {
  it('takes the place of each of theirs, and of nobody else’s', async () => {
    const [made, before] = [town(), town()];
    await wipeRows(jobOn(made), await batchOn(made));
    const decidedBy = (one: typeof made, whose: string) =>
      one
        .rows('requests')
        .filter(isOf(whose))
        .map((row) => row['decidedBy']);
    expect(decidedBy(made, 'leaver')).toEqual(Array(4).fill(EVERYONES));
    expect(decidedBy(made, 'stayer')).toEqual(decidedBy(before, 'stayer'));
    expect(
      made
        .rows('requests')
        .filter(isOf('leaver'))
        .every((row) => !('details' in row)),
    ).toBe(true);
  });

  it('is looked for by the scan: each row that still holds another counts', async () => {
    const made = town();
    const batch = await batchOn(made);
    await wipeRows(jobOn(made), batch);
    expect(await scan(jobOn(made), batch)).toBe(0);
    const [row] = made.rows('requests').filter(isOf('leaver-1'));
    if (row) made.put('requests', { ...row, decidedBy: '王审' });
    expect(await scan(jobOn(made), batch)).toBe(1);
    const { decidedBy: _gone, ...without } = row ?? { _id: '' };
    made.put('requests', without);
    expect(await scan(jobOn(made), batch)).toBe(1);
  });

  it('what is kept whole is neither touched nor looked at', async () => {
    const [made, before] = [town(), town()];
    const batch = await batchOn(made);
    const kept = plan('').map((step) => ({ ...step, treat: 'none' as const }));
    jest.mocked(erasure.erasurePlan).mockReturnValue(kept);
    expect(await scan(jobOn(made), batch)).toBe(0);
    await wipeRows(jobOn(made), batch);
    expect(made.rows('messages')).toEqual(before.rows('messages'));
  });
});
