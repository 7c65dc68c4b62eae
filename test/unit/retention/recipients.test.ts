import { refusalWords } from '../../../cloudfunctions/copy/sharing';
import { certifyWiped } from '../../../cloudfunctions/retention/certify-wiped';
import { eraseDue } from '../../../cloudfunctions/retention/erase';
import type { Row } from '../../../cloudfunctions/platform/store';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { faultyStore, Killed } from '../../make/faulty-store';
import { jobOn, now, town, type Town } from './leavers';

setTestKeys();
const at = now.toISOString();

/** What a leaver's account remembers of a recipient, however long ago the delivery's own row ended. */
const share = (reference: string) => ({
  granted: true,
  at,
  policyVersion: '1',
  seq: 1,
  terms: 'a'.repeat(64),
  deliveredAt: at,
  reference,
});

const delivery = (_id: string, more: object): Row<'disclosures'> => ({
  _id,
  subject: 'leaver-1',
  to: 'survey',
  kind: 'delivery',
  fields: ['accounts.nickname'],
  reference: 'reference-survey',
  state: 'waiting',
  tries: 0,
  createdAt: at,
  nextAt: at,
  ...more,
});

/** A town in which one leaver is known at two recipients: one remembered, one by a try whose answer was lost. */
function sharingTown(): Town {
  const made = town();
  for (const row of made.rows('disclosures')) made.put('disclosures', { ...row, kind: 'compelled' });
  for (const row of made.rows('accounts'))
    made.put('accounts', {
      ...row,
      shares: row._id === 'leaver-1' ? { visit: share('reference-visit') } : {},
    });
  made.put('disclosures', delivery('tried', { tries: 1 }));
  made.put('disclosures', delivery('never-tried', { to: 'later', reference: 'reference-later' }));
  return made;
}

const asked = (made: Town) =>
  (made.rows('disclosures') as unknown as Row<'disclosures'>[])
    .filter(({ kind }) => kind === 'deletion')
    .map(({ to, reference, state, fields }) => ({ to, reference, state, fields }))
    .sort((a, b) => a.to.localeCompare(b.to));

const owed = [
  { to: 'survey', reference: 'reference-survey', state: 'waiting', fields: [] },
  { to: 'visit', reference: 'reference-visit', state: 'waiting', fields: [] },
];
const journalOf = (made: Town, id: string) => made.rows('erasures').find(({ _id }) => _id === id);

describe('telling recipients that somebody is erased', () => {
  it.each(['before', 'after'] as const)(
    '[P51] asks each once, killed %s any database call took effect, and certifies nobody early',
    async (when) => {
      let at = 1;
      for (; ; at += 1) {
        const made = sharingTown();
        const faulty = faultyStore(made.store, at, when);
        await eraseDue(jobOn(faulty)).catch((error: unknown) => {
          expect(error).toBeInstanceOf(Killed);
        });
        await eraseDue(jobOn(made));
        expect({ at, asked: asked(made) }).toEqual({ at, asked: owed });
        expect(journalOf(made, 'leaver-1')).toMatchObject({ state: 'wiped' });
        expect(journalOf(made, 'leaver-2')).toMatchObject({ state: 'certified' });
        expect(made.rows('disclosures').filter(({ _id }) => _id === 'never-tried')).toMatchObject([
          { state: 'refused' },
        ]);
        expect(made.rows('certificates').map(({ _id }) => _id)).toEqual(['leaver-2']);
        if (faulty.calls() < at) break;
      }
      expect(at).toBeGreaterThan(20);
    },
  );

  it('[P51] certifies by itself once every recipient has answered, killed at any call or not', async () => {
    for (let at = 1; ; at += 1) {
      const made = sharingTown();
      await eraseDue(jobOn(made));
      await made.store.change(
        'disclosures',
        { kind: 'deletion', to: 'visit' },
        { state: 'done', doneAt: now.toISOString() },
      );
      expect(await certifyWiped(jobOn(made))).toEqual({ certified: 0, waiting: 1 });
      await made.store.change(
        'disclosures',
        { kind: 'deletion', to: 'survey' },
        { state: 'done', doneAt: now.toISOString() },
      );
      const faulty = faultyStore(made.store, at, 'after');
      await certifyWiped(jobOn(faulty)).catch(() => undefined);
      await certifyWiped(jobOn(made));
      expect(made.rows('certificates').find(({ _id }) => _id === 'leaver-1')).toMatchObject({
        recipients: [
          { recipient: 'survey', outcome: 'acknowledged' },
          { recipient: 'visit', outcome: 'acknowledged' },
        ],
      });
      expect(journalOf(made, 'leaver-1')).toMatchObject({ state: 'certified' });
      expect(made.rows('certificates')).toHaveLength(2);
      if (faulty.calls() < at) break;
    }
  });

  it('[P51] asks nobody who holds nothing, and waits for nobody who was only told of a correction', async () => {
    const made = sharingTown();
    for (const row of made.rows('accounts').filter(({ _id }) => _id === 'leaver-1'))
      made.put('accounts', { ...row, shares: { visit: { ...share(''), reference: undefined } } });
    await made.store.remove('disclosures', { _id: 'tried' });
    made.put('disclosures', delivery('corrected', { to: 'third', kind: 'deletion', tries: 1 }));
    await eraseDue(jobOn(made));
    expect(asked(made).map(({ to }) => to)).toEqual(['third']);
    expect(journalOf(made, 'leaver-1')).toMatchObject({ state: 'certified' });
  });

  it('[P51] closes what was still to be delivered, says why, and touches no other row', async () => {
    const made = sharingTown();
    const others = [
      delivery('sent', { state: 'done', tries: 1, doneAt: '2026-03-01T02:00:00.000Z' }),
      delivery('asked-back', { kind: 'deletion', to: 'third' }),
      delivery('of-a-stayer', { subject: 'stayer-1' }),
    ];
    for (const row of others) made.put('disclosures', row);
    await eraseDue(jobOn(made));
    const after = (id: string) => made.rows('disclosures').find(({ _id }) => _id === id);
    expect(after('never-tried')).toMatchObject({
      state: 'refused',
      reason: refusalWords.gone,
      doneAt: now.toISOString(),
    });
    expect(others.map(({ _id }) => after(_id))).toEqual(others);
  });

  it('[P51] finds every recipient, however many deliveries there were', async () => {
    const made = sharingTown();
    for (let row = 1100; row >= 0; row -= 1)
      made.put(
        'disclosures',
        delivery(`delivery-${String(row).padStart(4, '0')}`, {
          to: row % 1100 === 0 ? `recipient-${String(row)}` : 'visit',
          state: 'done',
          tries: 1,
        }),
      );
    await eraseDue(jobOn(made));
    expect(asked(made).map(({ to }) => to)).toEqual(['recipient-0', 'recipient-1100', 'survey', 'visit']);
  });
});
