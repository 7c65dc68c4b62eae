import { deregisterCopy } from '@/copy/privacy/deregistration';
import { Cell, Cells } from '@/ui/cells';
import { KeptByLaw } from './kept-by-law';
import { erased } from './model';

/** What will be erased and what the law keeps, as the data map declares it. */
export function Consequences() {
  return (
    <>
      <Cells title={deregisterCopy.erased.group} tips={deregisterCopy.erased.tips}>
        {erased().map(({ collection, fields }) => (
          <Cell key={collection} title={collection} desc={fields.join('、')} />
        ))}
      </Cells>
      <KeptByLaw />
    </>
  );
}
