import type { Decision } from '../../../src/contracts/decisions';
import type { RequestKind } from '../../../src/contracts/request-vocabulary';

const COPY_LIFE_MS = 7 * 24 * 60 * 60_000;
const withCopy: readonly RequestKind[] = ['access', 'copy'];

/**
 * Until when the copy may be fetched that an approval gives, ISO time (P47); undefined where a decision gives none.
 */
export const copyUntil = (
  kind: RequestKind,
  { decision, decidedAt }: { decision: Decision; decidedAt: string },
): string | undefined =>
  decision === 'approve' && withCopy.includes(kind)
    ? new Date(Date.parse(decidedAt) + COPY_LIFE_MS).toISOString()
    : undefined;
