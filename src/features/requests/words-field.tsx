import type { ReactNode } from 'react';
import { requestKinds, type RequestKind } from '@/contracts/request-vocabulary';
import { requestCopy } from '@/copy/privacy/requests';
import { Cells } from '@/ui/cells';
import { Field } from '@/ui/field';
import type { DetailsFormProps } from './which';

/** As much as the contract takes. */
export const MOST_WORDS = 2000;

export interface WordsProps extends DetailsFormProps {
  /** Small heading above the field. */
  title?: string;
  label: string;
  tips: ReactNode;
  /** What is missing, in a sentence. */
  error?: string | undefined;
  className: string;
}

/** What the person says in words of their own, several lines of them. */
export function Words({ title, label, tips, error, className, draft, onChange }: WordsProps) {
  return (
    <Cells {...(title !== undefined && { title })} tips={tips}>
      <Field
        className={className}
        label={label}
        multiline
        maxLength={MOST_WORDS}
        value={draft.words}
        onInput={(words) => {
          onChange({ words });
        }}
        error={error}
      />
    </Cells>
  );
}

/** The same in the form of a request, with the hint of its kind. */
export function WordsField({ kind, ...form }: DetailsFormProps & { kind: RequestKind }) {
  return (
    <Words {...form} className="request-words" label={requestCopy.details} tips={requestKinds[kind].hint} />
  );
}
