import { useEffect } from 'react';
import { account } from '@/contracts/account';
import type { Output } from '@/contracts/operation';
import { request } from '@/contracts/request';
import { centreCopy } from '@/copy/privacy/centre';
import { useCall } from '@/features/call/use-call';
import { useLoaded } from '@/features/call/use-loaded';
import { go } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { dayInWords } from './beijing-time';
import { Contact } from './contact';
import { Entries } from './entries';
import { GuestState, Loaded } from './loaded';
import { nextDue } from './model';

/** The overview of a person's rights; knows whether a guest, a member or a frozen account looks at it. */
export function Centre() {
  const session = useLoaded(account.session, {});
  return (
    <Loaded state={session}>
      {(known) => (
        <>
          {known.status === 'guest' && (
            <GuestState title={centreCopy.guest.title} text={centreCopy.guest.text} />
          )}
          {known.status === 'frozen' && <FrozenNotice />}
          {known.status === 'member' ? (
            // A new answer of the session means that the page came back: the deadline is read again too.
            <MemberEntries fresh={known} />
          ) : (
            <Entries isFrozen={known.status === 'frozen'} />
          )}
          <Contact />
        </>
      )}
    </Loaded>
  );
}

function FrozenNotice() {
  return (
    <>
      <Notice kind="warn" title={centreCopy.frozen.title}>
        {centreCopy.frozen.text}
      </Notice>
      <Button
        kind="primary"
        className="open-frozen"
        onTap={() => {
          go('pages/privacy/frozen/index');
        }}
      >
        {centreCopy.frozen.open}
      </Button>
    </>
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
