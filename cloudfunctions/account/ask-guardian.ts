import { randomInt } from 'node:crypto';
import type { account } from '../../src/contracts/account';
import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { codeSigns, guardianRules } from '../domain/guardian';
import { closedBy } from '../domain/standing';
import { answerFor, placesOf, recently } from '../platform/guardian';
import type { Handlers } from '../platform/handler';
import { findAccount } from '../platform/member';
import { sealRow } from '../platform/sealing';

type Account = Handlers<typeof account>;

const CODE_LENGTH = 8;
const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => codeSigns[randomInt(codeSigns.length)] ?? '').join('');

/**
 * Gives a child a code to show to a guardian. Until the guardian answers, all that is held is a keyed digest of the
 * code and one of the openid, for a day at most (P65). The row is written before the limit is asked, so that calls at
 * once cannot all slip under it; a code over the limit is never told to anyone.
 */
export const askGuardian: Account['askGuardian'] = async (call) => {
  const { store, openid, now } = call;
  const known = await findAccount(call);
  if (known) return fail(closedBy(known) ?? 'ALREADY_REGISTERED');
  if ((await recently(call, 'asked')) >= guardianRules.mostCodes) return fail('GUARDIAN_ASKED_OFTEN');
  const code = newCode();
  const expiresAt = new Date(now.getTime() + guardianRules.codeMs).toISOString();
  const facts = { openid, state: 'asked', at: now.toISOString(), expiresAt } as const;
  await store.add('guardian_consents', [sealRow(dataMap.guardian_consents, placesOf(code).asked, facts)]);
  if ((await recently(call, 'asked')) > guardianRules.mostCodes) return fail('GUARDIAN_ASKED_OFTEN');
  return ok({ code, expiresAt });
};

/** Whether a guardian has answered; two reads, nothing written. Whoever has an account has nothing to wait for. */
export const guardianAnswer: Account['guardianAnswer'] = async (call) => {
  const known = await findAccount(call);
  if (known) return fail(closedBy(known) ?? 'ALREADY_REGISTERED');
  return ok({ until: (await answerFor(call))?.expiresAt ?? null });
};
