import { useCallback, useRef, useState } from 'react';
import { request } from '@/contracts/request';
import { keysOf, requestKinds, type RequestKind } from '@/contracts/request-vocabulary';
import { useCall } from '@/features/call/use-call';
import { askForNotice } from './ask-notice';
import { changed, emptyDraft, submissionOf, type Draft } from './draft';

/** What another page may already know: `kind`, `field`, `purpose`, or the `ward` for whom a guardian asks. */
export type Prefill = Readonly<Partial<Record<string, string>>>;

const kindOf = (name: string | undefined): RequestKind | undefined =>
  keysOf(requestKinds).find((kind) => kind === name);

/** The request form: what is filled, what is missing, and its submission; `onFiled` is told the new request's id. */
export function useDraft(prefill: Prefill, onFiled: (id: string) => unknown) {
  const [draft, setDraft] = useState<Draft>(() => ({
    ...emptyDraft(),
    kind: kindOf(prefill.kind),
    ward: prefill.ward,
    which: prefill.field ?? prefill.purpose,
  }));
  const [missing, setMissing] = useState<string>();
  const { run, failure } = useCall(request.submit);
  const isSending = useRef(false);
  const [isRunning, setIsRunning] = useState(false);

  const change = useCallback((part: Partial<Draft>) => {
    setMissing(undefined);
    setDraft((known) => changed(known, part));
  }, []);
  const send = async () => {
    const submission = submissionOf(draft);
    if (!submission.ok) {
      setMissing(submission.message);
      return;
    }
    // WeChat takes the question only in the tap itself; whatever the answer, the request goes its way.
    const notify = await askForNotice();
    const result = await run({ ...submission.input, notify });
    if (result.ok) await onFiled(result.data.id);
  };
  // From the tap to the end, with WeChat's question in between: a second tap must not file a second request.
  const submit = async () => {
    if (isSending.current) return;
    isSending.current = true;
    setIsRunning(true);
    try {
      await send();
    } finally {
      isSending.current = false;
      setIsRunning(false);
    }
  };
  // What is missing on the form comes before what the server said of the one before.
  const refusal = missing === undefined ? failure : { message: missing };
  return { draft, change, submit, isRunning, refusal, problem: refusal?.message };
}
