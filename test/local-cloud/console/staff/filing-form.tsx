import type { ReactNode } from 'react';
import { FilingButtons } from './filing-buttons';
import type { Filing } from './use-filing';

export interface FilingFormProps {
  className: string;
  words: { title: string; hint: string; save: string; again: string };
  filing: Filing;
  onFile: () => void;
  /** Another row is begun after one that was applied, or was not. */
  onAgain: (isApplied: boolean) => void;
  children: ReactNode;
}

/** A form that is one row of `staff_decisions` about no request in the list; opened by its title. */
export function FilingForm({ className, words, filing, onFile, onAgain, children }: FilingFormProps) {
  return (
    <details className={`card ${className}`}>
      <summary>{words.title}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onFile();
        }}
      >
        <p className="soft small">{words.hint}</p>
        {children}
        <FilingButtons filing={filing} label={words.save} />
        {filing.result !== undefined && (
          <button
            type="button"
            onClick={() => {
              onAgain(filing.result === 'applied');
              filing.again();
            }}
          >
            {words.again}
          </button>
        )}
      </form>
    </details>
  );
}
