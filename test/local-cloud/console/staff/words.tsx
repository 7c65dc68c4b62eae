import type { Output } from '../../../../src/contracts/operation';
import type { staff } from '../../../../src/contracts/staff';

/** What a person wrote: in one piece, or as answers. */
export function Words({ details }: { details: NonNullable<Output<typeof staff.read>['details']> }) {
  if (typeof details === 'string') return details;
  return (
    <ul>
      {Object.entries(details).map(([question, said]) => (
        <li key={question}>
          {question}：{said}
        </li>
      ))}
    </ul>
  );
}
