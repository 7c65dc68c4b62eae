import { useState } from 'react';
import { agreedByButton, phoneButtonAgrees } from '@/platform/privacy';
import { phoneCodeFrom, type PhoneEvent } from '@/platform/wechat';
import { Button } from './button';
import { useGuarded } from './use-guarded';

export interface PhoneButtonProps {
  /** The words on the button, for instance 微信手机号一键注册. */
  text: string;
  loading?: boolean;
  disabled?: boolean;
  /** The single-use code to send to the server; the number itself never passes through the phone's code. */
  onCode: (code: string) => void;
  /** The user said no, or WeChat could not. */
  onRefused?: () => void;
}

/** WeChat wants an id on a button that agrees. */
const both = {
  id: 'phone-agree',
  openType: 'getPhoneNumber|agreePrivacyAuthorization',
  onAgreePrivacyAuthorization: agreedByButton,
} as const;
const phoneAlone = { openType: 'getPhoneNumber' } as const;

/**
 * WeChat's own phone button. Where WeChat can, the same tap agrees to its guideline, so that nobody is asked twice: the
 * words beside the button have to say so. Bears the class `ui-phone`.
 */
export function PhoneButton({
  text,
  loading = false,
  disabled = false,
  onCode,
  onRefused,
}: PhoneButtonProps) {
  const { isOpen, onTap } = useGuarded('PhoneNumber');
  const [agrees] = useState(phoneButtonAgrees);
  return (
    <Button
      kind="primary"
      size="block"
      className="ui-phone"
      {...(agrees ? both : { ...(isOpen && phoneAlone), onTap })}
      loading={loading}
      disabled={disabled}
      onGetPhoneNumber={(event: PhoneEvent) => {
        const code = phoneCodeFrom(event);
        if (code === undefined) onRefused?.();
        else onCode(code);
      }}
    >
      {text}
    </Button>
  );
}
