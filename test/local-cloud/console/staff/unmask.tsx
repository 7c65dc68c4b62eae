import type { Input, Output } from '../../../../src/contracts/operation';
import type { staff } from '../../../../src/contracts/staff';
import { copy } from '../copy';
import { Look } from './look';
import { Words } from './words';

type Field = Input<typeof staff.unmask>['field'];
type Unmasked = Output<typeof staff.unmask>;

/** What lies under one mask. */
export function Unmask({ reading, reviewer }: { reading: Output<typeof staff.read>; reviewer: string }) {
  const { unmask: words, facts, noDetails } = copy.staff;
  const choiceOf = (name: Field) => ({ name, label: facts[name] });
  return (
    <Look<Field, Unmasked>
      title={words.title}
      words={words}
      choices={[
        choiceOf('phone'),
        ...(reading.details === null ? [] : [choiceOf('details')]),
        ...(reading.appeal === null ? [] : [choiceOf('appeal')]),
      ]}
      asked={(field) => ({ action: 'unmask', id: reading.id, field })}
      reviewer={reviewer}
    >
      {({ field, value }) => (
        <dl className="facts" aria-live="polite">
          <div>
            <dt>{facts[field]}</dt>
            <dd>{value === null ? noDetails : <Words details={value} />}</dd>
          </div>
        </dl>
      )}
    </Look>
  );
}
