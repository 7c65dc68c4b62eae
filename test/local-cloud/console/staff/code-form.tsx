import { useState } from 'react';
import { SEND_CODE, VERIFY } from '../../../../src/contracts/staff';
import { Labelled } from '../../page-kit/parts';
import { copy } from '../copy';
import { FilingForm } from './filing-form';
import { useFiling } from './use-filing';

const whats = [VERIFY, SEND_CODE] as const;
const blank = { decision: VERIFY as (typeof whats)[number], requestId: '', code: '' };

/** Verifies a letter by the code that its person told, or has one more sent (P49), as a row of `staff_decisions`. */
export function CodeForm({
  reviewer,
  onFiled,
  onJudged,
}: {
  reviewer: string;
  onFiled: (id: string) => void;
  onJudged: () => void;
}) {
  const { code: words } = copy.staff;
  const [typed, setTyped] = useState(blank);
  const filing = useFiling({ onFiled, onJudged });
  const take = (change: Partial<typeof blank>): void => {
    setTyped({ ...typed, ...change });
  };
  const { decision, requestId, code } = typed;
  return (
    <FilingForm
      className="letter-code"
      words={words}
      filing={filing}
      onFile={() => {
        const entered = decision === VERIFY ? { code } : {};
        void filing.file({ decision, requestId, ...entered, reviewer, submit: true });
      }}
      onAgain={(isApplied) => {
        setTyped(isApplied ? blank : { ...typed, code: '' });
      }}
    >
      <fieldset className="fields" disabled={filing.isFiled || reviewer === ''}>
        <Labelled label={words.what}>
          <select
            value={decision}
            onChange={({ target }) => {
              take({ decision: target.value as typeof decision });
            }}
          >
            {whats.map((what) => (
              <option key={what} value={what}>
                {words.names[what]}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label={words.request}>
          <input
            required
            maxLength={80}
            value={requestId}
            onChange={({ target }) => {
              take({ requestId: target.value.trim() });
            }}
          />
        </Labelled>
        {decision === VERIFY && (
          <Labelled label={words.code}>
            <input
              required
              inputMode="numeric"
              autoComplete="off"
              pattern="[0-9]{6}"
              title={words.codeHint}
              value={code}
              onChange={({ target }) => {
                take({ code: target.value.trim() });
              }}
            />
          </Labelled>
        )}
      </fieldset>
    </FilingForm>
  );
}
