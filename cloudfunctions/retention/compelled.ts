import * as z from 'zod/mini';
import { dataMap } from '../../src/contracts/data-map';
import { bornBefore } from '../../src/contracts/data-map/derive/sweep';
import type { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { judged } from '../domain/compelled';
import { auditRow } from '../platform/audit';
import type { Handlers } from '../platform/handler';
import { openRow } from '../platform/sealing';
import { personOf } from './person';

/** What the event `sharing.compelled` says of a disclosure. */
const sworn = z.object({
  disclosure: z.string(),
  digest: z.string(),
  authority: z.string(),
  document: z.string(),
});

/** More disclosures under law about one person than anyone has had. */
const MOST = 1000;

/**
 * What was given under law about a person, each row checked against the digest that the ledger holds. When a row's life
 * is over the ledger alone still tells to whom and by which document, as long as there is an account.
 */
export const compelled: Handlers<typeof operator>['compelled'] = async ({ store, input, now }) => {
  const member = await personOf(store, input.phone, 'frozen too');
  if (!member.ok) return member;
  const subject = member.data.id;
  const events = await store.find('ledger', { subject, type: 'sharing.compelled' }, { limit: MOST });
  const rows = await store.find('disclosures', { subject, kind: 'compelled' }, { limit: MOST });
  const oaths = new Map(
    events.map((event) => {
      const body = openRow(dataMap.ledger, event, member.data.key).content?.body;
      const { disclosure, digest, authority, document } = z.parse(sworn, body);
      return [disclosure, { digest, authority, document, at: event.at }];
    }),
  );
  const horizon = bornBefore(dataMap.disclosures.fields.doneAt.retain.for, now);
  const disclosures = judged(oaths, rows, horizon).map(({ id, row, oath, verdict }) => ({
    disclosure: id,
    authority: row?.to ?? oath?.authority ?? null,
    document: row?.document ?? oath?.document ?? null,
    fields: row?.fields ?? [],
    at: row?.createdAt ?? oath?.at ?? null,
    verdict,
  }));
  const look = { reference: 'compelled', by: input.by, about: subject, now };
  await store.add('audits', [auditRow('compelled', look)]);
  return ok({ disclosures });
};
