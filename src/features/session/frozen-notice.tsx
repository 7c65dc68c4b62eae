import { View } from '@tarojs/components';
import { commonCopy } from '@/copy/common';
import { go } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { useSession } from './store';

const { frozen: words } = commonCopy;

/** Leads a frozen account to its page; a way back is promised only where there is one. */
export function FrozenNotice() {
  const leaving = useSession((session) => session.leaving);
  const isOver = leaving?.isRestorable === false;
  return (
    <Notice kind="warn">
      <View>{isOver ? words.forGood[leaving.cause] : words.text}</View>
      <Button
        size="mini"
        className="to-frozen"
        onTap={() => {
          go('pages/privacy/frozen/index');
        }}
      >
        {isOver ? words.openForGood : words.open}
      </Button>
    </Notice>
  );
}
