import { useState, type FormEvent } from 'react';
import type { Output } from '../../../../src/contracts/operation';
import type { staff } from '../../../../src/contracts/staff';
import { invoke, type Answer } from '../../page-kit/cloud-api';
import { Chip, Labelled, Notice } from '../../page-kit/parts';
import { copy } from '../copy';

type Picture = Output<typeof staff.picture>;

/**
 * The pictures that a person added, one at a time, for whoever may and says why (P39, P40): each look is asked anew and
 * leaves its own row, and a picture is nowhere but on the screen, gone with the next click.
 */
export function Pictures({ reading, reviewer }: { reading: Output<typeof staff.read>; reviewer: string }) {
  const { pictures: words, unmask } = copy.staff;
  const { id, attachments } = reading;
  const [chosen, setChosen] = useState(attachments[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const [answer, setAnswer] = useState<Answer<Picture>>();

  const look = (event: FormEvent): void => {
    event.preventDefault();
    setIsAsking(true);
    setAnswer(undefined);
    const asked = { action: 'picture', id, attachment: chosen, reviewer, reason };
    void invoke<Picture>('reconcile', asked).then((next) => {
      setIsAsking(false);
      setAnswer(next);
      // The next look has its own reason.
      if (next.ok) setReason('');
    });
  };

  if (attachments.length === 0) return null;
  return (
    <details>
      <summary>{words.title(attachments.length)}</summary>
      <div className="stack">
        <form className="stack" onSubmit={look}>
          <Labelled label={words.which}>
            <select
              value={chosen}
              onChange={({ target }) => {
                setChosen(target.value);
                setAnswer(undefined);
              }}
            >
              {attachments.map(({ id: attachment, bytes }, index) => (
                <option key={attachment} value={attachment}>
                  {words.one(index + 1, bytes)}
                </option>
              ))}
            </select>
          </Labelled>
          <Labelled label={words.reason} hint={unmask.reasonHint}>
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
            {isAsking ? unmask.asking : words.ask}
          </button>
        </form>
        {answer?.ok === false && <Notice tone="bad">{answer.message}</Notice>}
        {answer?.ok === true && (
          <div className="stack">
            <img className="picture" src={answer.data.picture} alt={words.shown} />
            <div className="row">
              <Chip tone="warn">{unmask.audited}</Chip>
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
