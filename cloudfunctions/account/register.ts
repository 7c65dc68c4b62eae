import { randomUUID } from 'node:crypto';
import type { account } from '../../src/contracts/account';
import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { GENESIS } from '../domain/ledger';
import { currentPolicy } from '../domain/policy/archive';
import { isPlatformClosed } from '../platform/environment';
import type { Handlers } from '../platform/handler';
import { chained, findAccount, isPhoneTaken } from '../platform/member';
import { keyVault } from '../platform/open-key-vault';
import { phoneSource, provePhone } from '../platform/phone';
import { sealRow } from '../platform/sealing';
import { Conflict } from '../platform/store';
import { tracesOf } from '../platform/traces';
import { loginRow } from '../platform/visitor-facts';
import { summaryOf } from './summary';

/**
 * Makes an account: only a phone is needed (P01), every consent starts off (P08), and an under-14 is turned to a
 * guardian before anything is looked at or written (P64). What can be refused without spending the phone's code is
 * refused first.
 */
export const register: Handlers<typeof account>['register'] = async (call) => {
  const { phone: proof, policyVersion, age, device, ...optional } = call.input;
  if (isPlatformClosed()) return fail('PLATFORM_CLOSED');
  if (age === 'under14') return fail('GUARDIAN_NEEDED');
  const policy = currentPolicy(call.now);
  if (policyVersion !== policy.version) return fail('POLICY_STALE');
  const known = await findAccount(call);
  if (known) return fail(known.status === 'active' ? 'ALREADY_REGISTERED' : 'FROZEN');
  if (optional.nickname !== undefined && !(await call.wechat.isTextAllowed(call.openid, optional.nickname))) {
    return fail('CONTENT_REFUSED');
  }
  const phone = await provePhone(call, proof);
  if (!phone.ok) return phone;

  const subject = randomUUID();
  const { key, columns } = await keyVault().create(subject, call.now);
  const registered = {
    type: 'account.registered',
    // Which optional items came along, never what they say: a breach must be able to tell who held what (P44).
    body: { age, policyVersion, policyDigest: policy.digest, given: Object.keys(optional) },
  } as const;
  const { rows, chain } = chained(subject, key, { seq: 0, head: GENESIS }, [registered], call.now);
  const facts = {
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
    ...columns,
    chain,
  } as const;
  const traces = tracesOf(facts, call.now, { phone: phoneSource(proof) });
  const row = sealRow(dataMap.accounts, subject, { ...facts, traces }, key);
  const login = await loginRow(subject, 'register', device, call.now);
  try {
    await call.store.transaction(async (transaction) => {
      await transaction.add('accounts', [row]);
      await transaction.add('ledger', rows);
      await transaction.add('logins', [login]);
    });
  } catch (error) {
    if (error instanceof Conflict && (await isPhoneTaken(call, phone.data))) return fail('PHONE_TAKEN');
    throw error;
  }
  return ok({ status: 'member', account: summaryOf(row) });
};
