import { View } from '@tarojs/components';
import { commonCopy } from '@/copy/common';
import { homeCopy } from '@/copy/home';
import { isShut } from '@/features/session/shut';
import { ShutNotice } from '@/features/session/shut-notice';
import { useSession } from '@/features/session/store';
import { to } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Cell, Cells } from '@/ui/cells';
import { Loading } from '@/ui/loading';
import { Notice } from '@/ui/notice';

/** Who the person is, and the way to log in, to the own page, or to open an account that is shut. */
export function AccountEntry() {
  const { status, failure, load } = useSession();
  if (status === 'unknown') {
    if (failure === undefined) return <Loading text={homeCopy.checking} />;
    return (
      <Notice kind="error">
        <View>{failure.message}</View>
        {failure.retryable && (
          <Button size="mini" className="home-retry" onTap={() => void load()}>
            {commonCopy.retry}
          </Button>
        )}
      </Notice>
    );
  }
  if (isShut(status)) return <ShutNotice how={status} />;
  const isGuest = status === 'guest';
  return (
    <Cells>
      <Cell
        className={isGuest ? 'home-login' : 'home-me'}
        title={isGuest ? homeCopy.guest : homeCopy.me}
        desc={isGuest ? homeCopy.guestHint : homeCopy.meHint}
        onTap={to(isGuest ? 'pages/login/index' : 'pages/me/index')}
      />
    </Cells>
  );
}
