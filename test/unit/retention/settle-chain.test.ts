import { nextRow } from '../../../cloudfunctions/domain/ledger';
import { openedMember } from '../../../cloudfunctions/platform/member';
import { record } from '../../../cloudfunctions/platform/record';
import type { Row } from '../../../cloudfunctions/platform/store';
import { appeal, cancel } from '../../../cloudfunctions/request/moves';
import { attach } from '../../../cloudfunctions/request/attachments';
import { submit } from '../../../cloudfunctions/request/submit';
import { provenPast } from '../../../cloudfunctions/retention/proven-past';
import { coverOf } from '../../make/cover';
import { smallJpeg } from '../../make/pictures';
import { FILED, LATER, office } from './altered-office';

const reasons = { reasonCode: 'repetitive', replyText: '上周刚答复过', alternative: '看上次的答复' };
const unsound = { ok: false, error: { code: 'LEDGER_UNSOUND' } };

/** A refusal that the person appealed against, and whose row somebody edited by hand. */
async function appealed() {
  const here = await office();
  expect(await here.decide({ decision: 'refuse', ...reasons })).toBe('applied');
  expect(await appeal(here.call({ id: here.id, reason: '没有答全' }, LATER))).toMatchObject({ ok: true });
  here.edit({ dueOn: '2027-01-01' });
  return here;
}
type Office = Awaited<ReturnType<typeof appealed>>;
const put = async (here: Office, row: Row<'ledger'>) => {
  await here.store.remove('ledger', { _id: row._id });
  await here.store.add('ledger', [row]);
};
const eventOf = (here: Office, type: string) => {
  const row = here.events().find((each) => each.type === type);
  if (!row) throw new Error(`nothing says ${type}`);
  return row;
};
const remove = (type: string) => async (here: Office) => {
  await here.store.remove('ledger', { _id: eventOf(here, type)._id });
};

describe('[P60] a request is not settled by a chain', () => {
  it.each<[string, (here: Office) => Promise<unknown>]>([
    ['that lacks a row', remove('request.refused')],
    ['that lacks its first row', remove('request.submitted')],
    ['that lacks its end', remove('request.appealed')],
    [
      'of which a row was written anew, commitment and all',
      (here) => {
        const { subject, seq, previous, at } = eventOf(here, 'request.refused');
        const before = { seq: seq - 1, head: previous };
        return put(here, nextRow(subject, before, { type: 'request.reviewed' }, at, coverOf('')));
      },
    ],
    [
      'of which a row says another time',
      (here) => put(here, { ...eventOf(here, 'request.refused'), at: FILED.toISOString() }),
    ],
    [
      'of which a row bears the name of another',
      (here) => put(here, { ...eventOf(here, 'request.refused'), _id: 'person.77' }),
    ],
    [
      'that has a row too many',
      (here) => {
        const chain = here.account().chain;
        return here.store.add('ledger', [
          nextRow('person', chain, { type: 'request.returned' }, LATER.toISOString(), coverOf('')),
        ]);
      },
    ],
    [
      'whose end the account does not name',
      (here) =>
        here.store.change(
          'accounts',
          { _id: 'person' },
          { chain: { ...here.account().chain, head: 'f'.repeat(64) } },
        ),
    ],
    [
      'that lost what it said of that request',
      (here) => {
        const { content: _, ...bare } = eventOf(here, 'request.appealed');
        return put(here, bare);
      },
    ],
  ])('%s', async (_, meddle) => {
    const here = await appealed();
    await meddle(here);
    const before = JSON.stringify(here.row());
    for (const how of ['accept', 'close'] as const) expect(await here.settle(how)).toMatchObject(unsound);
    expect(JSON.stringify(here.row())).toBe(before);
    expect(here.rows('audits').filter(({ action }) => action === 'altered-settled')).toEqual([]);
  });
});

/** The same person's other request, which they took back, and whose last event lost what it said. */
async function besides() {
  const here = await office();
  const other = await submit(here.call({ kind: 'question', details: '另一件事', attempt: 'other' }));
  if (!other.ok) throw new Error(other.error.code);
  await cancel(here.call({ id: other.data.id }, LATER));
  here.edit({ state: 'done' });
  const lose = async (type: string) => {
    const { content: _, ...bare } = eventOf(here, type);
    await put(here, bare);
  };
  return { here, other: other.data.id, lose };
}

describe('what another row of a sound chain lost', () => {
  it('holds nothing up where another request, which nobody touched, tells it too', async () => {
    const { here, lose } = await besides();
    await lose('request.cancelled');
    expect(await here.settle('close')).toMatchObject({ ok: true, data: { state: 'verified' } });
  });

  it('holds nothing up where it is no word about requests', async () => {
    const { here, lose } = await besides();
    const member = await openedMember(here.account());
    await record(here.store, member, LATER, {
      events: [{ type: 'account.corrected', body: { field: 'nickname' } }],
    });
    await lose('account.corrected');
    expect(await here.settle('close')).toMatchObject({ ok: true });
  });

  it('is refused where the other request was edited too, and tells nothing any more', async () => {
    const { here, other, lose } = await besides();
    await lose('request.cancelled');
    here.edit({ dueOn: '2027-01-01' }, other);
    expect(await here.settle('close')).toMatchObject(unsound);
  });

  it('is refused where the other one’s is there, so that the lost one may be of this one', async () => {
    const { here } = await besides();
    here.edit({ state: 'verified' });
    expect(await cancel(here.call({ id: here.id }, LATER))).toMatchObject({ ok: true });
    const [, own] = here.events().filter(({ type }) => type === 'request.cancelled');
    if (!own) throw new Error('it was not taken back');
    const { content: _, ...bare } = own;
    await put(here, bare);
    here.edit({ state: 'verified', open: true });
    for (const how of ['accept', 'close'] as const) expect(await here.settle(how)).toMatchObject(unsound);
  });

  it('is refused where a request that was filed anew merely keeps the day of this one', async () => {
    const here = await office();
    here.edit({ state: 'done' });
    expect(await here.settle('close')).toMatchObject({ ok: true });
    const { content: _, ...bare } = eventOf(here, 'request.submitted');
    await put(here, bare);
    here.edit({ dueOn: '2027-01-01' });
    expect(await here.settle('close')).toMatchObject(unsound);
  });

  it('is refused where no step tells it, as of a picture', async () => {
    const { here, lose } = await besides();
    const third = await submit(here.call({ kind: 'question', details: '第三件', attempt: 'third' }));
    if (!third.ok) throw new Error(third.error.code);
    const picture = smallJpeg.toString('base64');
    expect(await attach(here.call({ id: third.data.id, picture }))).toMatchObject({ ok: true });
    await lose('request.attachment-added');
    expect(await here.settle('close')).toMatchObject(unsound);
  });
});

it('a chain that grew while it was read is read again and not taken for a broken one', async () => {
  const here = await appealed();
  const before = await openedMember(here.account());
  await record(here.store, before, LATER, { events: [{ type: 'account.exported', body: {} }] });
  await expect(provenPast(here.store, before, here.id)).rejects.toThrow('write conflict');
});
