import * as z from 'zod/mini';
import type { account } from '../../src/contracts/account';
import { cityCodeOf } from '../../src/contracts/city';
import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { recallOf } from '../platform/disclosures';
import type { Handlers } from '../platform/handler';
import { parseInput } from '../platform/input';
import { requireMember, type Member } from '../platform/member';
import { record } from '../platform/record';
import { readableFacts } from '../platform/sealing';
import type { Row } from '../platform/store';

type Account = Handlers<typeof account>;

/** Whether a field holds this value already, or none when none is said; one that does not open holds neither. */
function isAsSaid({ row, key }: Member, field: keyof Row<'accounts'>, value: unknown): boolean {
  if (value === undefined) return row[field] === undefined;
  const alone = { _id: row._id, [field]: row[field] } as Row<'accounts'>;
  const { [field]: held } = readableFacts(dataMap.accounts, alone, key).facts as Partial<Row<'accounts'>>;
  return held === value;
}

/**
 * Corrects one field that the data map lets a person correct alone; empty clears it, at recipients too (P51). The value
 * stays out of the ledger. What is as the person says already is left as it is, so that a repeated call tells nothing
 * twice.
 */
export const correct: Account['correct'] = async (call) => {
  const { field, value } = call.input;
  const cleared = value.trim() === '';
  const checked = cleared
    ? ok({})
    : parseInput(z.strictObject({ [field]: dataMap.accounts.fields[field].schema }), { [field]: value });
  if (!checked.ok) return checked;
  const member = await requireMember(call);
  if (!member.ok) return member;
  const said: Partial<Record<typeof field, unknown>> = checked.data;
  if (isAsSaid(member.data, field, said[field])) return ok({ at: call.now.toISOString() });
  const isPublic = field === 'nickname' && !cleared;
  const isAllowed = async () => (await call.wechat.checkText(call.openid, value, 'profile')) === 'pass';
  if (isPublic && !(await call.once(isAllowed))) return fail('CONTENT_REFUSED');
  const recall = recallOf(member.data, cleared ? [field] : [], call.now);
  await record(call.store, member.data, call.now, {
    events: [{ type: 'account.corrected', body: { field, cleared } }, ...recall.events],
    facts: cleared ? { [field]: null } : checked.data,
    evidence: { act: 'subject' },
    ...(recall.rows.length > 0 && {
      also: (transaction) => transaction.add('disclosures', recall.rows),
    }),
  });
  return ok({ at: call.now.toISOString() });
};

/** Remembers the city the person picked, by division code; no position is ever asked for (P12). */
export const switchCity: Account['switchCity'] = async (call) => {
  const code = cityCodeOf(call.input.code);
  if (code === undefined) return fail('CITY_UNKNOWN');
  const member = await requireMember(call);
  if (!member.ok) return member;
  if (member.data.row.city !== code) {
    await record(call.store, member.data, call.now, {
      events: [{ type: 'account.city-switched', body: { city: code } }],
      facts: { city: code },
    });
  }
  return ok({ city: code });
};
