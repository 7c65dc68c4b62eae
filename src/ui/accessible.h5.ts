import type { Accessible } from './accessible';

function pressWithKeyboard(event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  (event.currentTarget as HTMLElement).click();
}

/** As accessible.ts, in ARIA's own names, with keyboard use for what can be pressed. */
export function accessible(part: Accessible): Record<string, unknown> {
  const { role, level = 1, label, checked, disabled, hidden, modal, pressable } = part;
  return {
    ...(role === undefined ? {} : { role }),
    ...(role === 'heading' ? { 'aria-level': String(level) } : {}),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(checked === undefined ? {} : { 'aria-checked': String(checked) }),
    ...(disabled ? { 'aria-disabled': 'true' } : {}),
    ...(hidden ? { 'aria-hidden': 'true' } : {}),
    ...(modal ? { 'aria-modal': 'true' } : {}),
    ...(pressable ? { tabindex: disabled ? -1 : 0, onKeyDown: pressWithKeyboard } : {}),
  };
}

/** Taro's H5 form components render a real input inside themselves; `nativeProps` reaches it. */
export function inner(attributes: Record<string, string>): Record<string, unknown> {
  return { nativeProps: attributes };
}
