import { View } from '@tarojs/components';
import { commonCopy, operator } from '@/copy/common';
import { homeCopy } from '@/copy/home';
import { useSession } from '@/features/session/store';
import { go, to } from '@/platform/navigate';
import { ContactEmail } from '@/ui/contact-email';
import { Footer } from '@/ui/footer';

/**
 * The foot of the home page: the ways to correct one's information (P48) and to report a leak (P43), whom to write to
 * (P71), the policy.
 */
export function HomeFoot() {
  const isGuest = useSession((session) => session.status === 'guest');
  return (
    <View id="home-foot">
      <ContactEmail />
      <Footer
        links={[
          {
            text: homeCopy.correct,
            className: 'home-correct',
            onTap: () => {
              if (isGuest) go('pages/login/index', { next: 'information' });
              else go('pages/privacy/information/index');
            },
          },
          {
            text: homeCopy.leak,
            className: 'home-leak',
            onTap: to('pages/privacy/leak/index'),
          },
          {
            text: commonCopy.policy,
            className: 'home-foot-policy',
            onTap: to('pages/policy/index'),
          },
        ]}
      >
        {operator.company}
      </Footer>
    </View>
  );
}
