import { useState, type FormEvent } from 'react';
import type { Output } from '../../../../src/contracts/operation';
import {
  decisions,
  refusalReasons,
  type Decision,
  type RefusalReason,
} from '../../../../src/contracts/request-vocabulary';
import type { staff } from '../../../../src/contracts/staff';
import { send } from '../../page-kit/cloud-api';
import { Labelled, Notice, type Tone } from '../../page-kit/parts';
import { copy } from '../copy';
import { alternativeFor, fieldsOf } from './decision-fields';

const reasons = Object.keys(refusalReasons) as RefusalReason[];
const reasonClasses = Object.keys(copy.staff.reasonGroups) as (keyof typeof copy.staff.reasonGroups)[];

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
  const [busy, setBusy] = useState<'saving' | 'processing'>();
  const [isSaved, setIsSaved] = useState(false);
  const [told, setTold] = useState<Told>();

  if (decision === undefined) return <Notice>{words.none}</Notice>;
  const { reason, reply } = fieldsOf[decision];
  const other = alternativeFor(reading.kind, decision);

  const save = (event: FormEvent): void => {
    event.preventDefault();
    setBusy('saving');
    const row = {
      requestId: reading.id,
      expectedVersion: reading.version,
      decision,
      ...(reason && { reasonCode }),
      ...(replyText !== '' && { replyText }),
      ...(other && alternative !== '' && { alternative }),
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
        {reason && (
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
        <Labelled label={reply === 'needed' ? words.reply : words.replyOptional}>
          <textarea
            required={reply === 'needed'}
            maxLength={2000}
            value={replyText}
            onChange={({ target }) => {
              setReplyText(target.value);
            }}
          />
        </Labelled>
        {other && (
          <Labelled label={words.alternative} hint={words.alternativeHint}>
            <textarea
              required={other === 'needed'}
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
