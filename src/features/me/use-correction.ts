import { useState } from 'react';
import { account } from '@/contracts/account';
import type { Input } from '@/contracts/operation';
import { useCall } from '@/features/call/use-call';

type Correction = Input<typeof account.correct>;

/** Changing one field of the own profile; `onDone` reads it anew. */
export function useCorrection(field: Correction['field'], onDone: () => void) {
  const { run, isRunning, failure } = useCall(account.correct);
  const [isSaved, setSaved] = useState(false);
  /** True when saved. An empty value clears the field. */
  const save = async (value: string): Promise<boolean> => {
    setSaved(false);
    const { ok } = await run({ field, value });
    setSaved(ok);
    if (ok) onDone();
    return ok;
  };
  return { save, isRunning, isSaved, failure };
}
