import { back, replace, restart } from '@/platform/navigate';

/** Where logging in ends, by the word `next` in the address; anything else leads home. */
const ends: ReadonlyMap<string | undefined, () => void> = new Map([
  [
    'information',
    () => {
      replace('pages/privacy/information/index');
    },
  ],
  // The page that asked for a login lies below, with what it was opened with.
  ['back', back],
]);

/** Leaves the login page for where the person wanted to go. */
export function goOn(next: string | undefined): void {
  const end = ends.get(next);
  if (end) end();
  else restart();
}
