import { useCallback, useEffect, useRef, useState } from 'react';
import { request } from '@/contracts/request';
import { askedKinds, type AskedKind } from '@/contracts/request-vocabulary';
import { useAlone } from '@/features/call/use-alone';
import { useCall } from '@/features/call/use-call';
import { askForNotice } from './ask-notice';
import { changed, emptyDraft, submissionOf, type Draft } from './draft';
import { keptDrafts } from './kept-drafts';

/** What another page knows: `kind`, `field`, `purpose`, what a complaint is `about`, a guardian’s `ward`. */
export type Prefill = Readonly<Partial<Record<string, string>>>;

const kindOf = (name: string | undefined): AskedKind | undefined => askedKinds.find((kind) => kind === name);

const filledIn = ({ kind, ward, about, field, purpose }: Prefill): Draft => ({
  ...emptyDraft(),
  kind: kindOf(kind),
  ward,
  about,
  which: field ?? purpose,
});

/**
 * The request form: what is filled, what is missing, and its submission; `onFiled` is told the new request's id. Under
 * the name `keep` what is filled waits for the person who leaves the page and comes back, until it is filed.
 */
export function useDraft(prefill: Prefill, onFiled: (id: string) => unknown, keep?: string) {
  const [draft, setDraft] = useState<Draft>(
    () => (keep === undefined ? undefined : keptDrafts.get(keep)) ?? filledIn(prefill),
  );
  const isChanged = useRef(false);
  const [missing, setMissing] = useState<string>();
  const { run, failure } = useCall(request.submit);
  const { isRunning, alone } = useAlone();

  const change = useCallback((part: Partial<Draft>) => {
    setMissing(undefined);
    isChanged.current = true;
    setDraft((known) => changed(known, part));
  }, []);
  useEffect(() => {
    if (keep !== undefined && isChanged.current) keptDrafts.keep(keep, draft);
  }, [keep, draft]);
  const send = async () => {
    const submission = submissionOf(draft);
    if (!submission.ok) {
      setMissing(submission.message);
      return;
    }
    // WeChat takes the question only in the tap itself; whatever the answer, the request goes its way.
    const notify = await askForNotice();
    const result = await run({ ...submission.input, notify });
    if (!result.ok) return;
    if (keep !== undefined) keptDrafts.drop(keep);
    await onFiled(result.data.id);
  };
  // From the tap to the end, with WeChat's question in between: a second tap must not file a second request.
  const submit = () => alone(send);
  // What is missing on the form comes before what the server said of the one before.
  const refusal = missing === undefined ? failure : { message: missing };
  return { draft, change, submit, isRunning, refusal, problem: refusal?.message };
}
