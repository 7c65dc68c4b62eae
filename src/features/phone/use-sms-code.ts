import { useEffect, useState } from 'react';
import { account } from '@/contracts/account';
import { useCall } from '@/features/call/use-call';
import { secondsToWait } from './model';

/** Sends codes and counts down to the next one. */
export function useSmsCode() {
  const sending = useCall(account.sendSmsCode);
  const [sentTo, setSentTo] = useState<string>();
  const [nextAt, setNextAt] = useState(0);
  const [now, setNow] = useState(0);
  const wait = Math.max(0, Math.ceil((nextAt - now) / 1000));
  const isWaiting = wait > 0;

  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [isWaiting]);

  const send = async (number: string) => {
    const result = await sending.run({ number });
    if (!result.ok) return;
    const start = Date.now();
    setSentTo(number);
    setNow(start);
    setNextAt(start + secondsToWait(result.data) * 1000);
  };
  return { send, sentTo, wait, isSending: sending.isRunning, failure: sending.failure };
}
