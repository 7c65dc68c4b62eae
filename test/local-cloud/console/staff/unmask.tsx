import { useState, type FormEvent } from 'react';
import type { Input, Output } from '../../../../src/contracts/operation';
import type { staff } from '../../../../src/contracts/staff';
import { invoke, type Answer } from '../../page-kit/cloud-api';
import { Chip, Labelled, Notice } from '../../page-kit/parts';
import { copy } from '../copy';
import { Words } from './words';

type Field = Input<typeof staff.unmask>['field'];
type Unmasked = Output<typeof staff.unmask>;

/**
 * What lies under one mask, for whoever may and says why (P39, P40). Each look is asked anew and leaves its own row;
 * what it showed is nowhere but on the screen, and gone with the next click.
 */
export function Unmask({ reading, reviewer }: { reading: Output<typeof staff.read>; reviewer: string }) {
  const { unmask: words, facts, noDetails } = copy.staff;
  const masked: readonly Field[] = [
    'phone',
    ...(reading.details === null ? [] : (['details'] as const)),
    ...(reading.appeal === null ? [] : (['appeal'] as const)),
  ];
  const [field, setField] = useState<Field>('phone');
  const [reason, setReason] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const [answer, setAnswer] = useState<Answer<Unmasked>>();

  const look = (event: FormEvent): void => {
    event.preventDefault();
    setIsAsking(true);
    setAnswer(undefined);
    const asked = { action: 'unmask', id: reading.id, field, reviewer, reason };
    void invoke<Unmasked>('reconcile', asked).then((next) => {
      setIsAsking(false);
      setAnswer(next);
      // The next look has its own reason.
      if (next.ok) setReason('');
    });
  };

  return (
    <details>
      <summary>{words.title}</summary>
      <div className="stack">
        <form className="stack" onSubmit={look}>
          <Labelled label={words.field}>
            <select
              value={field}
              onChange={({ target }) => {
                setField(target.value as Field);
                setAnswer(undefined);
              }}
            >
              {masked.map((name) => (
                <option key={name} value={name}>
                  {facts[name]}
                </option>
              ))}
            </select>
          </Labelled>
          <Labelled label={words.reason} hint={words.reasonHint}>
            <input
              required
              maxLength={200}
              value={reason}
              onChange={({ target }) => {
                setReason(target.value);
              }}
            />
          </Labelled>
          <button type="submit" disabled={isAsking || reason.trim() === ''}>
            {isAsking ? words.asking : words.ask}
          </button>
        </form>
        {answer?.ok === false && <Notice tone="bad">{answer.message}</Notice>}
        {answer?.ok === true && (
          <div className="stack">
            <dl className="facts" aria-live="polite">
              <div>
                <dt>{facts[answer.data.field]}</dt>
                <dd>{answer.data.value === null ? noDetails : <Words details={answer.data.value} />}</dd>
              </div>
            </dl>
            <div className="row">
              <Chip tone="warn">{words.audited}</Chip>
              <button
                type="button"
                onClick={() => {
                  setAnswer(undefined);
                }}
              >
                {words.hide}
              </button>
            </div>
          </div>
        )}
      </div>
    </details>
  );
}
