import { dataMap } from '../../src/contracts/data-map';
import type { RequestKind } from '../../src/contracts/request-vocabulary';
import { replyDeadline } from '../domain/calendar/deadlines';
import { filed, type Asked } from '../domain/requests/filed';
import { guardedRequest } from './guarded-request';
import type { Member } from './member';
import { sealRow } from './sealing';

/** What is asked in the app, by whom and about what. */
export type AskedHere = Pick<Asked, 'details' | 'ground' | 'about'> & {
  kind: RequestKind;
  askedBy?: 'guardian' | undefined;
};

/**
 * A request that is filed in the app: its facts, its row as it is to be stored and the event for its person's chain.
 * Whoever is here is verified by the session and the bound phone, so that its clock starts at once (P58, P59).
 */
export function filing({ id: subject, row, key }: Member, id: string, asked: AskedHere, now: Date) {
  const { kind, askedBy, about } = asked;
  const facts = filed(
    { ...asked, subject, age: row.age, channel: 'app' },
    { state: 'verified', ...replyDeadline(now, kind) },
    now,
  );
  const verifiedBy = `session and bound phone${askedBy === undefined ? '' : ' of the guardian'}`;
  const said = { ...(askedBy && { askedBy }), ...(about !== undefined && { about }) };
  return {
    facts,
    row: guardedRequest(sealRow(dataMap.requests, id, facts, key)),
    event: { type: 'request.submitted', body: { requestId: id, kind, ...said, verifiedBy } },
    openRequests: row.openRequests + 1,
  } as const;
}
