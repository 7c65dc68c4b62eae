import { requestProofs, requestStates } from '@/contracts/request-vocabulary';
import { timelineCopy } from '@/copy/privacy/progress';
import { dayInWords, instantInWords } from '@/features/privacy-centre/beijing-time';
import type { Step } from '@/ui/steps';
import type { RequestReading } from './model';

type Past = RequestReading['history'][number];

const { steps, particular, now: meanings, by: movers } = timelineCopy;
const particulars: Readonly<Partial<Record<string, string>>> = particular;
const meaningOf: Readonly<Partial<Record<RequestReading['state'], string>>> = meanings;

const titleOf = ({ state, by }: Past, before: Past | undefined): string =>
  particulars[`${by}:${state}`] ?? particulars[`${before?.state ?? ''}>${state}`] ?? steps[state];

/** Nobody asks for a publication to be looked at: WeChat's check was not sure. */
const heldBack = ({ at }: Past): Step => ({
  title: timelineCopy.heldBack,
  desc: instantInWords(at),
  state: 'done',
});

function pastStep(past: Past, before: Past | undefined, proof: string): Step {
  const line = timelineCopy.line(instantInWords(past.at), movers[past.by]);
  const isVerified = past.state === 'verified' && before?.state !== 'quoted';
  return {
    title: titleOf(past, before),
    desc: isVerified ? `${line}，${proof}` : line,
    state: 'done',
  };
}

/** A request's life: each step of its history, where it stands, and while staff are waited for, the answer to come. */
export function timelineOf(reading: RequestReading): Step[] {
  const { kind, history, state, dueOn, verifiedBy, askedBy } = reading;
  const { open, label, waitsFor } = requestStates[state];
  const meaning = meaningOf[state];
  // Of who asked, whoever filed it: a letter that was filed anew was still proven by who wrote it.
  const proof = timelineCopy.verifiedBy(requestProofs[verifiedBy].label, movers[askedBy]);
  return [
    ...history.map((past, index) =>
      kind === 'publication' && index === 0 ? heldBack(past) : pastStep(past, history[index - 1], proof),
    ),
    ...(open
      ? [{ title: label, state: 'now' as const, ...(meaning !== undefined && { desc: meaning }) }]
      : []),
    ...(waitsFor === 'staff'
      ? [{ title: timelineCopy.answer, desc: timelineCopy.due(dayInWords(dueOn)), state: 'later' as const }]
      : []),
  ];
}
