import { requestKinds, type RequestKind } from '@/contracts/request-vocabulary';
import { requestCopy } from '@/copy/privacy/requests';
import { useSession } from '@/features/session/store';
import { go } from '@/platform/navigate';
import { RadioRows } from '@/ui/choice';
import { Cells } from '@/ui/cells';
import { Field } from '@/ui/field';
import { Link } from '@/ui/footer';
import { correctable, correctedAlone, deletable, OTHER, valuesOf } from './draft';
import { Which, type DetailsFormProps } from './which';
import { WithdrawalForm } from './withdrawal-form';

/** As much as the contract takes. */
const MOST_WORDS = 2000;

function Words({ kind, draft, onChange }: DetailsFormProps & { kind: RequestKind }) {
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

function CorrectionForm(props: DetailsFormProps) {
  const { draft, onChange } = props;
  const age = useSession((session) => session.account?.age);
  const values = draft.which === undefined ? undefined : valuesOf(draft.which, age);
  return (
    <>
      <Which {...props} title={requestCopy.which.correct} choices={correctable} />
      <Cells
        tips={
          <>
            {requestCopy.selfNote(correctedAlone)}
            <Link
              roomy
              onTap={() => {
                go('pages/privacy/information/index');
              }}
            >
              {requestCopy.toInformation}
            </Link>
          </>
        }
      >
        {values ? (
          <RadioRows
            label={requestCopy.newValue}
            options={values}
            value={draft.value}
            onChange={(value) => {
              onChange({ value });
            }}
          />
        ) : (
          <Field
            className="request-value"
            label={requestCopy.newValue}
            value={draft.value}
            onInput={(value) => {
              onChange({ value });
            }}
          />
        )}
      </Cells>
    </>
  );
}

function DeletionForm(props: DetailsFormProps) {
  const other = { value: OTHER, title: requestCopy.other, desc: requestCopy.otherHint };
  return (
    <>
      <Which {...props} title={requestCopy.which.delete} choices={[...deletable, other]} />
      {props.draft.which === OTHER && <Words kind="delete" {...props} />}
    </>
  );
}

/** The questions of one kind, so that an approval can be carried out without typing anything again. */
export function DetailsForm(props: DetailsFormProps) {
  const { kind } = props.draft;
  if (kind === undefined) return null;
  if (kind === 'correct') return <CorrectionForm {...props} />;
  if (kind === 'delete') return <DeletionForm {...props} />;
  if (kind === 'withdraw') return <WithdrawalForm {...props} />;
  return <Words kind={kind} {...props} />;
}
