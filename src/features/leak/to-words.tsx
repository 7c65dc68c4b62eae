import { leakCopy } from '@/copy/privacy/leak';
import type { RequestReading } from '@/features/requests/model';
import { to } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';
import { wordsOf } from './standing';

/** From the progress of a report without words to where they are added; nothing beside any other request. */
export function ToWords({ reading }: { reading: RequestReading }) {
  if (reading.kind !== 'leak' || wordsOf(reading) !== 'addable') return null;
  return (
    <Cells>
      <Cell
        className="to-leak-words"
        {...leakCopy.toWords}
        onTap={to('pages/privacy/leak/index', { id: reading.id })}
      />
    </Cells>
  );
}
