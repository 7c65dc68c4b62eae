import { useState } from 'react';
import { account } from '@/contracts/account';
import type { PhoneProof as Proof } from '@/contracts/values';
import { deregisterCopy } from '@/copy/privacy/deregistration';
import { useAlone } from '@/features/call/use-alone';
import { useCall } from '@/features/call/use-call';
import { PhoneProof } from '@/features/phone/phone-proof';
import { GuestState, LeadToShut, Loaded } from '@/features/privacy-centre/loaded';
import { SaveCopy } from '@/features/privacy-centre/save-copy';
import { useWho } from '@/features/privacy-centre/use-own';
import { cameThrough } from '@/features/session/came-through';
import { isShut } from '@/features/session/shut';
import { useSession } from '@/features/session/store';
import { readDevice } from '@/platform/device';
import { storage } from '@/platform/storage';
import { Cells } from '@/ui/cells';
import { Agreement } from '@/ui/choice';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Consequences } from './consequences';
import { WardsToo } from './wards-too';

/** As much as the contract takes. */
const MOST_WORDS = 500;

/**
 * Leaving: what it does, the copy first (P56), then one tick and the bound phone. No more taps than registering (P55),
 * and nothing asked that is not known already.
 */
export function Deregister() {
  const session = useWho();
  return (
    <Loaded state={session}>
      {({ status, account: summary }) => {
        if (status === 'guest') return <GuestState />;
        if (isShut(status)) return <LeadToShut how={status} />;
        return (
          <>
            <Notice kind="warn" title={deregisterCopy.warning.title}>
              {deregisterCopy.warning.text}
            </Notice>
            {/* Only an adult can have consented for a child. */}
            {summary?.age === 'adult' && <WardsToo />}
            <Consequences />
            <Notice title={deregisterCopy.copy.title}>{deregisterCopy.copy.text}</Notice>
            <SaveCopy />
            <Leave />
          </>
        );
      }}
    </Loaded>
  );
}

function Leave() {
  const { run, failure } = useCall(account.deregister);
  const { isRunning, alone } = useAlone();
  const [reason, setReason] = useState('');
  const [isCertain, setIsCertain] = useState(false);
  const leave = async (phone: Proof) => {
    const words = reason.trim();
    const { status } = useSession.getState();
    const result = await run({ phone, ...(words !== '' && { reason: words }), device: await readDevice() });
    // The page around this then leads on, by what the session says.
    if (result.ok) {
      storage.set('certificate', result.data.certificateId);
      useSession.getState().freeze(result.data.eraseAfter, result.data.certificateId);
      return;
    }
    // An earlier call came through, or this one, and its answer was lost.
    if (result.error.code !== 'FROZEN' && !(await cameThrough(result.error, status))) return;
    await useSession.getState().load();
    const { leaving } = useSession.getState();
    if (leaving) storage.set('certificate', leaving.certificateId);
  };
  return (
    <>
      <Cells title={deregisterCopy.reason.group}>
        <Field
          className="leave-reason"
          label={deregisterCopy.reason.label}
          placeholder={deregisterCopy.reason.placeholder}
          multiline
          maxLength={MOST_WORDS}
          value={reason}
          onInput={setReason}
        />
      </Cells>
      <Agreement
        className="leave-certain"
        label={deregisterCopy.confirm}
        checked={isCertain}
        onChange={setIsCertain}
      >
        {deregisterCopy.confirm}
      </Agreement>
      {!isCertain && <Notice>{deregisterCopy.tickFirst}</Notice>}
      <PhoneProof
        purpose="deregister"
        busy={isRunning}
        disabled={!isCertain}
        failure={isRunning ? undefined : failure}
        onProof={(phone) => void alone(() => leave(phone))}
      />
    </>
  );
}
