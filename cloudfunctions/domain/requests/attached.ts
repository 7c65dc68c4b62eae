import type { RequestKind, RequestState } from '../../../src/contracts/request-vocabulary';

/** Where pictures come and go: while somebody may still look at them, and no answer is proposed or carried out. */
const attachable: readonly RequestState[] = ['verified', 'in_review', 'quoted', 'appealed'];

/** Whether a request takes pictures, and gives them back, where it stands. Nobody writes one about a publication. */
export const isAttachable = ({ state, kind }: { state: RequestState; kind: RequestKind }): boolean =>
  kind !== 'publication' && attachable.includes(state);

/**
 * What a picture more or less makes of a request: no move, but a new version, for a decision is about what its reviewer
 * has seen.
 */
export const attached = (
  { attachments = 0, version }: { attachments?: number | undefined; version: number },
  by: number,
  now: Date,
) => ({ attachments: attachments + by, version: version + 1, staleSince: now.toISOString() });
