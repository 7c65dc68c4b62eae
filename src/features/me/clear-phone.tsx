import { useState } from 'react';
import { View } from '@tarojs/components';
import { commonCopy } from '@/copy/common';
import { meCopy } from '@/copy/me';
import { useSession } from '@/features/session/store';
import { storageKeys } from '@/platform/storage';
import { Cell } from '@/ui/cells';
import { Notice } from '@/ui/notice';
import { Dialog } from '@/ui/sheet';

/** What the phone may keep, from the table that limits it. The visitor exists on H5 alone. */
const kept = Object.entries(storageKeys)
  .filter(([key]) => process.env.TARO_ENV === 'h5' || key !== 'visitor')
  .map(([, { label }]) => label);

/** 清除本机数据: empties the phone's storage after asking (P30). A row; goes inside Cells. */
export function ClearPhone() {
  const { clearPhone } = useSession();
  const [state, setState] = useState<'asking' | 'cleared'>();
  return (
    <View>
      <Cell
        className="clear-phone"
        title={meCopy.clear}
        desc={meCopy.clearHint}
        onTap={() => {
          setState('asking');
        }}
      />
      {state === 'cleared' && <Notice>{meCopy.cleared}</Notice>}
      <Dialog
        open={state === 'asking'}
        title={meCopy.clearAsk}
        actions={[
          {
            text: meCopy.clearYes,
            kind: 'warn',
            className: 'clear-phone-yes',
            onTap: () => {
              clearPhone();
              setState('cleared');
            },
          },
          {
            text: commonCopy.cancel,
            onTap: () => {
              setState(undefined);
            },
          },
        ]}
      >
        <View>{`${meCopy.clearText}${kept.join('、')}。`}</View>
        <View>{meCopy.clearAfter}</View>
      </Dialog>
    </View>
  );
}
