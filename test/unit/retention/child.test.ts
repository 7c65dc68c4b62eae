import type { Call } from '../../../cloudfunctions/platform/handler';
import { operations } from '../../../cloudfunctions/retention/operations';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { allRows, makeTown } from '../../make/town';

setTestKeys();
const due = new Date('2026-03-05T02:00:00.000Z');
const now = new Date('2026-03-02T02:00:00.000Z');

/** A child in the town, whose account stands as told. */
function town(status: 'active' | 'frozen' | 'erasing') {
  const made = makeTown(['child', 'other'], due);
  const account = made.rows('accounts').find(({ _id }) => _id === 'child');
  if (account) made.put('accounts', { ...account, status });
  const input = { phone: 'phone-of-child', by: '王管理', reference: '家长来信-7' };
  const found = () =>
    operations.childFound({ store: made.store, now, input } as unknown as Call<typeof input>);
  return { ...made, found, child: () => made.rows('accounts').find(({ _id }) => _id === 'child') };
}

describe('[P67] a child who was found', () => {
  it.each(['active', 'frozen'] as const)(
    'is erased by the next run where the account is %s',
    async (status) => {
      const made = town(status);
      expect(await made.found()).toMatchObject({ ok: true, data: { subject: 'child' } });
      expect(made.child()).toMatchObject({ status: 'frozen', eraseAfter: now.toISOString() });
      expect(made.rows('audits')).toMatchObject([{ action: 'child-found' }]);
    },
  );

  it('is left alone where erasing has begun, for nothing may take an account back from there', async () => {
    const made = town('erasing');
    const before = allRows(made.rows);
    expect(await made.found()).toMatchObject({ ok: false, error: { code: 'ACCOUNT_UNKNOWN' } });
    expect(allRows(made.rows)).toEqual(before);
  });
});
