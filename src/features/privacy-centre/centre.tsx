import { useEffect } from 'react';
import type { Output } from '@/contracts/operation';
import { request } from '@/contracts/request';
import { centreCopy } from '@/copy/privacy/centre';
import { ContactEmail } from '@/features/contact/contact-email';
import { FrozenNotice } from '@/features/session/frozen-notice';
import { useCall } from '@/features/call/use-call';
import { useWho } from './use-own';
import { Notice } from '@/ui/notice';
import { dayInWords } from './beijing-time';
import { Entries } from './entries';
import { GuestState, Loaded } from './loaded';
import { nextDue } from './model';

/** The overview of a person's rights; knows whether a guest, a member or a frozen account looks at it. */
export function Centre() {
  const session = useWho();
  return (
    <Loaded state={session}>
      {(known) => (
        <>
          {known.status === 'guest' && (
            <GuestState title={centreCopy.guest.title} text={centreCopy.guest.text} />
          )}
          {known.status === 'frozen' && <FrozenNotice />}
          {known.status === 'member' || known.status === 'child' ? (
            // A new answer of the session means that the page came back: the deadline is read again too.
            <MemberEntries fresh={known} />
          ) : (
            <Entries isFrozen={known.status === 'frozen'} />
          )}
          <Notice title={centreCopy.contact.title}>{centreCopy.contact.desc}</Notice>
          <ContactEmail />
        </>
      )}
    </Loaded>
  );
}

function MemberEntries({ fresh }: { fresh: object }) {
  const { run, data, failure } = useCall(request.mine);
  useEffect(() => {
    void run({});
  }, [run, fresh]);
  return <Entries isFrozen={false} requestsNote={failure ? centreCopy.requestsFailed : noteOf(data)} />;
}

function noteOf(data: Output<typeof request.mine> | undefined) {
  if (!data) return undefined;
  const next = nextDue(data.requests);
  if (!next) return centreCopy.noneOpen;
  const day = dayInWords(next.dueOn);
  return next.overdue ? centreCopy.overdue(day) : centreCopy.nextDue(day);
}
