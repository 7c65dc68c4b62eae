import { useCallback, useState } from 'react';
import { account } from '@/contracts/account';
import type { Failure, Result } from '@/contracts/result';
import { ok } from '@/contracts/result';
import { useAlone } from '@/features/call/use-alone';
import { useCall } from '@/features/call/use-call';
import { useIsHere } from '@/features/call/use-is-here';
import { openShut, shutBy } from '@/features/session/shut';
import { useSession } from '@/features/session/store';
import { back } from '@/platform/navigate';
import { storage } from '@/platform/storage';
import { withRecentCity } from './model';

function keepOnPhone(code: string): void {
  storage.set('recentCities', withRecentCity(storage.get('recentCities') ?? [], code));
  useSession.getState().showCity(code);
}

/**
 * Taking a city: a guest's choice stays on the phone, a member's also goes to the account. `pick` never changes, so
 * that the long list need not be drawn again; it asks the session at the tap.
 */
export function usePickCity() {
  const { run } = useCall(account.switchCity);
  const [saving, setSaving] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const { alone } = useAlone();
  const isHere = useIsHere();

  const pick = useCallback(
    (code: string) =>
      alone(async () => {
        setSaving(code);
        setFailure(undefined);
        const result = await save(code, run);
        setSaving(undefined);
        if (result.ok) {
          keepOnPhone(code);
          if (isHere.current) back();
          return;
        }
        const how = shutBy(result.error.code);
        if (how) openShut(how);
        else setFailure(result.error);
      }),
    [alone, run, isHere],
  );
  return {
    pick,
    saving,
    failure,
    forgetFailure: () => {
      setFailure(undefined);
    },
  };
}

type Run = (input: { code: string }) => Promise<Result<unknown>>;

/** Nothing is sent for a guest. */
async function save(code: string, run: Run): Promise<Result<unknown>> {
  if (useSession.getState().status === 'unknown') await useSession.getState().load();
  return useSession.getState().status === 'guest' ? ok(code) : run({ code });
}
