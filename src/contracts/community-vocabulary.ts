/**
 * Where a proposal stands. `erased` is what remains of an author who is gone: no word of theirs, only the place that
 * others' comments hang on.
 */
export const proposalStates = {
  published: { label: '已发布' },
  reviewing: { label: '等人工复核' },
  refused: { label: '没有通过复核' },
  withdrawn: { label: '已撤回' },
  erased: { label: '作者已注销' },
} as const;

/** The state of a proposal. */
export type ProposalState = keyof typeof proposalStates;

/** Where a comment stands; one that is withdrawn or whose author is gone is not there any more. */
export const commentStates = {
  published: { label: '已发布' },
  reviewing: { label: '等人工复核' },
  refused: { label: '没有通过复核' },
} as const;

/** The state of a comment. */
export type CommentState = keyof typeof commentStates;

/** Where a picture of a proposal stands; one that WeChat finds wrong, or that is taken away, is not there any more. */
export const pictureStates = {
  checking: { label: '正在检查' },
  published: { label: '已发布' },
  reviewing: { label: '等人工复核' },
  refused: { label: '没有通过复核' },
} as const;

/** The state of a picture. */
export type PictureState = keyof typeof pictureStates;

/** In which order proposals are read. */
export const feedOrders = {
  newest: { label: '最新' },
  top: { label: '最多支持' },
} as const;

/** The order of a feed. */
export type FeedOrder = keyof typeof feedOrders;

/** The longest of what people write, in characters. WeChat checks at most 2,500 at once. */
export const longestWritten = { title: 40, text: 2000, comment: 500, byline: 20, search: 20 } as const;

/** Shorter searches find half of everything. */
export const SHORTEST_SEARCH = 2;
