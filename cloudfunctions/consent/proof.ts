import type { consent } from '../../src/contracts/consent';
import { dataMap } from '../../src/contracts/data-map';
import { recipients } from '../../src/contracts/data-map/recipients';
import { purposeLabel } from '../../src/contracts/data-map/vocabulary';
import { fail } from '../../src/contracts/errors';
import { choiceEvents } from '../../src/contracts/receipt';
import { ok } from '../../src/contracts/result';
import { choiceOf, receiptOf, type ChoiceRow } from '../domain/receipt/receipt';
import { lt, oneOf } from '../platform/conditions';
import { Fault } from '../platform/fault';
import type { Handlers } from '../platform/handler';
import { requireMember, type Member } from '../platform/member';
import { openRow } from '../platform/sealing';
import { publicKeyBytes, signStatement } from '../platform/signing';
import type { Filter, Row } from '../platform/store';

type Consent = Handlers<typeof consent>;

const PAGE = 100;

function opened(member: Member, row: Row<'ledger'>): ChoiceRow {
  const choice = choiceOf(openRow(dataMap.ledger, row, member.key));
  if (!choice) throw new Fault('a choice in the ledger has no readable content');
  return choice;
}

/** What a choice was about, by the name it had; rows from before that was written have today's, or the id. */
function labelOf({ type, purpose, content: { body } }: ChoiceRow): string {
  const name = body.agreed?.name ?? body['name'];
  if (typeof name === 'string') return name;
  if (type.startsWith('consent.')) return purposeLabel(purpose);
  return Object.entries(recipients).find(([id]) => id === purpose)?.[1].name ?? purpose;
}

/** Every choice ever made, newest first: withdrawing looks forward only (P54). */
export const history: Consent['history'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const { before } = call.input;
  const filter: Filter<'ledger'> = {
    subject: member.data.id,
    type: oneOf(choiceEvents),
    ...(before !== undefined && { seq: lt(before) }),
  };
  const rows = await call.store.find('ledger', filter, { orderBy: ['seq', 'desc'], limit: PAGE });
  const events = rows.map((row) => {
    const choice = opened(member.data, row);
    const { seq, type, at, purpose, content } = choice;
    const { policyVersion } = content.body;
    return { id: String(seq), type, at, purpose, label: labelOf(choice), policyVersion };
  });
  return ok({ events, next: rows.length === PAGE ? (rows.at(-1)?.seq ?? null) : null });
};

/** One choice with all that is needed to check it alone. */
export const receipt: Consent['receipt'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const row = await call.store.get('ledger', `${member.data.id}.${call.input.id}`);
  if (!row || !(choiceEvents as readonly string[]).includes(row.type)) return fail('RECEIPT_UNKNOWN');
  const signer = { sign: signStatement, publicKey: publicKeyBytes() };
  return ok(receiptOf(opened(member.data, row), call.now.toISOString(), signer));
};
