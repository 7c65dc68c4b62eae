import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import type { EventType } from '../../src/contracts/events';
import type { request } from '../../src/contracts/request';
import { requestStates } from '../../src/contracts/request-vocabulary';
import { ok } from '../../src/contracts/result';
import { canMove, subjectMoves, type SubjectMove } from '../domain/requests/states';
import type { Call, Handlers } from '../platform/handler';
import { record } from '../platform/record';
import { sealFacts } from '../platform/sealing';
import { ownRequest } from './own';

type Request = Handlers<typeof request>;

const eventOf = {
  cancel: 'request.cancelled',
  appeal: 'request.appealed',
  acceptFee: 'request.fee-accepted',
} as const satisfies Record<SubjectMove, EventType>;

/** One move of the person on one of their requests, by the table of moves. */
async function move(call: Call<{ id: string }>, name: SubjectMove, words: { appeal?: string } = {}) {
  const own = await ownRequest(call);
  if (!own.ok) return own;
  const { member, row } = own.data;
  if (!canMove(row.state, name)) return fail('REQUEST_STATE');
  const state = subjectMoves[name].to;
  const { open } = requestStates[state];
  await record(call.store, member, call.now, {
    events: [{ type: eventOf[name], body: { requestId: row._id } }],
    facts: { openRequests: member.row.openRequests + Number(open) - Number(row.open) },
    also: (transaction) =>
      transaction.change('requests', row._id, {
        state,
        open,
        closedAt: open ? null : call.now.toISOString(),
        version: row.version + 1,
        ...sealFacts(dataMap.requests, row._id, words, member.key),
      }),
  });
  return ok({ id: row._id, state });
}

/** Takes back a request that is not decided yet. */
export const cancel: Request['cancel'] = (call) => move(call, 'cancel');
/** Asks for another reviewer to look at a refusal (P60). */
export const appeal: Request['appeal'] = (call) => move(call, 'appeal', { appeal: call.input.reason });
/** Accepts a quoted fee, upon which the work goes on (P61). */
export const acceptFee: Request['acceptFee'] = (call) => move(call, 'acceptFee');
