import { useState } from 'react';
import { Image, View } from '@tarojs/components';
import { meCopy } from '@/copy/me';
import { ConfirmClear } from '@/features/information/confirm-clear';
import { useClearing } from '@/features/information/use-clearing';
import { accessible } from '@/ui/accessible';
import { AvatarButton } from '@/ui/avatar-button';
import { Button } from '@/ui/button';
import { Cell } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Notice } from '@/ui/notice';
import { useCorrection } from './use-correction';
import './me.less';

/** The avatar, chosen by WeChat's own button and saved at once; it can be removed again. */
export function AvatarRow({ value, onChanged }: { value: string | null; onChanged: () => void }) {
  const { save, isRunning, failure } = useCorrection('avatar', onChanged);
  const [isRefused, setRefused] = useState(false);
  const clearing = useClearing(() => void save(''));
  return (
    <View>
      <Cell
        title={meCopy.avatar}
        value={
          value === null ? (
            meCopy.none
          ) : (
            <Image
              className="me-avatar"
              src={value}
              {...accessible({ role: 'img', label: meCopy.avatarChosen })}
            />
          )
        }
      />
      <View className="me-actions">
        <AvatarButton
          text={isRunning ? meCopy.save : meCopy.chooseAvatar}
          onAvatar={(picture) => {
            setRefused(false);
            void save(picture);
          }}
          onRefused={() => {
            setRefused(true);
          }}
        />
        {value !== null && (
          <Button
            size="mini"
            kind="warn"
            className="me-avatar-remove"
            loading={isRunning}
            onTap={clearing.ask}
          >
            {meCopy.removeAvatar}
          </Button>
        )}
      </View>
      <ConfirmClear label={meCopy.avatar} {...clearing.question} />
      {isRefused && <Notice kind="warn">{meCopy.avatarRefused}</Notice>}
      <FailureNotice failure={failure} />
    </View>
  );
}
