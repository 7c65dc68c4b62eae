import { useEffect, useState } from 'react';
import type { Output } from '../../../../src/contracts/operation';
import { requestKinds } from '../../../../src/contracts/request-vocabulary';
import type { staff } from '../../../../src/contracts/staff';
import { invoke, type Answer } from '../../page-kit/cloud-api';
import { Card, Chip, Notice } from '../../page-kit/parts';
import { copy } from '../copy';
import { DecisionForm } from './decision-form';
import type { Queued } from './staff-tab';
import { Unmask } from './unmask';
import { Words } from './words';

type Reading = Output<typeof staff.read>;

/** One request, opened under the reviewer's name: the person's words, the masked phone, and the form to decide. */
export function RequestPanel({
  queued,
  reviewer,
  onRead,
  onSubmitted,
  onProcessed,
  onClose,
}: {
  queued: Queued;
  reviewer: string;
  onRead: () => void;
  onSubmitted: (id: string) => void;
  onProcessed: () => void;
  onClose: () => void;
}) {
  const { staff: words } = copy;
  const answer = useReading(queued.id, reviewer, onRead);
  return (
    <Card
      title={words.request(requestKinds[queued.kind].label)}
      aside={
        <button type="button" className="link" onClick={onClose}>
          {words.close}
        </button>
      }
    >
      {answer === undefined && <Notice>{words.reading}</Notice>}
      {answer?.ok === false && <Notice tone="bad">{answer.message}</Notice>}
      {answer?.ok === true && (
        <div className="stack">
          <Facts reading={answer.data} />
          <Unmask reading={answer.data} reviewer={reviewer} />
          <DecisionForm
            reading={answer.data}
            allowed={queued.allowed}
            reviewer={reviewer}
            onSubmitted={onSubmitted}
            onProcessed={onProcessed}
          />
        </div>
      )}
    </Card>
  );
}

function Facts({ reading }: { reading: Reading }) {
  const { facts, noDetails, audited } = copy.staff;
  return (
    <>
      <dl className="facts">
        <dt>{facts.phone}</dt>
        <dd>{reading.phone}</dd>
        <dt>{facts.details}</dt>
        <dd>{reading.details === null ? noDetails : <Words details={reading.details} />}</dd>
        {reading.appeal !== null && (
          <>
            <dt>{facts.appeal}</dt>
            <dd>{reading.appeal}</dd>
          </>
        )}
        <dt>{facts.version}</dt>
        <dd>{reading.version}</dd>
        <dt>{facts.id}</dt>
        <dd>
          <code>{reading.id}</code>
        </dd>
      </dl>
      <p>
        <Chip tone="warn">{audited}</Chip>
      </p>
    </>
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
