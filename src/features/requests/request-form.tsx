import { keysOf, requestKinds } from '@/contracts/request-vocabulary';
import { requestCopy } from '@/copy/privacy/requests';
import { replace } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Cells } from '@/ui/cells';
import { RadioRows } from '@/ui/choice';
import { Notice } from '@/ui/notice';
import { DetailsForm } from './details-form';
import { ForMinors } from './for-minors';
import { MembersOnly } from './members-only';
import { useDraft, type Prefill } from './use-draft';

const kinds = keysOf(requestKinds).map((kind) => ({ value: kind, title: requestKinds[kind].label }));

/** A new request: for members only, since the login is the proof of identity (P58). */
export function RequestForm({ prefill }: { prefill: Prefill }) {
  return (
    <MembersOnly>
      <Form prefill={prefill} />
    </MembersOnly>
  );
}

const openProgress = (id: string) => {
  replace('pages/privacy/progress/index', { id });
};

function Form({ prefill }: { prefill: Prefill }) {
  const { draft, change, submit, isRunning, problem } = useDraft(prefill, openProgress);
  return (
    <>
      <Cells title={requestCopy.kind}>
        <RadioRows
          label={requestCopy.kind}
          options={kinds}
          value={draft.kind}
          onChange={(kind) => {
            change({ kind });
          }}
        />
      </Cells>
      <ForMinors kind={draft.kind} />
      <DetailsForm draft={draft} onChange={change} />
      <Notice>{requestCopy.promise}</Notice>
      {problem !== undefined && <Notice kind="error">{problem}</Notice>}
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
