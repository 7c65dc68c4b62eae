import { requestKinds, type RequestKind } from '@/contracts/request-vocabulary';
import { requestCopy } from '@/copy/privacy/requests';
import { Cells } from '@/ui/cells';
import { Field } from '@/ui/field';
import type { DetailsFormProps } from './which';

/** As much as the contract takes. */
export const MOST_WORDS = 2000;

/** What the person says in words of their own. */
export function WordsField({ kind, draft, onChange }: DetailsFormProps & { kind: RequestKind }) {
  return (
    <Cells tips={requestKinds[kind].hint}>
      <Field
        className="request-words"
        label={requestCopy.details}
        multiline
        maxLength={MOST_WORDS}
        value={draft.words}
        onInput={(words) => {
          onChange({ words });
        }}
      />
    </Cells>
  );
}
