import type { InputProps } from '@tarojs/components';

/** The type with which an input's keyboard is asked for. */
export const inputType = (type: InputProps['type']): InputProps['type'] => type;
