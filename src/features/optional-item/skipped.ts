import { create } from 'zustand';
import { optionalItems, type OptionalItem } from '@/features/login/model';

interface Skipped {
  items: readonly OptionalItem[];
  skip: (...items: OptionalItem[]) => void;
}

/** What was skipped since the launch: it is not asked for again until the next one (P03). Kept in memory alone. */
export const useSkipped = create<Skipped>((set) => ({
  items: [],
  skip: (...items) => {
    set((before) => ({ items: optionalItems.filter((item) => [...before.items, ...items].includes(item)) }));
  },
}));
