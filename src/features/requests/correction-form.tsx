import { requestCopy } from '@/copy/privacy/requests';
import { useSession } from '@/features/session/store';
import { to } from '@/platform/navigate';
import { Cells } from '@/ui/cells';
import { RadioRows } from '@/ui/choice';
import { Field } from '@/ui/field';
import { Link } from '@/ui/footer';
import { correctable, correctedAlone, valuesOf } from './choices';
import { Which, type DetailsFormProps } from './which';

/** A correction: which field, and what it should be; most of them the person makes alone. */
export function CorrectionForm(props: DetailsFormProps) {
  const { draft, onChange } = props;
  const own = useSession((session) => session.account?.age);
  const age = draft.ward === undefined ? own : 'child';
  const values = draft.which === undefined ? undefined : valuesOf(draft.which, age);
  return (
    <>
      <Which {...props} title={requestCopy.which.correct} choices={correctable} />
      <Cells tips={draft.ward === undefined ? <Alone /> : undefined}>
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

/** What the person changes alone, and where. */
function Alone() {
  return (
    <>
      {requestCopy.selfNote(correctedAlone)}
      <Link roomy onTap={to('pages/privacy/information/index')}>
        {requestCopy.toInformation}
      </Link>
    </>
  );
}
