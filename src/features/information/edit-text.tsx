import { useState } from 'react';
import { View } from '@tarojs/components';
import { account } from '@/contracts/account';
import { informationCopy } from '@/copy/privacy/information';
import { sharedCopy } from '@/copy/privacy/shared';
import { useCall } from '@/features/call/use-call';
import { ProfileField } from '@/features/optional-item/profile-field';
import { Button } from '@/ui/button';
import { ConfirmClear } from './confirm-clear';
import { isSaveable, type SelfField } from './model';
import { useClearing } from './use-clearing';

export interface EditTextProps {
  name: Exclude<SelfField, 'avatar'>;
  label: string;
  value: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Corrects one line of text in place; saving nothing clears the fact, after a question. */
export function EditText({ name, label, value, onDone, onCancel }: EditTextProps) {
  const { run, isRunning, failure } = useCall(account.correct);
  const [typed, setTyped] = useState(value);
  const [isWrong, setIsWrong] = useState(false);
  const save = async (wanted: string) => {
    const misfit = !isSaveable(name, wanted);
    setIsWrong(misfit);
    if (misfit) return;
    const result = await run({ field: name, value: wanted });
    if (result.ok) onDone();
  };
  const clearing = useClearing(() => void save(''));
  const isCleared = typed.trim() === '' && value !== '';
  return (
    <View>
      <ProfileField
        className={`input_${name}`}
        item={name}
        value={typed}
        onInput={setTyped}
        placeholder={informationCopy.placeholder(label)}
        error={isWrong ? informationCopy.wrong(label) : failure?.message}
        disabled={isRunning}
      />
      <View className="information__acts">
        <Button
          size="mini"
          kind="primary"
          className={`save_${name}`}
          loading={isRunning}
          onTap={() => {
            if (isCleared) clearing.ask();
            else void save(typed);
          }}
        >
          {informationCopy.save}
        </Button>
        {value !== '' && (
          <Button
            size="mini"
            kind="warn"
            className={`clear_${name}`}
            disabled={isRunning}
            onTap={clearing.ask}
          >
            {informationCopy.clear}
          </Button>
        )}
        <Button size="mini" kind="link" onTap={onCancel}>
          {sharedCopy.cancel}
        </Button>
      </View>
      <ConfirmClear label={label} {...clearing.question} />
    </View>
  );
}
