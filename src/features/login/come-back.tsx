import { useState } from 'react';
import { View } from '@tarojs/components';
import { loginCopy } from '@/copy/login';
import { useSession } from '@/features/session/store';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

/** For someone who logged out on this phone: WeChat still vouches for them, so one tap is enough. */
export function ComeBack() {
  const { signIn } = useSession();
  const [isRunning, setRunning] = useState(false);
  const comeBack = async () => {
    setRunning(true);
    await signIn();
    setRunning(false);
  };
  return (
    <View>
      <Notice>{loginCopy.signedOut.text}</Notice>
      <Button
        kind="primary"
        size="block"
        className="login-come-back"
        loading={isRunning}
        onTap={() => void comeBack()}
      >
        {loginCopy.signedOut.button}
      </Button>
    </View>
  );
}
