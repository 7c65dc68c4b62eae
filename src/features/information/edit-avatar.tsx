import { useState } from 'react';
import { View } from '@tarojs/components';
import { account } from '@/contracts/account';
import { informationCopy } from '@/copy/privacy/information';
import { sharedCopy } from '@/copy/privacy/shared';
import { useCall } from '@/features/call/use-call';
import { AvatarButton } from '@/ui/avatar-button';
import { Button } from '@/ui/button';
import { FailureNotice } from '@/ui/failure-notice';
import { Notice } from '@/ui/notice';
import { ConfirmClear } from './confirm-clear';
import { useClearing } from './use-clearing';

export interface EditAvatarProps {
  label: string;
  isFilled: boolean;
  onDone: () => void;
  onCancel: () => void;
}

/** Another avatar, through WeChat's own panel, or none. */
export function EditAvatar({ label, isFilled, onDone, onCancel }: EditAvatarProps) {
  const { run, isRunning, failure } = useCall(account.correct);
  const [isRefused, setIsRefused] = useState(false);
  const save = async (picture: string) => {
    setIsRefused(false);
    const result = await run({ field: 'avatar', value: picture });
    if (result.ok) onDone();
  };
  const clearing = useClearing(() => void save(''));
  return (
    <View>
      <View className="information__acts">
        <AvatarButton
          text={informationCopy.chooseAvatar}
          onAvatar={(picture) => void save(picture)}
          onRefused={() => {
            setIsRefused(true);
          }}
        />
        {isFilled && (
          <Button size="mini" kind="warn" className="clear_avatar" loading={isRunning} onTap={clearing.ask}>
            {informationCopy.clear}
          </Button>
        )}
        <Button size="mini" kind="link" onTap={onCancel}>
          {sharedCopy.cancel}
        </Button>
      </View>
      <ConfirmClear label={label} {...clearing.question} />
      {isRefused && <Notice kind="warn">{informationCopy.refusedAvatar}</Notice>}
      <FailureNotice failure={failure} />
    </View>
  );
}
