import { useState } from 'react';
import { Image, View } from '@tarojs/components';
import { accounts } from '@/contracts/data-map/collections/accounts';
import { loginCopy } from '@/copy/login';
import { ProfileField } from '@/features/optional-item/profile-field';
import { accessible } from '@/ui/accessible';
import { AvatarButton } from '@/ui/avatar-button';
import { CheckboxRow } from '@/ui/choice';
import { isWrong, type OptionalItem as ItemName } from './model';
import './login.less';

const { fields } = accounts;

export interface OptionalItemProps {
  item: ItemName;
  /** Undefined while the item is skipped. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** One optional item: a tick, and behind it the input. */
export function OptionalItem({ item, value, onChange }: OptionalItemProps) {
  return (
    <View>
      <CheckboxRow
        className={`login-choose_${item}`}
        title={loginCopy.fill(fields[item].label)}
        desc={value === undefined ? loginCopy.skipped : loginCopy.chosen}
        checked={value !== undefined}
        onTap={() => {
          onChange(value === undefined ? '' : undefined);
        }}
      />
      {value !== undefined && item === 'avatar' && <AvatarItem value={value} onChange={onChange} />}
      {value !== undefined && item !== 'avatar' && (
        <ProfileField
          className={`login-field_${item}`}
          item={item}
          value={value}
          onInput={onChange}
          placeholder={loginCopy.placeholders[item]}
          error={isWrong(item, value) ? loginCopy.wrong(fields[item].label) : undefined}
        />
      )}
    </View>
  );
}

function AvatarItem({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [isRefused, setRefused] = useState(false);
  return (
    <View className="login-avatar">
      {value !== '' && (
        <Image
          className="login-picture"
          src={value}
          {...accessible({ role: 'img', label: loginCopy.avatarChosen })}
        />
      )}
      <AvatarButton
        text={loginCopy.chooseAvatar}
        onAvatar={(picture) => {
          setRefused(false);
          onChange(picture);
        }}
        onRefused={() => {
          setRefused(true);
        }}
      />
      {isRefused && <View {...accessible({ role: 'alert' })}>{loginCopy.avatarRefused}</View>}
    </View>
  );
}
