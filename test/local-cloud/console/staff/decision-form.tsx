import { useState } from 'react';
import type { Output } from '../../../../src/contracts/operation';
import {
  decisionColumns,
  decisions,
  presenceOf,
  type Decision,
  type DecisionField,
} from '../../../../src/contracts/decisions';
import { keysOf } from '../../../../src/contracts/request-vocabulary';
import type { staff } from '../../../../src/contracts/staff';
import { Notice } from '../../page-kit/parts';
import { copy } from '../copy';
import { controls } from './controls';
import { FilingButtons } from './filing-buttons';
import { useFiling } from './use-filing';

type Typed = Readonly<Partial<Record<DecisionField, string>>>;

/** One row of `staff_decisions` about a request: its decision, and the fields that this decision has for its kind. */
export function DecisionForm({
  reading,
  allowed,
  reviewer,
  similar,
  onFiled,
  onJudged,
  onNext,
  onReopen,
}: {
  reading: Output<typeof staff.read>;
  allowed: readonly Decision[];
  reviewer: string;
  similar: readonly string[];
  onFiled: (id: string) => void;
  onJudged: () => void;
  /** Opens what comes next in the list; undefined at its end. */
  onNext: (() => void) | undefined;
  /** Opens this request anew, as it is by now. */
  onReopen: () => void;
}) {
  const { staff: words } = copy;
  // Who endorses agrees by their own hand, after looking, and not because it was chosen already.
  const [decision, setDecision] = useState(reading.proposal ? undefined : allowed[0]);
  const [typed, setTyped] = useState<Typed>({});
  const filing = useFiling({ onFiled, onJudged });

  if (allowed.length === 0) return <Notice>{words.none}</Notice>;
  const presence = (field: DecisionField) =>
    decision === undefined ? 'absent' : presenceOf(decision, field, reading.kind);
  const fields = keysOf(controls).filter((field) => presence(field) !== 'absent');
  const filled = fields.flatMap((field) => {
    const text = typed[field]?.trim() ?? '';
    return text === '' ? [] : [[decisionColumns[field], controls[field].valueOf(text)] as const];
  });
  const about = { requestId: reading.id, expectedVersion: reading.version, decision };

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void filing.file({ ...about, ...Object.fromEntries(filled), reviewer, submit: true });
      }}
    >
      <fieldset disabled={filing.isFiled}>
        <legend className="soft small">{words.decision}</legend>
        <div className="row choices">
          {allowed.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="decision"
                required
                checked={one === decision}
                onChange={() => {
                  setDecision(one);
                }}
              />
              {decisions[one].label}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="stack" disabled={filing.isFiled}>
        {fields.map((field) => {
          const { Control } = controls[field];
          const isNeeded = presence(field) === 'needed';
          const { label, hint }: { label: string; hint?: string } = words.fields[field];
          return (
            <Control
              key={field}
              label={isNeeded ? label : words.optional(label)}
              hint={hint}
              isNeeded={isNeeded}
              value={typed[field] ?? ''}
              onChange={(value) => {
                setTyped({ ...typed, [field]: value });
              }}
              similar={similar}
            />
          );
        })}
      </fieldset>
      <FilingButtons filing={filing} label={words.save} />
      {filing.result === 'applied' && onNext && (
        <button type="button" className="primary" autoFocus onClick={onNext}>
          {words.next}
        </button>
      )}
      {filing.result === 'rejected' && (
        <button type="button" className="primary" onClick={onReopen}>
          {words.reopen}
        </button>
      )}
    </form>
  );
}
