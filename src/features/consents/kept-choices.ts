import { keptNow, openKept, type Kept } from '@/features/offline/model';
import { isSignedOut } from '@/features/session/store';
import { storage } from '@/platform/storage';

/** Whether each purpose was on as this phone last knew it; nothing else of the person. */
export type KeptChoices = Kept<Readonly<Record<string, boolean>>>;

/** What the phone kept. */
export const keptChoices = (): KeptChoices | undefined => openKept(storage.get('consentsSeen'));

function keep(on: KeptChoices['data'], at?: string): void {
  // An answer that comes after logging out on this phone is kept nowhere.
  if (!isSignedOut()) storage.set('consentsSeen', keptNow(on, at));
}

/** Keeps the own choices to be read without network. */
export function keepChoices(items: readonly { purpose: string; granted: boolean }[]): void {
  keep(Object.fromEntries(items.map(({ purpose, granted }) => [purpose, granted])));
}

/** The same after one choice was changed, where the others are known. */
export function keepChoice(purpose: string, granted: boolean): void {
  const known = keptChoices();
  // The others are as old as they were.
  if (known) keep({ ...known.data, [purpose]: granted }, known.at);
}
