import type { InputProps } from '@tarojs/components';

/** A browser's own number input drops a pasted number with a plus, spaces or full-width digits whole. */
export const inputType = (type: InputProps['type']): InputProps['type'] =>
  type === 'number' ? 'text' : type;
