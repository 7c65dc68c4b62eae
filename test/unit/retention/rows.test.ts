import { erasurePlan, type ErasureStep } from '../../../src/contracts/data-map/derive/erasure';
import type { Batch } from '../../../cloudfunctions/retention/people';
import { filtersOf, rowsPerPerson } from '../../../cloudfunctions/retention/rows';
import { eraseDue } from '../../../cloudfunctions/retention/erase';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { accountIn } from '../../make/put-account';
import { expectErased, isOf, jobOn, town, type Town } from './leavers';

setTestKeys();
jest.mock('../../../cloudfunctions/platform/log', () => ({ log: () => undefined }));

const stepOf = (name: string) => erasurePlan().find(({ collection }) => collection === name) as ErasureStep;
const consents = stepOf('guardian_consents');
const batchOf = (made: Town, withAccounts = true): Batch => ({
  people: ['leaver-1', 'leaver-2'].map((id) =>
    withAccounts ? { id, account: accountIn(made, id) } : { id },
  ),
  through: new Map(),
});
/** An answer to the first leaver's request, by a guardian. */
const answerBy = (made: Town, guardian: string) => ({
  ...made.rows('guardian_consents')[0],
  ...{ _id: 'answer', openidDigest: accountIn(made, 'leaver-1').openidDigest, guardian },
});

describe('[P57] a row that two columns lead to', () => {
  it('counts once for one person, and for each of two', async () => {
    const made = town();
    const count = () => rowsPerPerson(made.store, consents, batchOf(made));
    expect([...(await count())].sort()).toEqual([
      ['leaver-1', 2],
      ['leaver-2', 2],
    ]);
    made.put('guardian_consents', answerBy(made, 'leaver-1'));
    expect((await count()).get('leaver-1')).toBe(3);
    made.put('guardian_consents', answerBy(made, 'leaver-2'));
    expect([...(await count())].sort()).toEqual([
      ['leaver-1', 3],
      ['leaver-2', 3],
    ]);
  });

  it('is found by the id where there is no account any more', () => {
    const made = town();
    expect(filtersOf(consents, batchOf(made, false))).toMatchObject([
      { guardian: { test: 'oneOf', value: ['leaver-1', 'leaver-2'] } },
    ]);
    expect(filtersOf(stepOf('sms_codes'), batchOf(made, false))).toEqual([]);
  });
});

test('[P57] whoever consented for another’s child is named by no answer once they are erased', async () => {
  const made = town();
  const openidDigest = accountIn(made, 'stayer-1').openidDigest;
  const answer = { ...answerBy(made, 'leaver-1'), openidDigest, state: 'consented' };
  made.put('guardian_consents', answer);
  expect(await eraseDue(jobOn(made))).toEqual({ erased: 2, left: 0 });
  expect(made.rows('guardian_consents').filter(isOf('leaver'))).toEqual([]);
  expectErased(made);
});
