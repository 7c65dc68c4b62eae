import type { Store } from '../../../cloudfunctions/platform/store';
import { emptyIdleForms } from '../../../cloudfunctions/retention/idle-forms';
import { sweep } from '../../../cloudfunctions/retention/sweep';
import { faultyStore } from '../../make/faulty-store';
import { memoryStore } from '../../make/memory-store';

const HOUR = 60 * 60_000;
const began = new Date('2026-03-02T02:00:00.000Z');
const jobAt = (store: Store, hours: number) => ({
  store,
  wechat: undefined as never,
  now: new Date(began.getTime() + hours * HOUR),
});
const words = { decision: 'reply', replyText: '她说的话', alternative: '另一个办法', expectedVersion: 1 };
const form = (_id: string, requestId: unknown, more: object = {}) => ({
  ...{ _id, requestId, reviewer: '王审', submit: false, seenAt: began.toISOString() },
  ...words,
  ...more,
});

/** Forms by what they name, of which only one can still decide something. */
function desk() {
  const memory = memoryStore();
  memory.put('requests', { _id: 'r-open', open: true });
  memory.put('requests', { _id: 'r-closed', open: false });
  for (const [id, requestId] of [
    ['used', 'r-open'],
    ['blank-before', ' r-open'],
    ['of-a-closed-one', 'r-closed'],
    ['unknown', 'r-gone'],
    ['no-text', 7],
    ['empty', undefined],
  ] as const)
    memory.put('staff_decisions', form(id, requestId));
  const typed = () => memory.rows('staff_decisions').flatMap((row) => ('replyText' in row ? [row._id] : []));
  return { ...memory, typed };
}
const ALL = ['used', 'blank-before', 'of-a-closed-one', 'unknown', 'no-text', 'empty'];

describe('[P34] what staff typed into a form that can decide nothing', () => {
  it('goes a day after the form was first seen, from each such form and from no other', async () => {
    const made = desk();
    expect(await emptyIdleForms(jobAt(made.store, 24))).toEqual({ formsEmptied: 0 });
    expect(made.typed()).toEqual(ALL);
    expect(await emptyIdleForms(jobAt(made.store, 24.1))).toEqual({ formsEmptied: 5 });
    expect(made.typed()).toEqual(['used']);
    const [, mistyped] = made.rows('staff_decisions');
    expect(mistyped).toEqual({
      ...{ _id: 'blank-before', requestId: ' r-open', reviewer: '王审', submit: false },
      seenAt: began.toISOString(),
    });
    expect(await emptyIdleForms(jobAt(made.store, 25))).toEqual({ formsEmptied: 0 });
  });

  it('stays where nobody has seen the form yet, or where it was judged and its day runs', async () => {
    const made = memoryStore();
    const { seenAt: _, ...unseen } = form('unseen', 'r-gone');
    made.put('staff_decisions', unseen);
    const processedAt = new Date(began.getTime() + 30 * HOUR).toISOString();
    made.put('staff_decisions', form('judged', 'r-gone', { result: 'rejected', processedAt }));
    expect(await emptyIdleForms(jobAt(made.store, 40))).toEqual({ formsEmptied: 0 });
    await sweep(jobAt(made.store, 55));
    expect(made.rows('staff_decisions').map((row) => 'replyText' in row)).toEqual([true, false]);
  });

  it('is taken page by page, and no form keeps those behind it waiting', async () => {
    const made = memoryStore();
    made.put('requests', { _id: 'r-open', open: true });
    // In no order that helps.
    for (let at = 1099; at >= 0; at -= 1)
      made.put('staff_decisions', form(`f-${String(at).padStart(4, '0')}`, at < 600 ? 'r-open' : 'r-gone'));
    expect(await emptyIdleForms(jobAt(made.store, 30))).toEqual({ formsEmptied: 500 });
  });

  it('stays with a form that is judged while a run looks', async () => {
    const made = desk();
    const find: Store['find'] = async (name, filter, reading) => {
      const rows = await made.store.find(name, filter, reading);
      if (name === 'staff_decisions')
        await made.store.change('staff_decisions', { _id: 'unknown' }, { processedAt: began.toISOString() });
      return rows;
    };
    expect(await emptyIdleForms(jobAt({ ...made.store, find }, 30))).toEqual({ formsEmptied: 4 });
    expect(made.typed()).toEqual(['used', 'unknown']);
  });

  it('goes all the same when a run dies at any of its calls', async () => {
    for (let at = 1; ; at += 1) {
      const made = desk();
      const faulty = faultyStore(made.store, at, 'after');
      await emptyIdleForms(jobAt(faulty.store, 30)).catch(() => undefined);
      await emptyIdleForms(jobAt(made.store, 30));
      expect(made.typed()).toEqual(['used']);
      if (faulty.calls() < at) break;
    }
  });
});
