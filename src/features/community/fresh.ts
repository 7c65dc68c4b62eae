import { create } from 'zustand';

interface Fresh {
  /** Counts what this phone published, changed or withdrew: a list that was read before begins anew. */
  turn: number;
  /** The newest number of supports that this phone was told, by the proposal's id. */
  supports: Readonly<Record<string, number>>;
  /** Something was published, changed or withdrawn. */
  bump: () => void;
  /** A support was counted. */
  tell: (id: string, count: number) => void;
}

/** What one page of the community did that the lists below it cannot know. */
export const useFresh = create<Fresh>((set) => ({
  turn: 0,
  supports: {},
  bump() {
    set(({ turn }) => ({ turn: turn + 1, supports: {} }));
  },
  tell(id, count) {
    set(({ supports }) => ({ supports: { ...supports, [id]: count } }));
  },
}));
