/** As update.ts; a browser has the newest version whenever it loads the page. */
export const watchUpdate = (_ready: () => void): void => undefined;

/** Nothing to start anew. */
export const applyUpdate = (): void => undefined;
