import { useEffect, useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { loginCopy } from '@/copy/login';
import { isSignedOut, useSession } from '@/features/session/store';
import { useSessionOnShow } from '@/features/session/use-session-on-show';
import { replace, restart } from '@/platform/navigate';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { ErrorState } from '@/ui/states';
import { ComeBack } from './come-back';
import { nextPage } from './model';
import { Registration } from './registration';

/** Logging in again, or registering; whoever is a member, now or already, goes on to where they wanted to go. */
export function Login() {
  const { params } = useRouter();
  // Once: while this page leaves, the router already speaks of the page that comes.
  const [next] = useState(() => nextPage(params.next));
  const { status } = useSessionOnShow();
  useEffect(() => {
    if (status === 'frozen') replace('pages/privacy/frozen/index');
    else if (status === 'member' && next !== undefined) replace(next);
    else if (status === 'member') restart();
  }, [status, next]);
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
