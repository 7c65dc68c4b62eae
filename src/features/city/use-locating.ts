import { useCallback, useEffect, useRef, useState } from 'react';
import { consent } from '@/contracts/consent';
import type { Failure } from '@/contracts/result';
import { useAlone } from '@/features/call/use-alone';
import { useCall } from '@/features/call/use-call';
import type { ConsentItem } from '@/features/consents/use-consent-switch';
import { isShut, openShut, shutBy } from '@/features/session/shut';
import { useSession } from '@/features/session/store';
import type { LocateProblem } from '@/platform/located';
import { readPosition } from '@/platform/position';
import { whereaboutsOf } from './whereabouts';

const PURPOSE = 'locate';

/** What the person is shown on the way from the tap to a city. */
export type LocateStep =
  /** To be agreed to first, by itself (P10). */
  | { at: 'consent'; item: ConsentItem; policyVersion: string }
  /** No ledger holds a guest's consent. */
  | { at: 'guest' }
  | { at: 'child' }
  | { at: 'found'; city: string }
  | { at: 'outside' | 'far' }
  | { at: 'problem'; problem: LocateProblem }
  /** The server refused, or could not be reached: nothing was read. */
  | { at: 'failure'; failure: Failure };

/** A refusal as a step; undefined where the account is shut, which has a page of its own. */
function stepOf(failure: Failure): LocateStep | undefined {
  if (failure.code === 'NOT_REGISTERED') return { at: 'guest' };
  const how = shutBy(failure.code);
  if (!how) return { at: 'failure', failure };
  openShut(how);
  return undefined;
}

/** Who may be asked at all, by the session; undefined means that the ledger decides. */
async function stepBySession(): Promise<LocateStep | 'shut' | undefined> {
  if (useSession.getState().status === 'unknown') await useSession.getState().load();
  const { status } = useSession.getState();
  if (status === 'guest' || status === 'child') return { at: status };
  if (!isShut(status)) return undefined;
  openShut(status);
  return 'shut';
}

/**
 * Finding the city by the phone's position. Each tap asks the ledger anew, so that no position is read before it holds
 * the grant (P10) nor after it was withdrawn (P54). The position lives in one function on the phone: what is kept of
 * it, while the page is open, is the code of a city and of those around it.
 */
export function useLocating() {
  const { run: askLedger } = useCall(consent.current);
  const { run: grant } = useCall(consent.set);
  const [step, setStep] = useState<LocateStep>();
  const [others, setOthers] = useState<readonly string[]>([]);
  const { isRunning: isWorking, alone } = useAlone();
  // Whoever has left the page or chosen by hand meanwhile is asked and told nothing more.
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const locate = useCallback(async (): Promise<LocateStep | undefined> => {
    if (isGone.current) return undefined;
    const located = await readPosition();
    if ('problem' in located) return { at: 'problem', problem: located.problem };
    const found = whereaboutsOf(located.position);
    setOthers(found.others);
    return found.kind === 'city' ? { at: 'found', city: found.city } : { at: found.kind };
  }, []);

  const stepTo = useCallback(
    (work: () => Promise<LocateStep | undefined>) =>
      alone(async () => {
        setStep(undefined);
        setOthers([]);
        const next = await work();
        if (!isGone.current) setStep(next);
      }),
    [alone],
  );

  const begin = useCallback(
    () =>
      stepTo(async () => {
        const known = await stepBySession();
        if (known) return known === 'shut' ? undefined : known;
        const answer = await askLedger({});
        if (!answer.ok) return stepOf(answer.error);
        const { items, policyVersion } = answer.data;
        const item = items.find(({ purpose }) => purpose === PURPOSE);
        if (!item) return { at: 'problem', problem: 'missing' };
        return item.granted ? locate() : { at: 'consent', item, policyVersion };
      }),
    [stepTo, askLedger, locate],
  );

  const agree = useCallback(
    (policyVersion: string) =>
      stepTo(async () => {
        const answer = await grant({ purpose: PURPOSE, granted: true, policyVersion });
        if (!answer.ok) return stepOf(answer.error);
        return answer.data.granted ? locate() : undefined;
      }),
    [stepTo, grant, locate],
  );

  const dismiss = useCallback(() => {
    setStep(undefined);
  }, []);
  return { step, others, isWorking, begin, agree, dismiss };
}
