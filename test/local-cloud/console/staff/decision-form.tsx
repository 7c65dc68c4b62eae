import { useState, type FormEvent } from 'react';
import { accounts } from '../../../../src/contracts/data-map/collections/accounts';
import type { Output } from '../../../../src/contracts/operation';
import { refusalReasons, type RefusalReason } from '../../../../src/contracts/request-vocabulary';
import {
  decisions,
  presenceOf,
  type Decision,
  type DecisionField,
} from '../../../../src/contracts/decisions';
import type { staff } from '../../../../src/contracts/staff';
import { send } from '../../page-kit/cloud-api';
import { Labelled, Notice, type Tone } from '../../page-kit/parts';
import { copy } from '../copy';

const reasons = Object.keys(refusalReasons) as RefusalReason[];
const reasonClasses = Object.keys(copy.staff.reasonGroups) as (keyof typeof copy.staff.reasonGroups)[];

/** What can be deleted by itself, by code and name. */
const deletableItems = Object.entries(accounts.fields).flatMap(([name, field]) =>
  'optional' in field && field.correct !== 'never' ? [`${name}（${field.label}）`] : [],
);

type Told = { tone: Tone; text: string } | undefined;

/** Fills one row of `staff_decisions`, as staff would by hand, and lets the timer judge it. */
export function DecisionForm({
  reading,
  allowed,
  reviewer,
  onSubmitted,
  onProcessed,
}: {
  reading: Output<typeof staff.read>;
  allowed: readonly Decision[];
  reviewer: string;
  onSubmitted: (id: string) => void;
  onProcessed: () => void;
}) {
  const { staff: words } = copy;
  const [decision, setDecision] = useState<Decision | undefined>(allowed[0]);
  const [reasonCode, setReasonCode] = useState('');
  const [replyText, setReplyText] = useState('');
  const [alternative, setAlternative] = useState('');
  const [fee, setFee] = useState('');
  const [duplicateOf, setDuplicateOf] = useState('');
  const [items, setItems] = useState('');
  const [busy, setBusy] = useState<'saving' | 'processing'>();
  const [isSaved, setIsSaved] = useState(false);
  const [told, setTold] = useState<Told>();

  if (decision === undefined) return <Notice>{words.none}</Notice>;
  const has = (field: DecisionField) => presenceOf(decision, field, reading.kind) !== 'absent';
  const needs = (field: DecisionField) => presenceOf(decision, field, reading.kind) === 'needed';

  const save = (event: FormEvent): void => {
    event.preventDefault();
    setBusy('saving');
    const row = {
      requestId: reading.id,
      expectedVersion: reading.version,
      decision,
      ...(has('reason') && { reasonCode }),
      ...(has('reply') && replyText !== '' && { replyText }),
      ...(has('alternative') && alternative !== '' && { alternative }),
      ...(has('fee') && { fee: Number(fee) }),
      ...(has('duplicateOf') && { duplicateOf: duplicateOf.trim() }),
      ...(has('items') && items.trim() !== '' && { items: items.trim() }),
      reviewer,
      submit: true,
    };
    void send<{ insertedIds: string[] }>('/api/staff-decisions', row).then((answer) => {
      setBusy(undefined);
      setIsSaved(answer.ok);
      setTold(answer.ok ? { tone: 'good', text: words.saved } : { tone: 'bad', text: answer.message });
      if (answer.ok) for (const id of answer.data.insertedIds) onSubmitted(id);
    });
  };
  const process = (): void => {
    setBusy('processing');
    void send('/timer/reconcile').then((answer) => {
      setBusy(undefined);
      setTold(answer.ok ? { tone: 'good', text: words.processed } : { tone: 'bad', text: answer.message });
      onProcessed();
    });
  };

  return (
    <form className="stack" onSubmit={save}>
      <fieldset disabled={isSaved}>
        <legend className="soft small">{words.decision}</legend>
        <div className="row choices">
          {allowed.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="decision"
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
      <fieldset className="stack" disabled={isSaved}>
        {has('reason') && (
          <Labelled label={words.reason}>
            <select
              required
              value={reasonCode}
              onChange={({ target }) => {
                setReasonCode(target.value);
              }}
            >
              <option value="">{words.chooseReason}</option>
              {reasonClasses.map((group) => (
                <optgroup key={group} label={words.reasonGroups[group]}>
                  {reasons
                    .filter((code) => refusalReasons[code].class === group)
                    .map((code) => (
                      <option key={code} value={code}>
                        {refusalReasons[code].label}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          </Labelled>
        )}
        {has('fee') && (
          <Labelled label={words.fee}>
            <input
              type="number"
              required
              min="0.01"
              max="1000"
              step="0.01"
              value={fee}
              onChange={({ target }) => {
                setFee(target.value);
              }}
            />
          </Labelled>
        )}
        {has('duplicateOf') && (
          <Labelled label={words.duplicateOf}>
            <input
              required
              maxLength={80}
              value={duplicateOf}
              onChange={({ target }) => {
                setDuplicateOf(target.value);
              }}
            />
          </Labelled>
        )}
        {has('items') && (
          <Labelled label={words.items} hint={words.itemsHint(deletableItems)}>
            <input
              required={needs('items')}
              maxLength={400}
              value={items}
              onChange={({ target }) => {
                setItems(target.value);
              }}
            />
          </Labelled>
        )}
        {has('reply') && (
          <Labelled label={needs('reply') ? words.reply : words.replyOptional}>
            <textarea
              required={needs('reply')}
              maxLength={2000}
              value={replyText}
              onChange={({ target }) => {
                setReplyText(target.value);
              }}
            />
          </Labelled>
        )}
        {has('alternative') && (
          <Labelled label={words.alternative} hint={words.alternativeHint}>
            <textarea
              required={needs('alternative')}
              maxLength={500}
              value={alternative}
              onChange={({ target }) => {
                setAlternative(target.value);
              }}
            />
          </Labelled>
        )}
      </fieldset>
      {told && <Notice tone={told.tone}>{told.text}</Notice>}
      <div className="row">
        <button type="submit" className={isSaved ? '' : 'primary'} disabled={busy !== undefined || isSaved}>
          {busy === 'saving' ? words.saving : words.save}
        </button>
        <button
          type="button"
          className={isSaved ? 'primary' : ''}
          disabled={busy !== undefined || !isSaved}
          onClick={process}
        >
          {busy === 'processing' ? words.processing : words.process}
        </button>
      </div>
    </form>
  );
}
