import { useState } from 'react';
import { View } from '@tarojs/components';
import { commonCopy } from '@/copy/common';
import { meCopy } from '@/copy/me';
import { useSession } from '@/features/session/store';
import { storageKeys } from '@/contracts/data-map/on-device';
import { forgetDrafts } from '@/features/drafts/kept-drafts';
import { clearedKeys } from '@/platform/storage';
import { Cell } from '@/ui/cells';
import { Notice } from '@/ui/notice';
import { Dialog } from '@/ui/sheet';

const isBrowser = process.env.TARO_ENV === 'h5';

/** What goes, from the table that limits what the phone may keep. */
const cleared = clearedKeys.map((key) => storageKeys[key].label);

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
      {state === 'cleared' && <Notice>{isBrowser ? meCopy.clearedInBrowser : meCopy.cleared}</Notice>}
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
              forgetDrafts();
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
        <View>{`${meCopy.clearText}${cleared.join('、')}。`}</View>
        <View>{meCopy.clearAfter}</View>
        {isBrowser && <View>{meCopy.visitorStays}</View>}
      </Dialog>
    </View>
  );
}
