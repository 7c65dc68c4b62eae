import { useContext, type ReactNode } from 'react';
import { Button as NativeButton, type ButtonProps as NativeProps } from '@tarojs/components';
import { accessible } from './accessible';
import { Spinner } from './loading';
import { Settling } from './settling';
import './button.less';

export interface ButtonProps extends Pick<
  NativeProps,
  'id' | 'openType' | 'onGetPhoneNumber' | 'onChooseAvatar' | 'onAgreePrivacyAuthorization'
> {
  /** Default: `default`. One `primary` on a page; `warn` for what cannot be undone. */
  kind?: 'primary' | 'default' | 'warn' | 'link';
  /** `block` is as wide as the page; `mini` sits in a row. */
  size?: 'normal' | 'block' | 'mini';
  /** Shows a spinner and takes no taps. */
  loading?: boolean;
  disabled?: boolean;
  onTap?: () => void;
  /** What a screen reader says instead of the text. */
  label?: string;
  className?: string;
  children: ReactNode;
}

/** WeUI's button on the native one; `openType` and its events pass through for WeChat's own functions. */
export function Button(props: ButtonProps) {
  const {
    kind = 'default',
    size = 'normal',
    loading = false,
    disabled = false,
    onTap,
    label,
    className = '',
    children,
    ...native
  } = props;
  const isSettling = useContext(Settling);
  const isOff = disabled || loading || isSettling;
  return (
    <NativeButton
      {...native}
      {...(isOff && { openType: undefined })}
      {...((disabled || loading) && { disabled: true })}
      className={`ui-button ui-button_${kind} ui-button_${size} ${disabled || loading ? 'ui-button_disabled' : ''} ${className}`}
      hoverClass="none"
      onClick={() => {
        if (!isOff) onTap?.();
      }}
      {...accessible({ role: 'button', label, disabled: disabled || loading, pressable: true })}
      {...(isSettling && { 'aria-disabled': 'true' })}
    >
      {loading && <Spinner />}
      {children}
    </NativeButton>
  );
}
