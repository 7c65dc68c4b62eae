import { randomUUID } from 'node:crypto';
import type { account } from '../../src/contracts/account';
import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import { GENESIS } from '../domain/ledger';
import { currentPolicy } from '../domain/policy/archive';
import { closedBy } from '../domain/standing';
import { isPlatformClosed } from '../platform/environment';
import { alsoOf, guardianProof, type GuardianProof } from '../platform/guardian';
import type { Handlers } from '../platform/handler';
import { chained, findAccount } from '../platform/member';
import { keyVault } from '../platform/open-key-vault';
import { bindPhone, phoneSource, provePhone } from '../platform/phone';
import { sealRow } from '../platform/sealing';
import type { Transaction } from '../platform/store';
import { tracesOf } from '../platform/traces';
import { loginRow } from '../platform/visitor-facts';
import { standingOf, summaryOf } from './summary';

/** Proof in the child's own chain of who consented and when (P65). */
const guardianWords = (proof: GuardianProof | undefined) =>
  proof && {
    guardian: proof.guardian.id,
    relationship: proof.relationship,
    consentedAt: proof.answer.at,
  };

/** The consent counts once; the guardian's chain says for whom, so a guardian who leaves meanwhile conflicts. */
async function spendConsent(
  transaction: Transaction,
  { answer, guardian }: GuardianProof,
  ward: string,
  now: Date,
): Promise<void> {
  await transaction.change('guardian_consents', answer._id, { state: 'used' });
  await alsoOf(transaction, guardian, [{ type: 'guardian.child-registered', body: { ward } }], now);
}

/**
 * Makes an account: only a phone is needed (P01), every consent starts off (P08), and an under-14 without a guardian's
 * consent is turned away before anything else is looked at or written (P64, P65). What can be refused without spending
 * the phone's code is refused first.
 */
export const register: Handlers<typeof account>['register'] = async (call) => {
  const { phone: proof, policyVersion, age: declared, device, ...optional } = call.input;
  const age = declared === 'under14' ? 'child' : declared;
  if (isPlatformClosed()) return fail('PLATFORM_CLOSED');
  const known = await findAccount(call);
  if (known) return fail(closedBy(known) ?? 'ALREADY_REGISTERED');
  const consented = age === 'child' ? await guardianProof(call) : ok(undefined);
  if (!consented.ok) return consented;
  const policy = currentPolicy(call.now);
  if (policyVersion !== policy.version) return fail('POLICY_STALE');
  const { nickname } = optional;
  if (nickname !== undefined && (await call.wechat.checkText(call.openid, nickname, 'profile')) !== 'pass') {
    return fail('CONTENT_REFUSED');
  }
  const phone = await provePhone(call, proof);
  if (!phone.ok) return phone;

  const subject = randomUUID();
  const { key, columns } = await keyVault().create(subject, call.now);
  const registered = {
    type: 'account.registered',
    // Which optional items came along, never what they say: a breach must be able to tell who held what (P44).
    body: {
      age,
      policyVersion,
      policyDigest: policy.digest,
      given: Object.keys(optional),
      ...guardianWords(consented.data),
    },
  } as const;
  const { rows, chain } = chained(subject, key, { seq: 0, head: GENESIS }, [registered], call.now);
  const facts = {
    ...optional,
    openid: call.openid,
    phone: phone.data,
    age,
    ...(consented.data && {
      guardian: consented.data.guardian.id,
      relationship: consented.data.relationship,
    }),
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
  const bound = await bindPhone(call, phone.data, () =>
    call.store.transaction(async (transaction) => {
      await transaction.add('accounts', [row]);
      await transaction.add('ledger', rows);
      await transaction.add('logins', [login]);
      if (consented.data) await spendConsent(transaction, consented.data, subject, call.now);
    }),
  );
  if (!bound.ok) return bound;
  return ok({ status: standingOf(row), account: summaryOf(row) });
};
