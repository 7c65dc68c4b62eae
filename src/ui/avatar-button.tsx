import { readAvatar } from '@/platform/wechat';
import { Button } from './button';
import { useGuarded } from './use-guarded';

export interface AvatarButtonProps {
  /** For instance 选择微信头像. */
  text: string;
  /** The picture, small, as a `data:image/jpeg` address: what the contract's `avatar` takes. */
  onAvatar: (picture: string) => void;
  /** The user chose nothing, or it could not be read. */
  onRefused?: () => void;
}

const native = { openType: 'chooseAvatar' } as const;

/** WeChat's own way to choose an avatar (`openType="chooseAvatar"`). Bears the class `ui-avatar`. */
export function AvatarButton({ text, onAvatar, onRefused }: AvatarButtonProps) {
  const { isOpen, onTap } = useGuarded('UserInfo');
  const read = async (temporaryPath: string | undefined) => {
    const picture = temporaryPath === undefined ? undefined : await readAvatar(temporaryPath);
    if (picture === undefined) onRefused?.();
    else onAvatar(picture);
  };
  return (
    <Button
      size="mini"
      className="ui-avatar"
      {...(isOpen && native)}
      onTap={onTap}
      onChooseAvatar={(event: { detail: { avatarUrl?: string } }) => void read(event.detail.avatarUrl)}
    >
      {text}
    </Button>
  );
}
