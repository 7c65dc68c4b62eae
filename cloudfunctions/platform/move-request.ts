import { dataMap } from '../../src/contracts/data-map';
import type { Facts } from '../../src/contracts/data-map/grammar';
import type { RequestState } from '../../src/contracts/request-vocabulary';
import type { LedgerEvent } from '../domain/ledger';
import { askerOf } from '../domain/requests/asker';
import { moved } from '../domain/requests/moved';
import { moves, tellsOf, type MoveName } from '../domain/requests/moves';
import { datingAttachments } from './attachments';
import type { Case } from './case';
import { movingContent } from './content';
import { changeRequest } from './guarded-request';
import { wordAbout } from './message-row';
import { record, type Deed } from './record';
import { sealFacts } from './sealing';
import type { Change, Store, Transaction } from './store';

/** What goes with a move besides the move itself. */
export interface Alongside {
  /** Where it leads, of several ends. */
  to?: RequestState;
  /** Plain columns of the request; null takes one away. */
  columns?: Change<'requests'>;
  /** The person's or the answer's words, sealed with the person's key. */
  words?: Partial<Pick<Facts<typeof dataMap.requests>, 'details' | 'appeal' | 'reply' | 'alternative'>>;
  /** Events that come before that of the move. */
  events?: readonly LedgerEvent[];
  /** What the event of the move says besides which request. */
  body?: Readonly<Record<string, unknown>>;
  facts?: Deed['facts'];
  evidence?: Deed['evidence'];
  used?: Deed['used'];
  also?: (transaction: Transaction) => Promise<void>;
}

/**
 * Moves a request: its columns with their guard, the event in the person's chain, the person's count of open requests,
 * what the person must be told, what becomes of the content it is about, and whatever goes along, in one transaction.
 * The only way in which a request's state changes after it was filed. Throws `Conflict` when something else of the same
 * person's came first.
 */
export async function moveRequest(
  store: Store,
  { request, member }: Case,
  name: MoveName,
  now: Date,
  { to, columns, words = {}, events = [], body, facts, evidence, used, also }: Alongside = {},
): Promise<RequestState> {
  const head = { ...request, askedBy: askerOf(request, member.row) };
  const { columns: own, openDelta } = moved(head, name, now, to);
  const plain = { ...columns, ...own };
  const endsOrReopens = openDelta !== 0;
  const dating = endsOrReopens ? await datingAttachments(store, request, own.closedAt) : undefined;
  const content = movingContent(request, name === 'approve', own.state, now);
  const template = tellsOf(name, request);
  await record(store, member, now, {
    events: [...events, { type: moves[name].event, body: { requestId: request._id, ...body } }],
    facts: { ...facts, openRequests: member.row.openRequests + openDelta },
    ...(evidence && { evidence }),
    ...(used && { used }),
    also: async (transaction) => {
      const sealed = sealFacts(dataMap.requests, request._id, words, member.key);
      await changeRequest(transaction, request, { ...plain, ...sealed });
      if (template) await transaction.add('messages', wordAbout(request, member, template, own.state, now));
      await dating?.(transaction);
      await content?.(transaction);
      await also?.(transaction);
    },
  });
  return own.state;
}
