import { useState } from 'react';
import { meCopy } from '@/copy/me';
import { ConfirmClear } from '@/features/information/confirm-clear';
import { useClearing } from '@/features/information/use-clearing';
import { ProfileField } from '@/features/optional-item/profile-field';
import { Button } from '@/ui/button';
import { FailureNotice } from '@/ui/failure-notice';
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
        <ProfileField
          className="me-nickname-field"
          item="nickname"
          value={typed ?? ''}
          onInput={setTyped}
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
