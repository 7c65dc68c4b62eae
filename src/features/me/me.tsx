import { commonCopy } from '@/copy/common';
import { meCopy } from '@/copy/me';
import { useUnread } from '@/features/inbox/unread';
import { isShut } from '@/features/session/shut';
import { ShutNotice } from '@/features/session/shut-notice';
import { useSession } from '@/features/session/store';
import { useSessionOnShow } from '@/features/session/use-session-on-show';
import { type PageName, to } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Cell, Cells } from '@/ui/cells';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { Empty, ErrorState } from '@/ui/states';
import { ClearPhone } from './clear-phone';
import { Profile } from './profile';
import { SignOut } from './sign-out';

/** The own page: who I am, and the ways to every right; also for a guest, who has data on the phone to clear. */
export function Me() {
  const { status } = useSessionOnShow();
  const isMember = status === 'member' || status === 'child';
  return (
    <Page title={meCopy.title}>
      <WhoIAm />
      <Cells title={meCopy.rights}>
        <Way page="pages/privacy/requests/index" title={meCopy.requests} className="me-requests" />
        {isMember && <InboxWay />}
        <Way page="pages/privacy/centre/index" title={meCopy.centre} className="me-centre" />
        <Way page="pages/policy/index" title={commonCopy.policy} className="me-policy" />
        {isMember && (
          <Way
            page="pages/privacy/locked/index"
            title={meCopy.lock}
            desc={meCopy.lockHint}
            className="me-lock"
          />
        )}
        {isMember && (
          <Way
            page="pages/privacy/deregister/index"
            title={meCopy.deregister}
            desc={meCopy.deregisterHint}
            className="me-deregister"
          />
        )}
      </Cells>
      <Cells title={meCopy.phoneData}>
        <ClearPhone />
        {(isMember || isShut(status)) && <SignOut />}
      </Cells>
    </Page>
  );
}

function WhoIAm() {
  const { status, failure, load } = useSession();
  switch (status) {
    case 'unknown':
      return failure ? <ErrorState error={failure} onRetry={() => void load()} /> : <Loading />;
    case 'frozen':
    case 'locked':
      return <ShutNotice how={status} />;
    case 'guest':
      return (
        <Empty title={meCopy.guest.title} text={meCopy.guest.text}>
          <Button kind="primary" className="me-login" onTap={to('pages/login/index')}>
            {commonCopy.login}
          </Button>
        </Empty>
      );
    default:
      return <Profile />;
  }
}

function InboxWay() {
  return (
    <Way page="pages/privacy/inbox/index" title={meCopy.inbox} desc={useUnread()} className="me-inbox" />
  );
}

interface WayProps {
  page: PageName;
  title: string;
  desc?: string | undefined;
  className: string;
}

function Way({ page, ...row }: WayProps) {
  return <Cell {...row} onTap={to(page)} />;
}
