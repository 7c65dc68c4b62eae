import { listRecipients } from '../../../cloudfunctions/consent/recipients';
import { recallEnded } from '../../../cloudfunctions/retention/recall-ended';
import { sweep } from '../../../cloudfunctions/retention/sweep';
import type { Store } from '../../../cloudfunctions/platform/store';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { editVisit } from '../../make/edit-visit';
import { faultyStore } from '../../make/faulty-store';
import { ALL_FOR_VISIT, memberWorld } from '../../make/sharing-world';

setTestKeys();
jest.mock('../../../cloudfunctions/platform/log', () => ({ log: () => undefined }));

beforeEach(() => {
  editVisit();
});

/** Somebody of whom two recipients were sent something, one of them twice. */
async function given() {
  const made = await memberWorld();
  for (const id of ['visit', 'survey']) await made.share(id);
  await made.send();
  await made.queue({ _id: 'again', kind: 'delivery', fields: ['accounts.phone'] });
  await made.send();
  made.wait(5);
  const job = (store: Store) => ({ store, wechat: undefined as never, now: made.now() });
  const run = (store = made.store) => recallEnded(job(store));
  return { ...made, run, sweep: () => sweep(job(made.store)) };
}

describe('when the work with a recipient has ended', () => {
  it('[P51] it is asked once to delete all that it was sent, and nobody else is asked anything', async () => {
    const made = await given();
    expect(await made.run()).toEqual({ recalled: 0 });
    editVisit({ endedOn: '2027-06-01' });
    expect(await made.run()).toEqual({ recalled: 1 });
    expect(await made.run()).toEqual({ recalled: 0 });
    expect(made.disclosures('deletion')).toMatchObject([
      { to: 'visit', fields: ALL_FOR_VISIT, state: 'waiting' },
    ]);
    expect(made.events().slice(-2)).toEqual(['sharing.voided', 'sharing.deletion-asked']);
    expect(made.account().shares).toMatchObject({ visit: { granted: false }, survey: { granted: true } });
    await made.send();
    expect(made.sent.at(-1)).toEqual({ to: 'visit', path: 'deletions', fields: ALL_FOR_VISIT });
    const answer = await listRecipients(made.call({}));
    const items = answer.ok ? answer.data.items : [];
    expect(items.find(({ recipient }) => recipient === 'visit')).toMatchObject({
      state: 'ended',
      granted: false,
      recalled: { state: 'done' },
    });
  });

  it('[P51] it is asked however long ago it was given something, when the rows of that are gone', async () => {
    const made = await given();
    made.wait(4 * 366 * 24 * 60);
    await made.sweep();
    expect(made.disclosures('delivery')).toEqual([]);
    editVisit({ endedOn: '2026-06-01' });
    expect(await made.run()).toEqual({ recalled: 1 });
    expect(made.disclosures('deletion')).toMatchObject([
      { to: 'visit', fields: ALL_FOR_VISIT, state: 'waiting' },
    ]);
    expect(await made.run()).toEqual({ recalled: 0 });
  });

  it('[P51] it is asked though its answer never came, for it may have what was sent', async () => {
    const made = await memberWorld({}, ['visit']);
    await made.share('visit');
    made.behave('visit', 'lost');
    await made.send();
    editVisit({ endedOn: '2026-06-01' });
    const job = { store: made.store, wechat: undefined as never, now: made.now() };
    expect(await recallEnded(job)).toEqual({ recalled: 1 });
    expect(made.disclosures('deletion')).toMatchObject([{ to: 'visit', fields: ALL_FOR_VISIT }]);
  });

  it('[P51] of everyone, where one call cannot find them all, and a run goes on where one ended', async () => {
    const made = await given();
    const { key: _key, ...account } = made.account();
    // Keys that do not open here stay with their people: what counts is that each of them is met.
    for (let other = 0; other < 250; other += 1)
      made.put('accounts', { ...account, _id: `other-${String(other).padStart(3, '0')}`, key: 'destroyed' });
    editVisit({ endedOn: '2026-06-01' });
    expect(await made.run()).toEqual({ recalled: 1 });
  });

  it('it is not asked again by whoever withdrew before', async () => {
    const made = await given();
    await made.share('visit', false);
    editVisit({ endedOn: '2027-06-01' });
    expect(await made.run()).toEqual({ recalled: 0 });
    expect(made.disclosures('deletion')).toHaveLength(1);
  });

  it('one account that does not open keeps nobody else’s data there', async () => {
    const made = await given();
    const { key } = made.account();
    made.put('accounts', { ...made.account(), _id: 'a-first', key: `${key.slice(0, -4)}AAAA` });
    editVisit({ endedOn: '2027-06-01' });
    expect(await made.run()).toEqual({ recalled: 1 });
  });

  it.each(['before', 'after'] as const)(
    '[P51] it is asked once, whichever call fails %s taking effect',
    async (when) => {
      for (let at = 1; ; at += 1) {
        const made = await given();
        editVisit({ endedOn: '2027-06-01' });
        const faulty = faultyStore(made.store, at, when);
        await made.run(faulty.store).catch(() => undefined);
        made.wait(6 * 60);
        await made.run();
        expect({ at, asked: made.disclosures('deletion').length }).toEqual({ at, asked: 1 });
        editVisit();
        if (faulty.calls() < at) break;
      }
    },
  );
});
