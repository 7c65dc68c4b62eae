import { byCategory, shownValue, type PresentedField } from '@/features/information/model';

/** How much of one category of personal data the account holds. */
export interface HeldShare {
  category: string;
  held: number;
  /** How many facts there could be: those that are held, and those that the person may fill. */
  of: number;
}

/** What the account holds by category, in the order of the person's own information page. */
export const heldShares = (fields: readonly PresentedField[]): HeldShare[] =>
  byCategory(fields).map(({ category, fields: listed }) => ({
    category,
    held: listed.filter((field) => shownValue(field) !== undefined).length,
    of: listed.length,
  }));
