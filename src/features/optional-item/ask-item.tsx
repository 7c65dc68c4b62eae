import { useState } from 'react';
import { View } from '@tarojs/components';
import { accounts } from '@/contracts/data-map/collections/accounts';
import { keptFor } from '@/contracts/data-map/derive/presentation';
import { purposes } from '@/contracts/data-map/vocabulary';
import { optionalItemCopy as copy } from '@/copy/optional-item';
import { isWrong } from '@/features/login/model';
import { useCorrection } from '@/features/me/use-correction';
import { Button } from '@/ui/button';
import { FailureNotice } from '@/ui/failure-notice';
import { Sheet } from '@/ui/sheet';
import { ProfileField, type TypedItem } from './profile-field';
import { useSkipped } from './skipped';

export interface AskItemProps {
  item: TypedItem;
  open: boolean;
  /** It was saved. */
  onSaved: () => void;
  /** Skipped, or left: no more than that it is not there. */
  onClose: () => void;
}

/**
 * Asks for one optional item at the moment of need: what it is, what for and for how long, in the data map's words, and
 * a way past it that costs nothing (P05). Whoever skips is not asked again before the next launch (P03).
 */
export function AskItem({ item, open, onSaved, onClose }: AskItemProps) {
  const [typed, setTyped] = useState('');
  const { save, isRunning, failure } = useCorrection(item, onSaved);
  const field = accounts.fields[item];
  const wrong = isWrong(item, typed);
  const skip = () => {
    useSkipped.getState().skip(item);
    onClose();
  };
  const submit = async () => {
    if (await save(typed)) onClose();
  };
  return (
    <Sheet
      open={open}
      title={copy.title(field.label)}
      onClose={skip}
      action={
        <View>
          <Button
            kind="primary"
            className="ask-item-save"
            disabled={wrong || typed.trim() === ''}
            loading={isRunning}
            onTap={() => void submit()}
          >
            {copy.save}
          </Button>
          <Button className="ask-item-skip" onTap={skip}>
            {copy.skip}
          </Button>
        </View>
      }
    >
      <View className="ask-item ui-sheet__line">{copy.optional(field.label)}</View>
      <View className="ui-sheet__line">{copy.why(purposes[field.purpose].why)}</View>
      <View className="ui-sheet__line">{copy.keptFor(keptFor(field))}</View>
      <ProfileField
        className="ask-item-field"
        item={item}
        value={typed}
        onInput={setTyped}
        error={wrong ? copy.wrong(field.label) : undefined}
      />
      <FailureNotice failure={failure} />
    </Sheet>
  );
}
