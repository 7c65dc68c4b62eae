import { View } from '@tarojs/components';
import { account } from '@/contracts/account';
import type { PhoneProof as Proof } from '@/contracts/values';
import { informationCopy } from '@/copy/privacy/information';
import { sharedCopy } from '@/copy/privacy/shared';
import { useCall } from '@/features/call/use-call';
import { PhoneProof } from '@/features/phone/phone-proof';
import { readDevice } from '@/platform/device';
import { Button } from '@/ui/button';

export interface EditPhoneProps {
  onDone: () => void;
  onCancel: () => void;
}

/** Another phone: the new number is proven first, so no form and no staff can bind one. */
export function EditPhone({ onDone, onCancel }: EditPhoneProps) {
  const { run, isRunning, failure } = useCall(account.changePhone);
  const change = async (phone: Proof) => {
    const result = await run({ phone, device: await readDevice() });
    if (result.ok) onDone();
  };
  return (
    <View className="information__phone">
      <View className="information__hint">{informationCopy.changePhoneHint}</View>
      <PhoneProof
        purpose="changePhone"
        busy={isRunning}
        failure={failure}
        onProof={(phone) => void change(phone)}
      />
      <Button kind="link" onTap={onCancel}>
        {sharedCopy.cancel}
      </Button>
    </View>
  );
}
