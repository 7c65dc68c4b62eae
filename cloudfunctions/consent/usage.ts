import { randomUUID } from 'node:crypto';
import type { consent } from '../../src/contracts/consent';
import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { needsAgreement } from '../domain/policy/terms';
import type { Handlers } from '../platform/handler';
import { requireMember } from '../platform/member';
import { sealRow } from '../platform/sealing';

const PURPOSE = 'analytics';
const DAY_MS = 24 * 60 * 60_000;

/** A phone's clock may be wrong; a row's life must not depend on it. */
function believable(at: string, now: Date): string {
  const age = now.getTime() - Date.parse(at);
  return age >= 0 && age <= DAY_MS ? at : now.toISOString();
}

/**
 * Keeps which pages were looked at, as long as the person lets us count (P31): without the grant nothing is written, so
 * a withdrawal holds from the next call on and takes what was counted before (P54). A grant under a version that did
 * not know these rows counts once the person agrees to one that does (P68).
 */
export const usage: Handlers<typeof consent>['usage'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const { row } = member.data;
  const isGranted = row.grants[PURPOSE]?.granted === true;
  if (!isGranted || needsAgreement(row, call.now, { purpose: PURPOSE })) return fail('CONSENT_NEEDED');
  const rows = call.input.events.map(({ at, ...seen }) =>
    sealRow(dataMap.usage, randomUUID(), {
      subject: member.data.id,
      ...seen,
      at: believable(at, call.now),
    }),
  );
  await call.store.add('usage', rows);
  return ok({ kept: rows.length });
};
