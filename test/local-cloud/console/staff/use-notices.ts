import { useEffect, useState } from 'react';
import type { Output } from '../../../../src/contracts/operation';
import type { staff } from '../../../../src/contracts/staff';
import { invoke } from '../../page-kit/cloud-api';

type Reminders = Output<typeof staff.notices>;

const EVERY_MS = 60_000;

/** Reminders, newest first, asked again each minute, for that is how often they can change. */
export function useNotices(): Reminders['notices'] {
  const [notices, setNotices] = useState<Reminders['notices']>([]);
  useEffect(() => {
    let isCurrent = true;
    const ask = (): void => {
      void invoke<Reminders>('reconcile', { action: 'notices' }).then((answer) => {
        if (isCurrent && answer.ok) setNotices(answer.data.notices);
      });
    };
    ask();
    const timer = setInterval(ask, EVERY_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, []);
  return notices;
}
