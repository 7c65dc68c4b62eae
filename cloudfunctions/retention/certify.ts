import { dataMap } from '../../src/contracts/data-map';
import { erasurePlan } from '../../src/contracts/data-map/derive/erasure';
import { oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import { sealRow } from '../platform/sealing';
import { signStatement } from '../platform/signing';
import type { Row } from '../platform/store';
import type { Batch } from './people';

/** What was done to each collection, from what the journal planned and a scan that found nothing. */
function countsOf(planned: Row<'erasures'>['planned']) {
  const treated = erasurePlan().filter(({ treat }) => treat !== 'none');
  return Object.fromEntries(
    treated.map(({ collection, treat }) => {
      const rows = planned[collection] ?? 0;
      return [
        collection,
        { removed: treat === 'remove' ? rows : 0, reduced: treat === 'reduce' ? rows : 0, found: 0 },
      ];
    }),
  );
}

function certificateOf(
  { _id, begunAt, keyFingerprint, planned }: Row<'erasures'>,
  now: Date,
): Row<'certificates'> {
  const statement = { begunAt, certifiedAt: now.toISOString(), keyFingerprint, counts: countsOf(planned) };
  return sealRow(dataMap.certificates, _id, {
    ...statement,
    signature: signStatement({ subject: _id, ...statement }),
  });
}

/** Certifies a batch after a clean scan and closes its journal rows. Answers how many people are newly certified. */
export async function certify({ store, now }: Job, { people }: Batch): Promise<number> {
  const ids = people.map(({ id }) => id);
  const journal = await store.find('erasures', { _id: oneOf(ids), state: 'begun' }, { limit: ids.length });
  const done = await store.find('certificates', { _id: oneOf(ids) }, { limit: ids.length, only: ['_id'] });
  const certified = new Set(done.map(({ _id }) => _id));
  const fresh = journal.filter(({ _id }) => !certified.has(_id)).map((row) => certificateOf(row, now));
  if (fresh.length > 0) await store.add('certificates', fresh);
  await store.change('erasures', { _id: oneOf(ids), state: 'begun' }, { state: 'certified' });
  return fresh.length;
}
