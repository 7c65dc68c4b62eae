import * as z from 'zod/mini';
import type { consent } from '../../src/contracts/consent';
import { dataMap } from '../../src/contracts/data-map';
import { purposeLabel } from '../../src/contracts/data-map/vocabulary';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { policyVersion, sha256 } from '../../src/contracts/values';
import { lt, oneOf } from '../platform/conditions';
import type { Handlers } from '../platform/handler';
import { requireMember, type Member } from '../platform/member';
import { openRow } from '../platform/sealing';
import type { Filter, Row } from '../platform/store';

type Consent = Handlers<typeof consent>;

const PAGE = 100;
const types = ['consent.granted', 'consent.withdrawn'] as const;
const consentType = z.enum(types);
const consentBody = z.strictObject({ purpose: z.string(), policyVersion, policyDigest: sha256 });

function opened(member: Member, row: Row<'ledger'>) {
  const facts = openRow(dataMap.ledger, row, member.key);
  return {
    ...facts,
    type: z.parse(consentType, facts.type),
    body: z.parse(consentBody, facts.content?.body),
  };
}

/** Every choice ever made, newest first: withdrawing looks forward only (P54). */
export const history: Consent['history'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const { before } = call.input;
  const filter: Filter<'ledger'> = {
    subject: member.data.id,
    type: oneOf(types),
    ...(before !== undefined && { seq: lt(before) }),
  };
  const rows = await call.store.find('ledger', filter, { orderBy: ['seq', 'desc'], limit: PAGE });
  const events = rows.map((row) => {
    const { seq, type, at, body } = opened(member.data, row);
    return {
      id: String(seq),
      type,
      at,
      purpose: body.purpose,
      label: purposeLabel(body.purpose),
      policyVersion: body.policyVersion,
    };
  });
  return ok({ events, next: rows.length === PAGE ? (rows.at(-1)?.seq ?? null) : null });
};

/** One choice with all that is needed to compute its commitment again. */
export const receipt: Consent['receipt'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const row = await call.store.get('ledger', `${member.data.id}.${call.input.id}`);
  if (!row || !(types as readonly string[]).includes(row.type)) return fail('RECEIPT_UNKNOWN');
  const { subject, seq, type, at, body, digest, previous, commitment, content } = opened(member.data, row);
  return ok({
    id: String(seq),
    subject,
    seq,
    type,
    at,
    ...body,
    salt: content?.salt ?? '',
    digest,
    previous,
    commitment,
  });
};
