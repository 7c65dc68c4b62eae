import { account } from '@/contracts/account';
import type { Input } from '@/contracts/operation';
import { lockCopy } from '@/copy/privacy/lock';
import { useCall } from '@/features/call/use-call';
import { SmsProof } from '@/features/phone/sms-proof';
import { Elsewhere } from '@/features/privacy-centre/elsewhere';
import { GuestState, LeadToShut, Loaded } from '@/features/privacy-centre/loaded';
import { useWho } from '@/features/privacy-centre/use-own';
import { readDevice } from '@/platform/device';
import { Cells } from '@/ui/cells';
import { ContactEmail } from '@/ui/contact-email';
import { Notice } from '@/ui/notice';
import { LockEverywhere } from './lock-everywhere';
import { ReportLocked } from './report-locked';

/** The lock: how to put it on, and, where it is on, the one way to take it off. */
export function Locked() {
  const session = useWho();
  const unlocking = useCall(account.unlock);
  const unlock = async (phone: Input<typeof account.unlock>['phone']) => {
    const { ok } = await unlocking.run({ phone, device: await readDevice() });
    if (ok) await session.reload();
  };
  return (
    <Loaded state={session}>
      {({ status }) => {
        if (status === 'guest') return <GuestState />;
        if (status === 'frozen') return <LeadToShut how="frozen" />;
        if (status === 'locked')
          return (
            <>
              <Notice kind="warn" title={lockCopy.locked.title}>
                {lockCopy.locked.text}
              </Notice>
              <Notice title={lockCopy.unlock.group}>{lockCopy.unlock.text}</Notice>
              <SmsProof
                text={lockCopy.unlock.button}
                busy={unlocking.isRunning}
                disabled={false}
                failure={unlocking.failure}
                onProof={(phone) => void unlock(phone)}
              />
              <Notice title={lockCopy.wechat.title}>{lockCopy.wechat.text}</Notice>
              <ReportLocked />
              <Notice title={lockCopy.noPhone.title}>{lockCopy.noPhone.text}</Notice>
              <ContactEmail />
            </>
          );
        if (unlocking.data) return <Elsewhere {...lockCopy.unlocked} />;
        return (
          <Cells tips={lockCopy.tips}>
            <LockEverywhere />
          </Cells>
        );
      }}
    </Loaded>
  );
}
