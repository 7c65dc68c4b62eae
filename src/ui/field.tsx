import { useContext, useEffect, type ReactNode } from 'react';
import { Input, Textarea, View, type InputProps } from '@tarojs/components';
import { withoutHidden } from '@/contracts/hidden-signs';
import { uiCopy } from '@/copy/ui';
import { readyPrivacy, weChatAsks } from '@/platform/privacy';
import { accessible, inner } from './accessible';
import { InSheet } from './in-sheet';
import { inputType } from './input-type';
import './field.less';

export interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  placeholder?: string;
  /** WeChat's keyboards; `nickname` offers the WeChat name, where WeChat asks before. Default `text`. */
  type?: InputProps['type'];
  /** Several lines. */
  multiline?: boolean;
  /** Cuts off here, and shows how much is used; a sentence says where nothing more is taken. */
  maxLength?: number;
  /** That many signs and no fewer are wanted, as of a code: being full needs no word. */
  exact?: boolean;
  /** A sentence that says what to change; shown with the word 错误 so that colour is not the only sign. */
  error?: string | undefined;
  /** A quiet sentence under the input while there is no error. */
  hint?: string;
  /** At the right end of the line: a mini Button. */
  action?: ReactNode;
  disabled?: boolean;
  /** Called by the keyboard's own key for searching; of a single line. */
  onSearch?: () => void;
  className?: string;
}

/** A labelled text input; goes inside Cells. */
export function Field(props: FieldProps) {
  const {
    label,
    value,
    onInput,
    placeholder,
    type = 'text',
    multiline = false,
    maxLength,
    exact = false,
    error,
    hint,
    action,
    disabled = false,
    onSearch,
    className = '',
  } = props;
  const inSheet = useContext(InSheet);
  const isFull = maxLength !== undefined && !exact && value.length >= maxLength;
  const under = isFull ? uiCopy.fieldFull(maxLength) : hint;
  const isNickname = type === 'nickname';
  useEffect(() => {
    if (isNickname) readyPrivacy();
  }, [isNickname]);
  const take = (event: { detail: { value: string } }) => {
    onInput(withoutHidden(event.detail.value));
  };
  const shared = {
    value,
    placeholder: placeholder ?? '',
    placeholderClass: 'ui-field__placeholder',
    maxlength: maxLength ?? -1,
    disabled,
    onInput: take,
    // A WeChat name that is chosen above the keyboard comes with the blur, not as typing.
    ...(isNickname && { onBlur: take }),
    ...accessible({ label }),
    ...inner({
      'aria-label': label,
      'aria-invalid': String(error !== undefined),
      ...(type === 'number' && { inputmode: 'numeric' }),
    }),
  };
  return (
    <View className={`ui-field ${className}`}>
      <View className="ui-field__label" {...accessible({ hidden: true })}>
        {label}
      </View>
      <View className="ui-field__line">
        {multiline ? (
          <Textarea className="ui-field__input ui-field__area" fixed={inSheet} {...shared} />
        ) : (
          <Input
            className="ui-field__input"
            type={isNickname && !weChatAsks() ? 'text' : inputType(type)}
            {...(onSearch && { confirmType: 'search', onConfirm: onSearch })}
            {...shared}
          />
        )}
        {action}
      </View>
      <View className="ui-field__foot">
        {error === undefined ? (
          under !== undefined && <View {...(isFull && accessible({ role: 'status' }))}>{under}</View>
        ) : (
          <View className="ui-field__error" {...accessible({ role: 'alert' })}>
            {uiCopy.fieldError(error)}
          </View>
        )}
        {maxLength !== undefined && <View className="ui-field__count">{`${value.length}/${maxLength}`}</View>}
      </View>
    </View>
  );
}
