import { dataMap } from '../../src/contracts/data-map';
import { mask } from '../../src/contracts/data-map/derive/mask';
import { itemsIn } from '../../src/contracts/deletion-items';
import { fail, type ErrorCode } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import type { Output } from '../../src/contracts/operation';
import type { staff as contract } from '../../src/contracts/staff';
import { maskWords } from '../domain/mask-words';
import { canMove } from '../domain/requests/moves';
import type { RequestFacts } from '../domain/requests/present';
import { attachmentsOf, summariesOf } from '../platform/attachments';
import { caseOf, type NoCase } from '../platform/case';
import { contentFor } from '../platform/content';
import type { Handlers } from '../platform/handler';
import { factsOf } from '../platform/member';
import { moveRequest } from '../platform/move-request';
import { openRow } from '../platform/sealing';
import { mayHandle, requireRight } from './roles';
import { staffAudit } from './staff-audit';

type Staff = Handlers<typeof contract>;
type Reading = Output<typeof contract.read>;

/** Why a request cannot be looked at, by what is the matter with it. */
export const refusalOf = {
  unknown: 'REQUEST_UNKNOWN',
  frozen: 'SUBJECT_LEAVING',
  altered: 'REQUEST_ALTERED',
} as const satisfies Record<NoCase, ErrorCode>;

const maskedDetails = (details: Reading['details']): Reading['details'] =>
  typeof details === 'object' && details !== null
    ? Object.fromEntries(Object.entries(details).map(([name, words]) => [name, maskWords(words)]))
    : details && maskWords(details);

/** What a colleague proposes, for whoever has to endorse it. */
const proposalOf = ({
  state,
  decision,
  reasonCode,
  reply,
  alternative,
  items,
}: RequestFacts): Reading['proposal'] =>
  state === 'seconding' && decision !== undefined
    ? {
        decision,
        reasonCode: reasonCode ?? null,
        reply: reply ?? null,
        alternative: alternative ?? null,
        items: items === undefined ? null : itemsIn(items),
      }
    : null;

/**
 * The person's words for the one who handles them, masked like the phone; the look is audited before it is given (P40).
 */
export const read: Staff['read'] = async ({ store, input, now }) => {
  const { id, reviewer } = input;
  const right = requireRight(reviewer, 'read');
  if (!right.ok) return right;
  const found = await caseOf(store, id);
  if (typeof found === 'string') return fail(refusalOf[found]);
  if (!mayHandle(reviewer, found.request)) return fail('STAFF_RIGHT');
  const { request: row, member } = found;
  const isFirst = canMove(row, 'open');
  const audit = staffAudit('read', { requestId: id, reviewer, outcome: row.state }, now);
  if (isFirst) {
    await moveRequest(store, found, 'open', now, {
      used: { fields: ['phone'], by: 'staff' },
      also: (transaction) => transaction.add('audits', [audit]),
    });
  } else await store.add('audits', [audit]);
  const attachments = summariesOf(await attachmentsOf(store, row));
  const facts = openRow(dataMap.requests, row, member.key);
  return ok({
    id,
    kind: row.kind,
    state: isFirst ? 'in_review' : row.state,
    version: row.version + Number(isFirst),
    phone: mask('contact', factsOf(member).phone),
    details: maskedDetails((facts.details as Reading['details'] | undefined) ?? null),
    appeal: facts.appeal === undefined ? null : maskWords(facts.appeal),
    content: row.about === undefined ? null : await contentFor(store, row.about),
    ground: row.ground ?? null,
    attachments,
    proposal: proposalOf(facts),
  });
};
