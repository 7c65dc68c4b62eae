import { View } from '@tarojs/components';
import { loginCopy } from '@/copy/login';
import { ContactEmail } from '@/features/contact/contact-email';
import { restart } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

/** What someone under 14 sees instead of the form: nothing is called, a guardian has to write (P64). */
export function GuardianPath() {
  return (
    <View className="login-guardian">
      <Notice kind="warn" title={loginCopy.guardian.title}>
        {loginCopy.guardian.text}
      </Notice>
      <ContactEmail />
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
