import type { ComponentType } from 'react';

let overlay: ComponentType | undefined;

/** Names the part that every page carries on top of its own; the app sets it once, before any page is drawn. */
export function setPageOverlay(part: ComponentType): void {
  overlay = part;
}

/** The part named by the app, if any. */
export const pageOverlay = (): ComponentType | undefined => overlay;
