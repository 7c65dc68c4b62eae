import { useState } from 'react';
import { account } from '@/contracts/account';
import { relationships } from '@/contracts/data-map/collections/guardian-consents';
import { guardianCode } from '@/contracts/guardian';
import type { PhoneProof as Proof } from '@/contracts/values';
import { guardianCopy } from '@/copy/privacy/child';
import { useCall } from '@/features/call/use-call';
import { PhoneProof } from '@/features/phone/phone-proof';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { Cells } from '@/ui/cells';
import { Agreement, RadioGroup } from '@/ui/choice';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';

type Relationship = (typeof relationships)[number];

/** A guardian's consent: the child's code, who one is, the agreement, and the own phone as proof (P65). */
export function ConsentForm({ version }: { version: string }) {
  const { run, isRunning, failure, data } = useCall(account.guardChild);
  const [code, setCode] = useState('');
  const [relationship, setRelationship] = useState<Relationship>();
  const [agreed, setAgreed] = useState(false);
  const typed = code.trim().toUpperCase();
  const isCode = guardianCode.safeParse(typed).success;
  if (data) {
    const { title, text } = guardianCopy.done;
    return <Notice title={title}>{text(instantInWords(data.until))}</Notice>;
  }
  const isReady = isCode && relationship !== undefined && agreed;
  const consent = (phone: Proof) => {
    if (relationship !== undefined) void run({ code: typed, relationship, policyVersion: version, phone });
  };
  return (
    <>
      <Cells title={guardianCopy.form}>
        <Field
          className="guardian-field"
          label={guardianCopy.code}
          placeholder={guardianCopy.codePlaceholder}
          maxLength={8}
          exact
          value={code}
          onInput={setCode}
          error={typed.length === 8 && !isCode ? guardianCopy.codeWrong : undefined}
        />
      </Cells>
      <RadioGroup
        label={guardianCopy.relationship}
        options={relationships.map((value) => ({ value, title: guardianCopy.relationships[value] }))}
        value={relationship}
        onChange={setRelationship}
      />
      <Agreement
        className="guardian-agree"
        label={guardianCopy.agree(version)}
        checked={agreed}
        onChange={setAgreed}
      >
        {guardianCopy.agree(version)}
      </Agreement>
      <Notice>{isReady ? guardianCopy.proof : guardianCopy.stillMissing}</Notice>
      <PhoneProof
        purpose="guardChild"
        busy={isRunning}
        disabled={!isReady}
        failure={failure}
        onProof={consent}
      />
    </>
  );
}
