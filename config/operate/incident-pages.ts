import { incidentCopy } from '../../cloudfunctions/copy/operator-notices';
import type { Input, Operation, Output } from '../../src/contracts/operation';
import type { operator as operations } from '../../src/contracts/operator';
import { CannotOperate, type Operator } from './connect';

/** What an incident's operations are asked: the field, the time, and who asks. */
export type Inquiry = Input<typeof operations.incident>;
type Paged = Operation & { output: { _zod: { output: { next: string | null } } } };
/** What calling an operation needs. */
export type Caller = Pick<Operator, 'call'>;

/** The answers of a paged operation, page by page. A refusal ends the command with its sentence. */
export async function* pages<Op extends Paged>(
  { call }: Caller,
  operation: Op,
  inquiry: Inquiry,
): AsyncGenerator<Output<Op>> {
  for (let after: string | undefined; ;) {
    const input = { ...inquiry, ...(after !== undefined && { after }) };
    const page = await call(operation, input as Input<Op>);
    if (!page.ok) throw new CannotOperate(incidentCopy.refused(page.error.message));
    yield page.data;
    const { next } = page.data as { next: string | null };
    if (next === null) return;
    after = next;
  }
}
