import { View } from '@tarojs/components';
import { commonCopy } from '@/copy/common';
import { go } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

/** Leads a frozen account to where it can be restored. */
export function FrozenNotice() {
  return (
    <Notice kind="warn">
      <View>{commonCopy.frozen.text}</View>
      <Button
        size="mini"
        className="to-frozen"
        onTap={() => {
          go('pages/privacy/frozen/index');
        }}
      >
        {commonCopy.frozen.open}
      </Button>
    </Notice>
  );
}
