import { useEffect } from 'react';
import type { Output } from '@/contracts/operation';
import { request } from '@/contracts/request';
import { centreCopy } from '@/copy/privacy/centre';
import { leakCopy } from '@/copy/privacy/leak';
import { useCall } from '@/features/call/use-call';
import { useUnread } from '@/features/inbox/unread';
import { openLeakIn } from '@/features/leak/open-leak';
import { useDraft } from '@/features/requests/use-draft';
import { go, to } from '@/platform/navigate';
import { dayInWords } from './beijing-time';
import { Entries } from './entries';
import { minorsKind, nextDue } from './model';
import { Overview } from './overview';

const openReport = (id: string) => {
  go('pages/privacy/leak/index', { id });
};

/**
 * A member's overview and entries, with the next deadline; a leak is reported by the tap itself (P43), or shown where
 * one is open.
 */
export function MemberEntries({ who }: { who: { account?: { age: string } | undefined } }) {
  const { run, data, failure, isRunning: isReading } = useCall(request.mine);
  const inbox = useUnread();
  const { change, submit, isRunning, problem } = useDraft({ kind: 'leak' }, openReport);
  // Who it is is a new answer whenever the page comes back: the deadline is read again, and a tap is a new report.
  useEffect(() => {
    void run({});
    change({});
  }, [run, change, who]);
  const report = async () => {
    // While the list is read its answer is waited for: the old one may not know what was just reported.
    const read = isReading ? await run({}) : undefined;
    const known = read?.ok ? read.data : data;
    const open = known && openLeakIn(known.requests);
    if (open) openReport(open.id);
    else await submit();
  };
  const due = failure ? centreCopy.requestsFailed : noteOf(data);
  return (
    <>
      <Overview due={due} />
      <Entries
        isShut={false}
        notes={{
          requests: due,
          leak: isRunning ? leakCopy.sending : problem,
          inbox,
        }}
        taps={{
          leak: () => void report(),
          minors: to('pages/privacy/request/index', { kind: minorsKind(who.account?.age) }),
        }}
      />
    </>
  );
}

function noteOf(data: Output<typeof request.mine> | undefined) {
  if (!data) return undefined;
  const next = nextDue(data.requests);
  if (!next) return centreCopy.noneOpen;
  const day = dayInWords(next.dueOn);
  return next.overdue ? centreCopy.overdue(day) : centreCopy.nextDue(day);
}
