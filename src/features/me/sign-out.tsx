import { useState } from 'react';
import { View } from '@tarojs/components';
import { commonCopy } from '@/copy/common';
import { meCopy } from '@/copy/me';
import { useSession } from '@/features/session/store';
import { restart } from '@/platform/navigate';
import { Cell } from '@/ui/cells';
import { Dialog } from '@/ui/sheet';

/** 退出登录, with what it does and does not do. A row; goes inside Cells. */
export function SignOut() {
  const { signOut } = useSession();
  const [isAsking, setAsking] = useState(false);
  return (
    <View>
      <Cell
        className="sign-out"
        title={meCopy.signOut}
        desc={meCopy.signOutHint}
        onTap={() => {
          setAsking(true);
        }}
      />
      <Dialog
        open={isAsking}
        title={meCopy.signOutAsk}
        actions={[
          {
            text: meCopy.signOutYes,
            kind: 'warn',
            className: 'sign-out-yes',
            onTap: () => {
              signOut();
              restart();
            },
          },
          {
            text: commonCopy.cancel,
            onTap: () => {
              setAsking(false);
            },
          },
        ]}
      >
        {meCopy.signOutText}
      </Dialog>
    </View>
  );
}
