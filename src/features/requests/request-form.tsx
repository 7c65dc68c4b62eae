import { keysOf, requestKinds } from '@/contracts/request-vocabulary';
import { requestCopy } from '@/copy/privacy/requests';
import { GuestState, LeadToFrozen, Loaded } from '@/features/privacy-centre/loaded';
import { useWho } from '@/features/privacy-centre/use-own';
import { Button } from '@/ui/button';
import { Cells } from '@/ui/cells';
import { RadioRows } from '@/ui/choice';
import { Notice } from '@/ui/notice';
import { DetailsForm } from './details-form';
import { useDraft, type Prefill } from './use-draft';

const kinds = keysOf(requestKinds).map((kind) => ({ value: kind, title: requestKinds[kind].label }));

/** A new request: for members only, since the login is the proof of identity (P58). */
export function RequestForm({ prefill }: { prefill: Prefill }) {
  const session = useWho();
  return (
    <Loaded state={session}>
      {({ status }) => {
        if (status === 'guest') return <GuestState />;
        if (status === 'frozen') return <LeadToFrozen />;
        return <Form prefill={prefill} />;
      }}
    </Loaded>
  );
}

function Form({ prefill }: { prefill: Prefill }) {
  const { draft, change, submit, isRunning, problem } = useDraft(prefill);
  return (
    <>
      <Cells title={requestCopy.kind}>
        <RadioRows
          label={requestCopy.kind}
          options={kinds}
          value={draft.kind}
          onChange={(kind) => {
            change({ kind, which: undefined, value: '' });
          }}
        />
      </Cells>
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
