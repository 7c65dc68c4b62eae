import { useState } from 'react';
import { askedKinds, requestKinds, wardKinds } from '@/contracts/request-vocabulary';
import { attachmentsCopy } from '@/copy/privacy/attachments';
import { requestCopy } from '@/copy/privacy/requests';
import { ChosenPictures } from '@/features/attachments/chosen-pictures';
import { sendTo } from '@/features/attachments/holder';
import { useIsHere } from '@/features/call/use-is-here';
import { replace } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { RadioGroup } from '@/ui/choice';
import { FailureNotice } from '@/ui/failure-notice';
import { Notice } from '@/ui/notice';
import { requestPictures } from './attachments';
import { DetailsForm } from './details-form';
import { Aside } from './aside';
import { ForMinors } from './for-minors';
import { ForWard } from './for-ward';
import { MembersOnly } from './members-only';
import { kindInWords } from './model';
import { useDraft, type Prefill } from './use-draft';

const kinds = askedKinds.map((kind) => ({ value: kind, title: requestKinds[kind].label }));
const kindsForWards = wardKinds.map((kind) => ({
  value: kind,
  title: kindInWords(kind, true),
}));

/** A new request: for members only, since the login is the proof of identity (P58). */
export function RequestForm({ prefill }: { prefill: Prefill }) {
  return (
    <MembersOnly guest={requestCopy.guest}>
      {prefill.ward === undefined ? (
        <Form prefill={prefill} />
      ) : (
        <ForWard ward={prefill.ward}>
          <Form prefill={prefill} />
        </ForWard>
      )}
    </MembersOnly>
  );
}

/** Each way in has a form of its own: what a page fills in is not overwritten by what was left elsewhere. */
const formOf = ({ kind, field, purpose, about, ward }: Prefill): string =>
  JSON.stringify(['request', kind, field, purpose, about, ward]);

function Form({ prefill }: { prefill: Prefill }) {
  const [pictures, setPictures] = useState<readonly string[]>([]);
  const isHere = useIsHere();
  // What is filed stands, whatever becomes of its pictures: they can be added again where its progress is shown.
  const openProgress = async (id: string) => {
    const { unsent } = await sendTo(requestPictures(id), pictures);
    // Whoever went back meanwhile is not led away from where they are now.
    if (!isHere.current) return;
    replace('pages/privacy/progress/index', { id, ...(unsent > 0 && { unsent: String(unsent) }) });
  };
  const { draft, change, submit, isRunning, refusal } = useDraft(prefill, openProgress, formOf(prefill));
  return (
    <>
      <RadioGroup
        label={requestCopy.kind}
        options={draft.ward === undefined ? kinds : kindsForWards}
        value={draft.kind}
        onChange={(kind) => {
          change({ kind });
        }}
      />
      <ForMinors kind={draft.kind} ward={draft.ward} />
      <Aside draft={draft} />
      <DetailsForm draft={draft} onChange={change} />
      <ChosenPictures pictures={pictures} onChange={setPictures} tips={attachmentsCopy.tips} />
      <Notice>{requestCopy.promise(draft.kind)}</Notice>
      <FailureNotice failure={refusal} />
      <Button
        kind="primary"
        size="block"
        className="submit-request"
        loading={isRunning}
        onTap={() => void submit()}
      >
        {requestCopy.submit}
      </Button>
    </>
  );
}
