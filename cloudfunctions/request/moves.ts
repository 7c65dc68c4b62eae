import { fail } from '../../src/contracts/errors';
import type { request } from '../../src/contracts/request';
import { ok } from '../../src/contracts/result';
import { dataMap } from '../../src/contracts/data-map';
import { canMove, type SubjectMove } from '../domain/requests/moves';
import { NO_ANSWER } from '../domain/requests/unanswered';
import type { Case } from '../platform/case';
import type { Call, Handlers } from '../platform/handler';
import { moveRequest, type Alongside } from '../platform/move-request';
import { readableFacts } from '../platform/sealing';
import { ownRequest } from './own';
import { actOf } from './party';

type Request = Handlers<typeof request>;

/** Whether the very same was done last: a call whose answer was lost comes again. */
function isMade({ request: row, member }: Case, name: SubjectMove, words: Alongside['words']): boolean {
  if (row.history?.at(-1)?.move !== name) return false;
  const { facts } = readableFacts(dataMap.requests, row, member.key);
  return Object.entries(words ?? {}).every(([part, said]) => facts[part as keyof typeof facts] === said);
}

/** One move of the person on one of their requests, by the table of moves; repeated, it changes nothing. */
async function move(
  call: Call<{ id: string; notify?: boolean | undefined }>,
  name: SubjectMove,
  words: Alongside['words'] = {},
) {
  const own = await ownRequest(call);
  if (!own.ok) return own;
  const { request: row } = own.data;
  if (isMade(own.data, name, words)) return ok({ id: row._id, state: row.state });
  if (!canMove(row, name)) return fail('REQUEST_STATE');
  return ok({
    id: row._id,
    state: await moveRequest(call.store, own.data, name, call.now, {
      words,
      ...actOf(own.data, { requestId: row._id, move: name }, call.now, call.input.notify),
      // Taken back while a colleague's proposal waited: nobody ever decided that.
      ...(row.state === 'seconding' && { columns: NO_ANSWER }),
    }),
  });
}

/** Says that a request that came by letter is one's own: the session is the proof, and the clock starts (P49, P58). */
export const verify: Request['verify'] = (call) => move(call, 'verify');
/** Takes back a request that is not decided yet. */
export const cancel: Request['cancel'] = (call) => move(call, 'cancel');
/** Asks for another reviewer to look at the answer (P60). */
export const appeal: Request['appeal'] = (call) => move(call, 'appeal', { appeal: call.input.reason });
/** Accepts a quoted fee, upon which the work goes on (P61). */
export const acceptFee: Request['acceptFee'] = (call) => move(call, 'acceptFee');
/** Declines a quoted fee, which ends the request and costs nothing (P61). */
export const declineFee: Request['declineFee'] = (call) => move(call, 'declineFee');
