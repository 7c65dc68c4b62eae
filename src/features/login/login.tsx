import { useEffect, useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { loginCopy } from '@/copy/login';
import { isSignedOut, useSession } from '@/features/session/store';
import { isShut, openStillShut } from '@/features/session/shut';
import { useIsShown } from '@/features/session/use-is-shown';
import { useSessionOnShow } from '@/features/session/use-session-on-show';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { ErrorState } from '@/ui/states';
import { ComeBack } from './come-back';
import { goOn } from './go-on';
import { Registration } from './registration';

/** Logging in again, or registering; whoever is a member, now or already, goes on to where they wanted to go. */
export function Login() {
  const { params } = useRouter();
  // Once: while this page leaves, the router already speaks of the page that comes.
  const [next] = useState(params.next);
  const { status } = useSessionOnShow();
  const isShown = useIsShown();
  useEffect(() => {
    // From below another page this would take that one away.
    if (!isShown) return;
    if (isShut(status)) openStillShut(status);
    else if (status === 'member' || status === 'child') goOn(next);
  }, [status, next, isShown]);
  return (
    <Page title={loginCopy.title} lead={loginCopy.lead}>
      {status === 'guest' ? isSignedOut() ? <ComeBack /> : <Registration /> : <Waiting />}
    </Page>
  );
}

function Waiting() {
  const { failure, load } = useSession();
  if (failure) return <ErrorState error={failure} onRetry={() => void load()} />;
  return <Loading text={loginCopy.checking} />;
}
