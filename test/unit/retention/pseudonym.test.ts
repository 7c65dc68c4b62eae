import type * as map from '../../../src/contracts/data-map';
import { lookAgain } from '../../../cloudfunctions/retention/look-again';
import { nextBatch } from '../../../cloudfunctions/retention/people';
import { isAnyLeft } from '../../../cloudfunctions/retention/remains';
import { wipeRows } from '../../../cloudfunctions/retention/wipe';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { isOf, jobOn, town } from './leavers';

setTestKeys();
const EVERYONES = '工作人员';

/**
 * The real map, with a kept column of the requests that becomes everyone's, and messages of which everything is kept.
 */
jest.mock('../../../src/contracts/data-map', () => {
  const { dataMap } = jest.requireActual<typeof map>('../../../src/contracts/data-map');
  const { requests, messages } = dataMap;
  const { because: _, ...items } = requests.fields.items;
  const becoming = { ...items, erase: 'pseudonymise', as: '工作人员' };
  const kept = Object.entries(messages.fields).map(([name, field]) => [
    name,
    { ...field, erase: 'keep-until' },
  ]);
  return {
    dataMap: {
      ...dataMap,
      requests: { ...requests, fields: { ...requests.fields, items: becoming } },
      messages: { ...messages, fields: Object.fromEntries(kept) as object },
    },
  };
});

async function wiped(made: ReturnType<typeof town>) {
  const batch = await nextBatch(jobOn(made), 200, new Set());
  if (!batch) throw new Error('nobody is due');
  await wipeRows(jobOn(made), batch);
  return batch;
}

describe('[P57] a value that becomes everyone’s', () => {
  it('takes the place of each of theirs, and of nobody else’s', async () => {
    const [made, before] = [town(), town()];
    await wiped(made);
    const items = (one: typeof made, whose: string) =>
      one
        .rows('requests')
        .filter(isOf(whose))
        .map((row) => row['items']);
    expect(items(made, 'leaver')).toEqual(Array(4).fill(EVERYONES));
    expect(items(made, 'stayer')).toEqual(items(before, 'stayer'));
    expect(
      made
        .rows('requests')
        .filter(isOf('leaver'))
        .every((row) => !('details' in row)),
    ).toBe(true);
  });

  it('is looked for by the count: each row that still holds another counts', async () => {
    const made = town();
    const batch = await wiped(made);
    const found = async () => {
      const counted = await lookAgain(jobOn(made), batch, 'all but accounts');
      return [...counted].filter(([, remains]) => isAnyLeft(remains));
    };
    expect(await found()).toEqual([]);
    const [row] = made.rows('requests').filter(isOf('leaver-1'));
    if (row) made.put('requests', { ...row, items: '王审' });
    const one = [['leaver-1', expect.objectContaining({ requests: 1, usage: 0 })]];
    expect(await found()).toEqual(one);
    const { items: _gone, ...without } = row ?? { _id: '' };
    made.put('requests', without);
    expect(await found()).toEqual(one);
  });

  it('what is kept whole is neither touched nor looked at', async () => {
    const [made, before] = [town(), town()];
    const batch = await wiped(made);
    expect(made.rows('messages')).toEqual(before.rows('messages'));
    const counted = await lookAgain(jobOn(made), batch, 'all but accounts');
    expect([...counted.values()].some((remains) => 'messages' in remains)).toBe(false);
  });
});
