import { centreCopy } from '@/copy/privacy/centre';
import { ContactEmail } from '@/features/contact/contact-email';
import { FrozenNotice } from '@/features/session/frozen-notice';
import { useWho } from './use-own';
import { Notice } from '@/ui/notice';
import { Entries } from './entries';
import { GuestState, Loaded } from './loaded';
import { MemberEntries } from './member-entries';

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
            <MemberEntries who={known} />
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
