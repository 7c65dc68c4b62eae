import { useState } from 'react';
import { longest } from '@/contracts/data-map/longest';
import { meCopy } from '@/copy/me';
import { ConfirmClear } from '@/features/information/confirm-clear';
import { useClearing } from '@/features/information/use-clearing';
import { Button } from '@/ui/button';
import { FailureNotice } from '@/ui/failure-notice';
import { Field } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { OptionalRow } from './optional-row';
import { useCorrection } from './use-correction';

/** The nickname, and the sheet in which one that is there is changed. */
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
    <>
      <OptionalRow
        item="nickname"
        value={value}
        onChanged={onChanged}
        onEdit={() => {
          setTyped(value ?? '');
        }}
        {...(isSaved && { desc: meCopy.saved })}
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
    </>
  );
}
