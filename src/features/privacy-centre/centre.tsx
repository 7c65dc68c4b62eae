import { centreCopy } from '@/copy/privacy/centre';
import { isOffline } from '@/features/offline/model';
import { isShut } from '@/features/session/shut';
import { ShutNotice } from '@/features/session/shut-notice';
import { ContactEmail } from '@/ui/contact-email';
import { useWho } from './use-own';
import { Notice } from '@/ui/notice';
import { ErrorState } from '@/ui/states';
import { Entries } from './entries';
import { GuestState, Loaded } from './loaded';
import { MemberEntries } from './member-entries';

/** The overview of a person's rights; knows whether a guest, a member or an account that is shut looks at it. */
export function Centre() {
  const session = useWho();
  // Who it is cannot be asked; what the phone kept, and what needs no network, is still there to be read.
  if (session.data === undefined && session.failure && isOffline(session.failure))
    return (
      <>
        <ErrorState error={session.failure} onRetry={() => void session.reload()} />
        <Entries isShut={false} />
      </>
    );
  return (
    <Loaded state={session}>
      {(known) => (
        <>
          {known.status === 'guest' && (
            <GuestState title={centreCopy.guest.title} text={centreCopy.guest.text} />
          )}
          {isShut(known.status) && <ShutNotice how={known.status} />}
          {known.status === 'member' || known.status === 'child' ? (
            // A new answer of the session means that the page came back: the deadline is read again too.
            <MemberEntries who={known} />
          ) : (
            <Entries isShut={isShut(known.status)} />
          )}
          <Notice title={centreCopy.contact.title}>{centreCopy.contact.desc}</Notice>
          <ContactEmail />
        </>
      )}
    </Loaded>
  );
}
