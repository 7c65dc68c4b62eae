import { View } from '@tarojs/components';
import { loginCopy } from '@/copy/login';
import { useSession } from '@/features/session/store';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

/** For someone who logged out on this phone: WeChat still vouches for them, so one tap is enough, and this goes. */
export function ComeBack() {
  const { signIn } = useSession();
  return (
    <View>
      <Notice>{loginCopy.signedOut.text}</Notice>
      <Button kind="primary" size="block" className="login-come-back" onTap={() => void signIn()}>
        {loginCopy.signedOut.button}
      </Button>
    </View>
  );
}
