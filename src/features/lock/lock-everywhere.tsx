import { useState } from 'react';
import { View } from '@tarojs/components';
import { account } from '@/contracts/account';
import { lockCopy } from '@/copy/privacy/lock';
import { useCall } from '@/features/call/use-call';
import { useSession } from '@/features/session/store';
import { readDevice } from '@/platform/device';
import { Button } from '@/ui/button';
import { Cell } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Lines } from '@/ui/lines';
import { Sheet } from '@/ui/sheet';
import './lock.less';

const { option, ask } = lockCopy;

/**
 * Locks the account on every device, after saying what happens and how to come back. A row; goes inside Cells of a page
 * that leads on by what the session says.
 */
export function LockEverywhere() {
  const { run, isRunning, failure } = useCall(account.lock);
  const [isAsking, setAsking] = useState(false);
  const lock = async () => {
    const { ok } = await run({ device: await readDevice() });
    if (ok) useSession.getState().lock();
  };
  return (
    <View>
      <Cell
        className="lock-everywhere"
        {...option}
        onTap={() => {
          setAsking(true);
        }}
      />
      <Sheet
        open={isAsking}
        title={ask.title}
        onClose={() => {
          setAsking(false);
        }}
        action={
          <Button kind="warn" className="lock-yes" loading={isRunning} onTap={() => void lock()}>
            {ask.yes}
          </Button>
        }
      >
        <FailureNotice failure={failure} />
        <Lines className="lock-line" lines={ask.texts} />
      </Sheet>
    </View>
  );
}
