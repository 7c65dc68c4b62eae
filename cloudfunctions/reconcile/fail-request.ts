import { ok } from '../../src/contracts/result';
import { canMove } from '../domain/requests/moves';
import { caseOf } from '../platform/case';
import { untilUncontested } from '../platform/handler';
import type { Job } from '../platform/job';
import { moveRequest } from '../platform/move-request';
import type { Row } from '../platform/store';

/**
 * Says of a request that waits for a recipient that its execution has failed so far: the recipient is asked on, and its
 * answer still ends the request. Nothing where it is not about a request, or says so already.
 */
export async function failRequest(
  { store, now }: Job,
  { requestId }: Pick<Row<'disclosures'>, 'requestId'>,
): Promise<void> {
  if (requestId === undefined) return;
  await untilUncontested(async () => {
    const found = await caseOf(store, requestId);
    if (typeof found !== 'string' && canMove(found.request, 'fail'))
      await moveRequest(store, found, 'fail', now);
    return ok(undefined);
  });
}
