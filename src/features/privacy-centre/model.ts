import type { request } from '@/contracts/request';
import type { Output } from '@/contracts/operation';
import { requestStates, type RequestKind } from '@/contracts/request-vocabulary';

type RequestSummary = Output<typeof request.mine>['requests'][number];

/** The open request that must be answered first, if any. */
export const nextDue = (requests: readonly RequestSummary[]): RequestSummary | undefined =>
  requests
    .filter(({ state }) => requestStates[state].open)
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn, 'en'))[0];

/** The kind by which a complaint of the minors' way in is filed: one's own, or an adult's for a child (P75). */
export const minorsKind = (age: string | undefined): RequestKind =>
  age === 'teen' || age === 'child' ? 'complaint' : 'guardian';
