import { commonCopy, operator } from '@/copy/common';
import { Cell, Cells } from './cells';
import { Copied, useCopy } from './copying';

/** The address of the person in charge; a tap copies it (P71). */
export function ContactEmail() {
  const { copy, isDone } = useCopy(operator.email);
  return (
    <Cells>
      <Cell
        className="contact-email"
        title={commonCopy.email}
        desc={operator.email}
        label={commonCopy.copyEmail}
        value={<Copied isDone={isDone} before={commonCopy.copyEmail} />}
        onTap={copy}
      />
    </Cells>
  );
}
