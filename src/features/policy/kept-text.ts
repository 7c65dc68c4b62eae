import { keptNow, openKept, type Kept } from '@/features/offline/model';
import { storage } from '@/platform/storage';
import type { Policy } from './model';

/** Keeps the text in force for when there is no network: public, and by its version and digest the same for ever. */
export function keepText(policy: Policy): void {
  storage.set('policyText', keptNow(policy));
}

/** The text in force as this phone last read it, if it is of the version that is asked for. */
export function keptText(version: string | undefined): Kept<Policy> | undefined {
  const found = openKept<Policy>(storage.get('policyText'));
  return version === undefined || found?.data.version === version ? found : undefined;
}
