import type { Output } from '../../../../src/contracts/operation';
import { detailLines } from '../../../../src/contracts/request-words';
import type { staff } from '../../../../src/contracts/staff';

/** What a person asked for, as its own page says it. */
export function Words({ details }: { details: NonNullable<Output<typeof staff.read>['details']> }) {
  if (typeof details === 'string') return details;
  return (
    <ul>
      {detailLines(details).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
