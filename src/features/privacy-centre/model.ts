import type { request } from '@/contracts/request';
import type { Output } from '@/contracts/operation';
import { requestStates } from '@/contracts/request-vocabulary';

type RequestSummary = Output<typeof request.mine>['requests'][number];

/** The open request that must be answered first, if any. */
export const nextDue = (requests: readonly RequestSummary[]): RequestSummary | undefined =>
  requests
    .filter(({ state }) => requestStates[state].open)
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn, 'en'))[0];
