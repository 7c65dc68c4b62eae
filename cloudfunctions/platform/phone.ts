import type { Source } from '../../src/contracts/data-map/vocabulary';
import { fail } from '../../src/contracts/errors';
import { ok, type Result } from '../../src/contracts/result';
import type { PhoneProof } from '../../src/contracts/values';
import type { Call } from './handler';
import { lookupDigest } from './keys';
import type { Member } from './member';
import { spendCode } from './sms-codes';

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

/** Proves that the caller is the member by the phone that is bound already: no new kind of data (P58). */
export async function proveBound(
  call: Call<{ phone: PhoneProof }>,
  member: Member,
): Promise<Result<undefined>> {
  const phone = await provePhone(call, call.input.phone);
  if (!phone.ok) return phone;
  return lookupDigest(phone.data) === member.row.phoneDigest ? ok(undefined) : fail('PHONE_MISMATCH');
}
