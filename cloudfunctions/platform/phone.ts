import type { Source } from '../../src/contracts/data-map/vocabulary';
import { fail } from '../../src/contracts/errors';
import { ok, type Result } from '../../src/contracts/result';
import type { PhoneProof } from '../../src/contracts/values';
import type { Call } from './handler';
import { lookupDigest } from './keys';
import type { Member } from './member';
import { spendCode } from './sms-codes';
import { Conflict } from './store';

/** Where a proven number comes from: WeChat's button, or typed by its owner. */
export const phoneSource = ({ kind }: PhoneProof): Source => (kind === 'wechat' ? 'wechat' : 'subject');

/**
 * The number that a proof proves. A proof is spent by being looked at, so within one call it is looked at once.
 * A number sent by the client counts only together with the SMS code sent to it (P01, P02).
 */
export const provePhone = (call: Call<unknown>, proof: PhoneProof): Promise<Result<string>> =>
  call.once(async () => {
    if (proof.kind === 'sms') return spendCode(call, proof.number, proof.code);
    const number = await call.wechat.phoneNumber(proof.code, call.openid);
    return number === undefined ? fail('PHONE_CODE_INVALID') : ok(number);
  });

/** The proven number, where its digest is one of these. */
export async function proveOneOf(
  call: Call<{ phone: PhoneProof }>,
  digests: readonly string[],
): Promise<Result<string>> {
  const phone = await provePhone(call, call.input.phone);
  if (!phone.ok) return phone;
  return digests.includes(lookupDigest(phone.data)) ? phone : fail('PHONE_MISMATCH');
}

/** Proves that the caller is the member by the phone that is bound already: no new kind of data (P58). */
export const proveBound = (call: Call<{ phone: PhoneProof }>, { row }: Member): Promise<Result<string>> =>
  proveOneOf(call, [row.phoneDigest]);

/**
 * Does what binds a number to the caller; that somebody else has it is told as such, and not as a conflict. Asked after
 * the conflict, for databases differ in saying which key it was.
 */
export async function bindPhone(
  { store, openid }: Pick<Call<unknown>, 'store' | 'openid'>,
  number: string,
  bind: () => Promise<unknown>,
): Promise<Result<undefined>> {
  try {
    await bind();
    return ok(undefined);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const [row] = await store.find('accounts', { phoneDigest: lookupDigest(number) }, { limit: 1 });
    if (row === undefined || row.openidDigest === lookupDigest(openid)) throw error;
    return fail('PHONE_TAKEN');
  }
}
