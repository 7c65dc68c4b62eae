/** A browser's default size. */
const STANDARD = 16;

/** How much larger than standard the user wants text: the browser's own root font size. */
export function fontScale(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / STANDARD;
}
