import type { ReactNode } from 'react';
import { account } from '@/contracts/account';
import { commonCopy } from '@/copy/common';
import { frozenCopy } from '@/copy/privacy/deregistration';
import { useCall } from '@/features/call/use-call';
import { endInWords } from '@/features/privacy-centre/beijing-time';
import { Elsewhere } from '@/features/privacy-centre/elsewhere';
import { LeadToShut, Loaded } from '@/features/privacy-centre/loaded';
import { SaveCopy } from '@/features/privacy-centre/save-copy';
import { useWho } from '@/features/privacy-centre/use-own';
import { readDevice } from '@/platform/device';
import { storage } from '@/platform/storage';
import { Button } from '@/ui/button';
import { Cell, Cells } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Notice } from '@/ui/notice';
import { timeLeft } from './model';
import { ProofLater } from './proof-later';

const { forGood } = commonCopy.frozen;

/** The frozen account: until when it can come back, what happens then, the way back and the copy. */
export function Frozen() {
  const session = useWho();
  const restoring = useCall(account.restore);
  const isRestored = restoring.data !== undefined || restoring.failure?.code === 'NOT_FROZEN';
  const restore = async () => {
    const result = await restoring.run({ device: await readDevice() });
    // What was promised is no longer to come; also where an earlier call came through whose answer was lost.
    if (result.ok || result.error.code === 'NOT_FROZEN') storage.remove('certificate');
    // Also after a refusal: time may have changed what the account is.
    await session.reload();
  };
  return (
    <Loaded state={session}>
      {({ status, account: summary, leaving }) => {
        if (status === 'guest')
          return (
            <>
              <Elsewhere {...frozenCopy.guest} />
              <ProofLater id={storage.get('certificate')} />
            </>
          );
        if (status === 'locked') return <LeadToShut how="locked" />;
        if (status !== 'frozen')
          return <Elsewhere {...(isRestored ? frozenCopy.restored : frozenCopy.active)} />;
        const proof = <ProofLater id={leaving?.certificateId ?? storage.get('certificate')} />;
        if (leaving?.isRestorable === false) return <ForGood cause={leaving.cause}>{proof}</ForGood>;
        return (
          <>
            <Notice title={frozenCopy.title}>{frozenCopy.lead}</Notice>
            {summary?.eraseAfter && <Until eraseAfter={summary.eraseAfter} />}
            <FailureNotice failure={restoring.failure} />
            <Button
              kind="primary"
              size="block"
              className="restore"
              loading={restoring.isRunning}
              onTap={() => void restore()}
            >
              {frozenCopy.restore}
            </Button>
            <SaveCopy />
            {proof}
          </>
        );
      }}
    </Loaded>
  );
}

/** Past the deadline, or frozen for want of a guardian's consent: why, what happens, and the copy; no way back. */
function ForGood({ cause, children }: { cause: keyof typeof forGood; children: ReactNode }) {
  return (
    <>
      <Notice kind="warn" title={frozenCopy.over}>
        {forGood[cause]}
      </Notice>
      <Notice title={frozenCopy.then.now}>{frozenCopy.then.text}</Notice>
      <SaveCopy />
      {children}
    </>
  );
}

function Until({ eraseAfter }: { eraseAfter: string }) {
  return (
    <>
      <Cells title={frozenCopy.until}>
        <Cell title={frozenCopy.beijing(endInWords(eraseAfter))} desc={timeLeft(eraseAfter, Date.now())} />
      </Cells>
      <Notice kind="warn" title={frozenCopy.then.title}>
        {frozenCopy.then.text}
      </Notice>
    </>
  );
}
