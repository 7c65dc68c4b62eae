import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { boundNumber, playPhoneButton } from '@/platform/wechat.h5';
import { mobileDigits } from '@/contracts/mobile-digits';
import { uiCopy } from '@/copy/ui';
import { Button } from './button';
import { Cells } from './cells';
import { Field } from './field';
import { SimulatedMark } from './notice';
import type { PhoneButtonProps } from './phone-button';

/** WeChat knows the user's number; in a browser the tester types one and the local cloud plays the button. */
export function PhoneButton({
  text,
  loading = false,
  disabled = false,
  onCode,
  onRefused,
}: PhoneButtonProps) {
  const [number, setNumber] = useState('');
  useEffect(() => {
    // What was typed meanwhile stands.
    void boundNumber().then((bound) => {
      setNumber((typed) => typed || bound);
    });
  }, []);
  const press = async () => {
    const code = await playPhoneButton(number);
    if (code === undefined) onRefused?.();
    else onCode(code);
  };
  return (
    <View>
      <Cells tips={<SimulatedMark />}>
        <Field
          className="ui-phone-number"
          label={uiCopy.phoneNumber}
          type="number"
          value={number}
          onInput={(typed) => {
            setNumber(mobileDigits(typed));
          }}
          placeholder={uiCopy.phoneNumberHint}
          {...(number.length < 11 && { hint: uiCopy.phoneNumberFirst })}
        />
      </Cells>
      <Button
        kind="primary"
        size="block"
        className="ui-phone"
        loading={loading}
        disabled={disabled || number.length < 11}
        onTap={() => void press()}
      >
        {text}
      </Button>
    </View>
  );
}
