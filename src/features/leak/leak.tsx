import { useState } from 'react';
import { request } from '@/contracts/request';
import { leakCopy } from '@/copy/privacy/leak';
import { useLoaded } from '@/features/call/use-loaded';
import { MembersOnly } from '@/features/requests/members-only';
import { useSession } from '@/features/session/store';
import { Button } from '@/ui/button';
import { ContactEmail } from '@/ui/contact-email';
import { Loading } from '@/ui/loading';
import { Notice } from '@/ui/notice';
import { Filed } from './filed';
import { openLeakIn } from './open-leak';
import { Protect } from './protect';
import { Report } from './report';

/** What the page shows: one report, a form for another one, or whatever is open. */
type View = { id: string } | 'another' | 'open';

/** Reporting a leak: one tap files it; words come before or after, and a tap takes it back (P43, P73). */
export function Leak({ id }: { id: string | undefined }) {
  const [view, setView] = useState<View>(id === undefined ? 'open' : { id });
  const show = (filed: string) => {
    setView({ id: filed });
  };
  const startAnother = () => {
    setView('another');
  };
  return (
    <>
      <MembersOnly guest={leakCopy.guest}>
        {view === 'open' && <OpenOrNew onFiled={show} onAnother={startAnother} />}
        {view === 'another' && <Report keep="leak" onFiled={show} />}
        {typeof view === 'object' && <One id={view.id} onReplaced={show} onAnother={startAnother} />}
        <Protect />
      </MembersOnly>
      <ForGuests />
    </>
  );
}

/** Whoever has no account, or cannot reach it, can write. */
function ForGuests() {
  const isGuest = useSession(({ status }) => status === 'guest');
  return isGuest ? (
    <>
      <Notice>{leakCopy.byMail}</Notice>
      <ContactEmail />
    </>
  ) : null;
}

interface OpenOrNewProps {
  onFiled: (id: string) => void;
  onAnother: () => void;
}

/**
 * The report that is open already, so that coming back completes it and files no second one; else the form. A list
 * that cannot be read keeps nobody from reporting.
 */
function OpenOrNew({ onFiled, onAnother }: OpenOrNewProps) {
  const { data, failure } = useLoaded(request.mine, {});
  if (data === undefined && failure === undefined) return <Loading />;
  const open = data && openLeakIn(data.requests);
  return open ? (
    <One id={open.id} onReplaced={onFiled} onAnother={onAnother} />
  ) : (
    <Report keep="leak" onFiled={onFiled} />
  );
}

interface OneProps {
  id: string;
  onReplaced: (id: string) => void;
  onAnother: () => void;
}

function One({ id, onReplaced, onAnother }: OneProps) {
  return (
    <>
      <Filed key={id} id={id} onReplaced={onReplaced} />
      <Button className="another-leak" onTap={onAnother}>
        {leakCopy.another}
      </Button>
    </>
  );
}
