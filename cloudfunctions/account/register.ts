import { randomUUID } from 'node:crypto';
import type { account } from '../../src/contracts/account';
import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { GENESIS } from '../domain/ledger';
import { currentPolicy } from '../domain/policy/archive';
import type { Handlers } from '../platform/handler';
import { createSubjectKey } from '../platform/keys';
import { chained, findAccount, isPhoneTaken } from '../platform/member';
import { provePhone } from '../platform/phone';
import { sealRow } from '../platform/sealing';
import { Conflict } from '../platform/store';
import { summaryOf } from './summary';

/**
 * Makes an account: only a phone is needed (P01), every consent starts off (P08), and an under-14 is turned to a
 * guardian before anything is looked at or written (P64). What can be refused without spending the phone's code is
 * refused first.
 */
export const register: Handlers<typeof account>['register'] = async (call) => {
  const { phone: proof, policyVersion, age, ...optional } = call.input;
  if (age === 'under14') return fail('GUARDIAN_NEEDED');
  const policy = currentPolicy();
  if (policyVersion !== policy.version) return fail('POLICY_STALE');
  const known = await findAccount(call);
  if (known) return fail(known.status === 'active' ? 'ALREADY_REGISTERED' : 'FROZEN');
  if (optional.nickname !== undefined && !(await call.wechat.isTextAllowed(call.openid, optional.nickname))) {
    return fail('CONTENT_REFUSED');
  }
  const phone = await provePhone(call, proof);
  if (!phone.ok) return phone;

  const subject = randomUUID();
  const { key, wrapped } = createSubjectKey(subject);
  const registered = {
    type: 'account.registered',
    body: { age, policyVersion, policyDigest: policy.digest },
  } as const;
  const { rows, chain } = chained(subject, key, { seq: 0, head: GENESIS }, [registered], call.now);
  const row = sealRow(
    dataMap.accounts,
    subject,
    {
      ...optional,
      openid: call.openid,
      phone: phone.data,
      age,
      grants: {},
      policyVersion,
      policyDigest: policy.digest,
      status: 'active',
      registeredAt: call.now.toISOString(),
      openRequests: 0,
      key: wrapped,
      chain,
    },
    key,
  );
  try {
    await call.store.transaction(async (transaction) => {
      await transaction.add('accounts', [row]);
      await transaction.add('ledger', rows);
    });
  } catch (error) {
    if (error instanceof Conflict && (await isPhoneTaken(call, phone.data))) return fail('PHONE_TAKEN');
    throw error;
  }
  return ok({ status: 'member', account: summaryOf(row) });
};
