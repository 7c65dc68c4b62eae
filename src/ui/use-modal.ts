/** Attributes for the box of an open sheet or dialog. On a phone WeChat keeps its screen reader inside `aria-modal`. */
export function useModal(_open: boolean, _onEscape: () => void): Record<string, unknown> {
  return {};
}
