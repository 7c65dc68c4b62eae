import { useState } from 'react';
import { View } from '@tarojs/components';
import { longest } from '@/contracts/data-map/longest';
import { meCopy } from '@/copy/me';
import { ConfirmClear } from '@/features/information/confirm-clear';
import { useClearing } from '@/features/information/use-clearing';
import { Button } from '@/ui/button';
import { Cell } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Field } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { useCorrection } from './use-correction';

/** The nickname and the sheet in which it is changed. */
export function NicknameRow({ value, onChanged }: { value: string | null; onChanged: () => void }) {
  const { save, isRunning, isSaved, failure } = useCorrection('nickname', onChanged);
  const [typed, setTyped] = useState<string>();
  const close = () => {
    setTyped(undefined);
  };
  const submit = async () => {
    if (await save(typed ?? '')) close();
  };
  const clearing = useClearing(() => void submit());
  const isCleared = typed?.trim() === '' && value !== null;
  return (
    <View>
      <Cell
        className="me-nickname"
        title={meCopy.nickname}
        value={value ?? meCopy.none}
        {...(isSaved && { desc: meCopy.saved })}
        label={`${meCopy.nicknameEdit}，${value ?? meCopy.none}`}
        onTap={() => {
          setTyped(value ?? '');
        }}
      />
      <Sheet open={typed !== undefined} title={meCopy.nicknameEdit} onClose={close}>
        <Field
          className="me-nickname-field"
          label={meCopy.nickname}
          type="nickname"
          value={typed ?? ''}
          onInput={setTyped}
          maxLength={longest.nickname}
          placeholder={meCopy.nicknamePlaceholder}
        />
        <FailureNotice failure={failure} />
        <Button
          kind="primary"
          className="me-nickname-save"
          loading={isRunning}
          onTap={() => {
            if (isCleared) clearing.ask();
            else void submit();
          }}
        >
          {meCopy.save}
        </Button>
      </Sheet>
      <ConfirmClear label={meCopy.nickname} {...clearing.question} />
    </View>
  );
}
