import type { PrivacyAsker } from './privacy';

/** As privacy.ts; a browser has no guideline to agree to, and asks by itself where it guards something. */
export const AGREE_BUTTON = 'privacy-agree';

/** A browser has nothing to ask. */
export const askPrivacyBy = (_next: PrivacyAsker): void => undefined;

/** A browser asks by itself. */
export const weChatAsks = (): boolean => true;

/** The button is played, and there is no guideline to agree to. */
export const phoneButtonAgrees = (): boolean => false;

/** Never happens here. */
export const agreedByButton = (): void => undefined;

/** Nothing is listened for. */
export const readyPrivacy = (): void => undefined;

/** A browser puts a question whenever it is asked to. */
export const toldTooSoon = (): boolean => false;

/** Always passes. */
export const passPrivacy = (): Promise<boolean> => Promise.resolve(true);

/** A browser has no guideline of WeChat's. */
export const openGuideline = (orElse: () => void): void => {
  orElse();
};
