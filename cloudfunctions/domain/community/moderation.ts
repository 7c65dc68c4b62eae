import type { CommentState, PictureState, ProposalState } from '../../../src/contracts/community-vocabulary';
import type { RequestKind, RequestState } from '../../../src/contracts/request-vocabulary';

/** A state that proposals, comments and pictures all know. */
export type ContentState = ProposalState & CommentState & PictureState;

/** What becomes of something published, from which states. */
export interface Moderation {
  from: readonly ContentState[];
  to: ContentState;
  /** Whether these very words are meant, or whatever stands there by now. */
  isOfTheseWords: boolean;
  /** Whether its author, who did not ask, must be told. */
  isTold: boolean;
}

const hiding = { from: ['published'], to: 'refused', isOfTheseWords: false, isTold: true } as const;
const letOut = {
  from: ['reviewing', 'refused'],
  to: 'published',
  isOfTheseWords: true,
  isTold: false,
} as const;
const keptBack = { from: ['reviewing'], to: 'refused', isOfTheseWords: true, isTold: false } as const;

/**
 * What an answered request, or one that is taken back, does to what it is about: a complaint that staff agree to hides
 * it, a look lets it out or keeps it back. Undefined where it does nothing.
 */
export function moderationOf(
  kind: RequestKind,
  isApproved: boolean,
  state: RequestState,
): Moderation | undefined {
  if (kind === 'complaint') return isApproved ? hiding : undefined;
  if (kind !== 'publication') return undefined;
  if (isApproved) return letOut;
  return state === 'refused' || state === 'cancelled' ? keptBack : undefined;
}
