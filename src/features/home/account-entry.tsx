import { View } from '@tarojs/components';
import { commonCopy } from '@/copy/common';
import { homeCopy } from '@/copy/home';
import { useSession } from '@/features/session/store';
import { go } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Cell, Cells } from '@/ui/cells';
import { Loading } from '@/ui/loading';
import { Notice } from '@/ui/notice';

/** Who the person is, and the way to log in, to the own page, or to restore a frozen account. */
export function AccountEntry() {
  const { status, failure, load } = useSession();
  if (status === 'unknown') {
    if (failure === undefined) return <Loading text={homeCopy.checking} />;
    return (
      <Notice kind="error">
        <View>{failure.message}</View>
        <Button size="mini" className="home-retry" onTap={() => void load()}>
          {commonCopy.retry}
        </Button>
      </Notice>
    );
  }
  if (status === 'frozen') {
    return (
      <Notice kind="warn">
        <View>{commonCopy.frozen.text}</View>
        <Button
          size="mini"
          className="home-frozen"
          onTap={() => {
            go('pages/privacy/frozen/index');
          }}
        >
          {commonCopy.frozen.open}
        </Button>
      </Notice>
    );
  }
  const isGuest = status === 'guest';
  return (
    <Cells>
      <Cell
        className={isGuest ? 'home-login' : 'home-me'}
        title={isGuest ? homeCopy.guest : homeCopy.me}
        desc={isGuest ? homeCopy.guestHint : homeCopy.meHint}
        onTap={() => {
          go(isGuest ? 'pages/login/index' : 'pages/me/index');
        }}
      />
    </Cells>
  );
}
