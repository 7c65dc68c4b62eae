import { useState, type FormEvent, type ReactNode } from 'react';
import { invoke, type Answer } from '../../page-kit/cloud-api';
import { Chip, Labelled, Notice } from '../../page-kit/parts';
import { copy } from '../copy';

/** One of the things that can be looked at. */
export interface Choice<Name extends string> {
  name: Name;
  label: string;
}

export interface LookProps<Name extends string, Seen> {
  title: string;
  /** What is chosen and why, the button that asks, and the one that hides again. */
  words: { which: string; reason: string; ask: string; hide: string };
  choices: readonly [Choice<Name>, ...Choice<Name>[]];
  /** The call that answers one look, but for who looks and why. */
  asked: (chosen: Name) => { action: string } & Record<string, unknown>;
  reviewer: string;
  children: (seen: Seen) => ReactNode;
}

/**
 * A look at what staff do not see by themselves, for whoever may and says why (P39, P40). Each look is asked anew and
 * leaves its own row; what it showed is nowhere but on the screen, and gone with the next click.
 */
export function Look<Name extends string, Seen>(props: LookProps<Name, Seen>) {
  const { title, words, choices, asked, reviewer, children } = props;
  const { look: shared } = copy.staff;
  const [chosen, setChosen] = useState<Name>(choices[0].name);
  const [reason, setReason] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const [answer, setAnswer] = useState<Answer<Seen>>();

  const look = (event: FormEvent): void => {
    event.preventDefault();
    setIsAsking(true);
    setAnswer(undefined);
    void invoke<Seen>('reconcile', { ...asked(chosen), reviewer, reason }).then((next) => {
      setIsAsking(false);
      setAnswer(next);
      // The next look has its own reason.
      if (next.ok) setReason('');
    });
  };

  return (
    <details>
      <summary>{title}</summary>
      <div className="stack">
        <form className="stack" onSubmit={look}>
          <Labelled label={words.which}>
            <select
              value={chosen}
              // What is on its way is of what was chosen when it was asked.
              disabled={isAsking}
              onChange={({ target }) => {
                setChosen(target.value as Name);
                setAnswer(undefined);
              }}
            >
              {choices.map(({ name, label }) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </select>
          </Labelled>
          <Labelled label={words.reason} hint={shared.reasonHint}>
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
            {isAsking ? shared.asking : words.ask}
          </button>
        </form>
        {answer?.ok === false && <Notice tone="bad">{answer.message}</Notice>}
        {answer?.ok === true && (
          <div className="stack">
            {children(answer.data)}
            <div className="row">
              <Chip tone="warn">{shared.audited}</Chip>
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
