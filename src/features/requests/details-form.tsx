import { CorrectionForm } from './correction-form';
import { DeletionForm } from './deletion-form';
import type { DetailsFormProps } from './which';
import { WithdrawalForm } from './withdrawal-form';
import { WordsField } from './words-field';

/** The kinds that ask for more than words. */
const forms = { correct: CorrectionForm, delete: DeletionForm, withdraw: WithdrawalForm } as const;

/** The questions of one kind, so that an approval can be carried out without typing anything again. */
export function DetailsForm(props: DetailsFormProps) {
  const { kind } = props.draft;
  switch (kind) {
    case undefined:
      return null;
    case 'correct':
    case 'delete':
    case 'withdraw': {
      const Form = forms[kind];
      return <Form {...props} />;
    }
    default:
      return <WordsField kind={kind} {...props} />;
  }
}
