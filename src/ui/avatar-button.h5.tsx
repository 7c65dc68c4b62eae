import { View } from '@tarojs/components';
import { readAvatar } from '@/platform/wechat.h5';
import type { AvatarButtonProps } from './avatar-button';
import { Button } from './button';
import { SimulatedMark } from './notice';

/** WeChat's avatar panel as a file picker, marked as played. */
export function AvatarButton({ text, onAvatar, onRefused }: AvatarButtonProps) {
  const choose = () => {
    const picker = document.createElement('input');
    picker.type = 'file';
    picker.accept = 'image/*';
    picker.onchange = () => {
      const file = picker.files?.[0];
      if (file === undefined) {
        onRefused?.();
        return;
      }
      const url = URL.createObjectURL(file);
      void readAvatar(url).then((picture) => {
        URL.revokeObjectURL(url);
        if (picture === undefined) onRefused?.();
        else onAvatar(picture);
      });
    };
    picker.click();
  };
  return (
    <View>
      <Button size="mini" className="ui-avatar" onTap={choose}>
        {text}
      </Button>
      <SimulatedMark />
    </View>
  );
}
