import { View } from '@tarojs/components';
import { commonCopy } from '@/copy/common';
import { to } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { pageOf, type Shut } from './shut';
import { useSession } from './store';

const { frozen, locked } = commonCopy;

/** Leads to the page of an account that is shut; a way back is promised only where there is one. */
export function ShutNotice({ how }: { how: Shut }) {
  const leaving = useSession((session) => session.leaving);
  const forGood =
    leaving?.isRestorable === false
      ? { text: frozen.forGood[leaving.cause], open: frozen.openForGood }
      : undefined;
  const { text, open } = how === 'locked' ? locked : (forGood ?? frozen);
  return (
    <Notice kind="warn">
      <View>{text}</View>
      <Button size="mini" className={`to-${how}`} onTap={to(pageOf(how))}>
        {open}
      </Button>
    </Notice>
  );
}
