import { useState } from 'react';
import type { Output } from '../../../../src/contracts/operation';
import {
  decisionColumns,
  decisions,
  type Decision,
  type DecisionField,
} from '../../../../src/contracts/decisions';
import { keysOf } from '../../../../src/contracts/request-vocabulary';
import { itemsIn, offeredItems, presenceIn } from '../../../../src/contracts/deletion-items';
import type { staff } from '../../../../src/contracts/staff';
import { Notice } from '../../page-kit/parts';
import { copy } from '../copy';
import { controls } from './controls';
import { FilingButtons } from './filing-buttons';
import { useFiling } from './use-filing';

type Typed = Readonly<Partial<Record<DecisionField, string>>>;
/** What was chosen and typed before a row was refused, so that nobody writes it twice. */
export interface Written {
  decision: Decision | undefined;
  typed: Typed;
}

/** What is chosen when the form opens; nothing for who endorses, who agrees by their own hand after looking. */
const chosenFirst = (allowed: readonly Decision[], isProposal: boolean, before: Decision | undefined) => {
  if (isProposal) return undefined;
  return before !== undefined && allowed.includes(before) ? before : allowed[0];
};

interface FieldCopy {
  label: string;
  hint?: string;
  /** In place of the hint where all that was asked is granted. */
  hintOfAll?: string;
}

/** One row of `staff_decisions` about a request: its decision, and the fields that this decision has for its kind. */
export function DecisionForm({
  reading,
  allowed,
  reviewer,
  similar,
  written,
  onFiled,
  onJudged,
  onNext,
  onReopen,
}: {
  reading: Output<typeof staff.read>;
  allowed: readonly Decision[];
  reviewer: string;
  similar: readonly string[];
  /** From the row before this one about the same request, where that was refused. */
  written: Written | undefined;
  onFiled: (id: string) => void;
  onJudged: () => void;
  /** Opens what comes next in the list; undefined at its end. */
  onNext: (() => void) | undefined;
  /** Opens this request anew, as it is by now, with what was written. */
  onReopen: (written: Written) => void;
}) {
  const { staff: words } = copy;
  const [decision, setDecision] = useState(
    chosenFirst(allowed, reading.proposal !== null, written?.decision),
  );
  const [typed, setTyped] = useState<Typed>(written?.typed ?? {});
  const filing = useFiling({ onFiled, onJudged });

  if (allowed.length === 0) return <Notice>{words.none}</Notice>;
  const presence = (field: DecisionField) =>
    decision === undefined ? 'absent' : presenceIn(reading, decision, field);
  const fields = keysOf(controls).filter((field) => presence(field) !== 'absent');
  const offered = offeredItems(reading.details, decision === 'partly');
  // What another decision could delete, and this one cannot, is neither shown nor handed in.
  const textOf = (field: DecisionField): string => {
    const text = typed[field] ?? '';
    if (field !== 'items' || text === '') return text;
    return itemsIn(text)
      .filter((name) => offered.includes(name))
      .join('、');
  };
  const filled = fields.flatMap((field) => {
    const text = textOf(field).trim();
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
          const { label, hint, hintOfAll = hint }: FieldCopy = words.fields[field];
          return (
            <Control
              key={field}
              label={isNeeded ? label : words.optional(label)}
              hint={decision === 'approve' ? hintOfAll : hint}
              isNeeded={isNeeded}
              value={textOf(field)}
              onChange={(value) => {
                setTyped({ ...typed, [field]: value });
              }}
              similar={similar}
              offered={offered}
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
        <button
          type="button"
          className="primary"
          onClick={() => {
            onReopen({ decision, typed });
          }}
        >
          {words.reopen}
        </button>
      )}
    </form>
  );
}
