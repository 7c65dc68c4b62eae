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

const native = { openType: 'getPhoneNumber' } as const;

/** WeChat's own phone button. Bears the class `ui-phone`. */
export function PhoneButton({
  text,
  loading = false,
  disabled = false,
  onCode,
  onRefused,
}: PhoneButtonProps) {
  const { isOpen, onTap } = useGuarded('PhoneNumber');
  return (
    <Button
      kind="primary"
      size="block"
      className="ui-phone"
      {...(isOpen && native)}
      onTap={onTap}
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
