import { useEffect, useRef, useState, type ComponentProps } from 'react';
import type { Output } from '../../../../src/contracts/operation';
import { requestKinds } from '../../../../src/contracts/request-vocabulary';
import type { staff } from '../../../../src/contracts/staff';
import { invoke, type Answer } from '../../page-kit/cloud-api';
import { Card, Notice } from '../../page-kit/parts';
import { copy } from '../copy';
import { DecisionForm } from './decision-form';
import { Course, Facts, Proposal } from './facts';
import { Pictures } from './pictures';
import { Unmask } from './unmask';
import type { Queued } from './use-queue';

type Reading = Output<typeof staff.read>;
type FormProps = Omit<ComponentProps<typeof DecisionForm>, 'reading' | 'allowed'>;

/** One request, opened under the reviewer's name: the person's words, the masked phone, and the form to decide. */
export function RequestPanel({
  queued,
  onRead,
  onClose,
  ...form
}: FormProps & { queued: Queued; onRead: () => void; onClose: () => void }) {
  const { staff: words } = copy;
  const { reviewer } = form;
  const answer = useReading(queued.id, reviewer, onRead);
  const panel = useRef<HTMLDivElement>(null);
  // Who works by keyboard or on a phone is led to what has just opened.
  useEffect(() => {
    panel.current?.focus();
  }, []);
  return (
    <div ref={panel} tabIndex={-1} className="panel">
      <Card
        title={words.request(requestKinds[queued.kind].label)}
        aside={
          <button type="button" className="link" onClick={onClose}>
            {words.close}
          </button>
        }
      >
        {answer === undefined && <Notice>{words.reading}</Notice>}
        {answer?.ok === false &&
          (answer.code === 'REQUEST_ALTERED' ? (
            <Altered id={queued.id} />
          ) : (
            <Notice tone="bad">{answer.message}</Notice>
          ))}
        {answer?.ok === true && (
          <div className="stack">
            <Facts reading={answer.data} />
            <Course queued={queued} />
            <Unmask reading={answer.data} reviewer={reviewer} />
            <Pictures reading={answer.data} reviewer={reviewer} />
            {answer.data.proposal && <Proposal proposal={answer.data.proposal} />}
            <DecisionForm {...form} reading={answer.data} allowed={queued.allowed} />
          </div>
        )}
      </Card>
    </div>
  );
}

/** A record that somebody edited by hand is worked on by nobody; what to do instead. */
function Altered({ id }: { id: string }) {
  const { title, steps } = copy.staff.altered;
  return (
    <div className="stack">
      <Notice tone="bad">{title}</Notice>
      <ol className="points">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <code>{id}</code>
    </div>
  );
}

/** Reads once for each opening: every look leaves an audit row. */
function useReading(id: string, reviewer: string, onRead: () => void): Answer<Reading> | undefined {
  const [answer, setAnswer] = useState<Answer<Reading>>();
  const [asked] = useState({ id, reviewer, onRead });
  useEffect(() => {
    let isCurrent = true;
    const { onRead: told, ...look } = asked;
    void invoke<Reading>('reconcile', { action: 'read', ...look }).then((next) => {
      if (!isCurrent) return;
      setAnswer(next);
      told();
    });
    return () => {
      isCurrent = false;
    };
  }, [asked]);
  return answer;
}
