import { View } from '@tarojs/components';
import { consentsCopy } from '@/copy/privacy/consents';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import type { ConsentItem } from './use-consent-switch';
import './consents.less';

export interface SensitiveSheetProps {
  item: ConsentItem;
  open: boolean;
  onClose: () => void;
  onAgree: () => void;
}

/** Asks for a sensitive purpose by itself: what it is for, what happens without it, whether it leaves the
 * phone, how to take it back. */
export function SensitiveSheet({ item, open, onClose, onAgree }: SensitiveSheetProps) {
  const { sheet } = consentsCopy;
  return (
    <Sheet
      open={open}
      title={sheet.title(item.label)}
      onClose={onClose}
      action={
        <Button kind="primary" className="consent-agree" onTap={onAgree}>
          {sheet.agree}
        </Button>
      }
    >
      <View className="consents-line">{sheet.sensitive}</View>
      <View className="consents-line">{consentsCopy.why(item.why)}</View>
      <View className="consents-line">{consentsCopy.without(item.without)}</View>
      {item.uses.length > 0 && <View className="consents-line">{consentsCopy.uses(item.uses)}</View>}
      {item.onPhone && <View className="consents-line">{sheet.onPhone}</View>}
      <View className="consents-line">{sheet.withdraw}</View>
    </Sheet>
  );
}
