/** What assistive technology is told about a part. */
export interface Accessible {
  role?: string;
  /** Of a heading; 1 by default. */
  level?: number;
  label?: string | undefined;
  checked?: boolean;
  disabled?: boolean;
  hidden?: boolean;
  modal?: boolean;
  /** Can be pressed: on H5 it also joins the tab order and answers Enter and Space. */
  pressable?: boolean;
}

/**
 * Attributes to spread on a Taro component. WeChat names the role `aria-role`; accessible.h5.ts says what a browser
 * needs.
 */
export function accessible({
  role,
  label,
  checked,
  disabled,
  hidden,
  modal,
}: Accessible): Record<string, string> {
  return {
    ...(role === undefined ? {} : { 'aria-role': role }),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(checked === undefined ? {} : { 'aria-checked': String(checked) }),
    ...(disabled ? { 'aria-disabled': 'true' } : {}),
    ...(hidden ? { 'aria-hidden': 'true' } : {}),
    ...(modal ? { 'aria-modal': 'true' } : {}),
  };
}

/** Attributes for the element inside a form component; only a browser has one. */
export function inner(_attributes: Record<string, string>): Record<string, unknown> {
  return {};
}
