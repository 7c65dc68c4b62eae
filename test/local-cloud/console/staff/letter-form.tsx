import { useState } from 'react';
import { askedKinds, requestKinds, type AskedKind } from '../../../../src/contracts/request-vocabulary';
import { INTAKE } from '../../../../src/contracts/staff';
import { Labelled } from '../../page-kit/parts';
import { copy } from '../copy';
import { FilingForm } from './filing-form';
import { useFiling } from './use-filing';

const blank = { phone: '', kind: 'access' as AskedKind, words: '', receivedOn: '', byCode: false };

/**
 * Records a letter as a row of `staff_decisions` (P49); who wrote it must then say in the app that it is theirs, or
 * tell the code that is sent to them.
 */
export function LetterForm({
  reviewer,
  onFiled,
  onJudged,
}: {
  reviewer: string;
  onFiled: (id: string) => void;
  onJudged: () => void;
}) {
  const { letter: words } = copy.staff;
  const [typed, setTyped] = useState(blank);
  const filing = useFiling({ onFiled, onJudged });
  const take = (change: Partial<typeof blank>): void => {
    setTyped({ ...typed, ...change });
  };
  return (
    <FilingForm
      className="letter"
      words={words}
      filing={filing}
      onFile={() => void filing.file({ decision: INTAKE, ...typed, reviewer, submit: true })}
      onAgain={(isApplied) => {
        if (isApplied) setTyped(blank);
      }}
    >
      <fieldset className="fields" disabled={filing.isFiled || reviewer === ''}>
        <Labelled label={words.phone}>
          <input
            required
            inputMode="tel"
            autoComplete="off"
            pattern="1[3-9][0-9]{9}"
            title={words.phoneHint}
            value={typed.phone}
            onChange={({ target }) => {
              take({ phone: target.value.trim() });
            }}
          />
        </Labelled>
        <Labelled label={words.kind}>
          <select
            value={typed.kind}
            onChange={({ target }) => {
              take({ kind: target.value as AskedKind });
            }}
          >
            {askedKinds.map((kind) => (
              <option key={kind} value={kind}>
                {requestKinds[kind].label}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label={words.receivedOn}>
          <input
            required
            type="date"
            value={typed.receivedOn}
            onChange={({ target }) => {
              take({ receivedOn: target.value });
            }}
          />
        </Labelled>
      </fieldset>
      <fieldset disabled={filing.isFiled || reviewer === ''}>
        <label className="row choices">
          <input
            type="checkbox"
            checked={typed.byCode}
            onChange={({ target }) => {
              take({ byCode: target.checked });
            }}
          />
          {words.byCode}
        </label>
        <Labelled label={words.words}>
          <textarea
            required
            maxLength={2000}
            value={typed.words}
            onChange={({ target }) => {
              take({ words: target.value });
            }}
          />
        </Labelled>
      </fieldset>
    </FilingForm>
  );
}
