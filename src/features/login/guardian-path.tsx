import { View } from '@tarojs/components';
import { loginCopy } from '@/copy/login';
import { restart, to } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

/** What someone under 14 sees instead of the form: nothing is called before a guardian is asked (P64). */
export function GuardianPath() {
  return (
    <View className="login-guardian">
      <Notice kind="warn" title={loginCopy.guardian.title}>
        {loginCopy.guardian.text}
      </Notice>
      <Button
        kind="primary"
        size="block"
        className="login-ask-guardian"
        onTap={to('pages/privacy/child-rules/index')}
      >
        {loginCopy.guardian.ask}
      </Button>
      <Button
        className="login-leave"
        onTap={() => {
          restart();
        }}
      >
        {loginCopy.guardian.leave}
      </Button>
    </View>
  );
}
