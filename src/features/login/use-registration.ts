import { useState } from 'react';
import { account } from '@/contracts/account';
import { policy } from '@/contracts/policy';
import type { PhoneProof } from '@/contracts/values';
import { useAlone } from '@/features/call/use-alone';
import { useCall } from '@/features/call/use-call';
import { useLoaded } from '@/features/call/use-loaded';
import { useSkipped } from '@/features/optional-item/skipped';
import { cameThrough } from '@/features/session/came-through';
import { useSession } from '@/features/session/store';
import { readDevice } from '@/platform/device';
import { emptyDraft, given, optionalItems, type AgeGroup, type Draft } from './model';

/** Refusals that say: there is an account already; the session knows which kind, and the page goes on by it. */
const isKnown: ReadonlySet<string> = new Set(['ALREADY_REGISTERED', 'FROZEN', 'LOCKED']);

/**
 * The form of registration, with the age that is known already, and its call; the session tells the page when the
 * person has become a member.
 */
export function useRegistration(age?: AgeGroup) {
  const [draft, setDraft] = useState<Draft>({ ...emptyDraft, age });
  const current = useLoaded(policy.current, {});
  const { run, failure } = useCall(account.register);
  const { isRunning, alone } = useAlone();
  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
  };

  const send = async (phone: PhoneProof) => {
    const { age, agreedTo, optional } = draft;
    if (age === undefined || agreedTo === undefined) return;
    const { status } = useSession.getState();
    const result = await run({
      phone,
      policyVersion: agreedTo,
      age,
      ...given(optional),
      device: await readDevice(),
    });
    const isMember = result.ok || (await cameThrough(result.error, status));
    // What was left out here is left in peace until the next launch (P03).
    if (isMember)
      useSkipped.getState().skip(...optionalItems.filter((item) => given(optional)[item] === undefined));
    if (result.ok) useSession.getState().enter(result.data.account);
    else if (isMember || isKnown.has(result.error.code)) await useSession.getState().signIn();
    else if (result.error.code === 'POLICY_STALE') {
      // What was agreed to is not the text in force: it must be read and ticked again.
      change({ agreedTo: undefined });
      void current.reload();
    }
  };
  return {
    draft,
    change,
    policy: current,
    register: (phone: PhoneProof) => alone(() => send(phone)),
    isRunning,
    // While it is asked whether it came through, nothing is said of a failure.
    failure: isRunning ? undefined : failure,
  };
}
