import { useCallback, useState } from 'react';
import type { Failure, Result } from '@/contracts/result';
import { useAlone } from '@/features/call/use-alone';
import { leadsAway } from './lead-away';

/**
 * Sending what somebody wrote: once however often it is tapped, and again with `understood` after a warning that it
 * looks like a way to reach somebody (P42). What is missing comes as a sentence in place of an answer.
 */
export function useSending<T>(
  send: (understood: boolean) => Promise<Result<T>> | { missing: string },
  onSent: (answer: T) => void | Promise<void>,
) {
  const { isRunning, alone } = useAlone();
  const [warning, setWarning] = useState<string>();
  const [failure, setFailure] = useState<Pick<Failure, 'message' | 'byMail'> & { code?: Failure['code'] }>();

  /** The form changed: what was said of the one before is over. */
  const forget = useCallback(() => {
    setFailure(undefined);
  }, []);
  const submit = (understood: boolean) =>
    alone(async () => {
      setFailure(undefined);
      const sent = send(understood);
      if ('missing' in sent) {
        setFailure({ message: sent.missing });
        return;
      }
      const result = await sent;
      if (result.ok) await onSent(result.data);
      setWarning(!result.ok && result.error.code === 'CONTACT_SHOWN' ? result.error.message : undefined);
      if (!result.ok && result.error.code !== 'CONTACT_SHOWN' && !leadsAway(result.error))
        setFailure(result.error);
    });
  return {
    isRunning,
    warning,
    failure,
    submit: () => void submit(false),
    /** The author means it. */
    submitAnyway: () => void submit(true),
    /** The author goes back to change it. */
    goBack: () => {
      setWarning(undefined);
    },
    forget,
  };
}
