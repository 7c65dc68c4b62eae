import { useState } from 'react';
import { Image, View } from '@tarojs/components';
import { informationCopy } from '@/copy/privacy/information';
import { go } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Cell } from '@/ui/cells';
import { Tag } from '@/ui/tag';
import { EditAvatar } from './edit-avatar';
import { EditPhone } from './edit-phone';
import { EditText } from './edit-text';
import { lifeOf, shownValue, type PresentedField, type SelfField } from './model';
import './information.less';

export interface FieldRowProps {
  field: PresentedField;
  /** When the account began, as the server presents it. */
  registeredAt: string | null | undefined;
  /** The fact was changed: read the page again. */
  onChanged: () => void;
}

/** One fact: what it is, why it is held, and the way to correct it, opened in place. */
export function FieldRow({ field, registeredAt, onChanged }: FieldRowProps) {
  const [isOpen, setIsOpen] = useState(false);
  const value = shownValue(field);
  const isPicture = field.field === 'avatar' && value !== undefined;
  const close = () => {
    setIsOpen(false);
  };
  const changed = () => {
    close();
    onChanged();
  };
  return (
    <View className={`information information_${field.field}`}>
      <Cell
        title={
          <>
            {field.label}
            {field.sensitive && <Tag text={informationCopy.sensitive} tone="warn" />}
          </>
        }
        desc={
          <>
            {isPicture ? (
              <Image className="information__picture" src={value} ariaLabel={field.label} />
            ) : (
              <View className="information__value">{value ?? informationCopy.none}</View>
            )}
            <View>{informationCopy.purpose(field.purpose, field.basis)}</View>
            <View>{informationCopy.origin(field.source, field.keptFor)}</View>
            {lifeOf(field, registeredAt).map((line) => (
              <View key={line}>{line}</View>
            ))}
          </>
        }
        value={
          isOpen ? undefined : (
            <Way
              field={field}
              isFilled={value !== undefined}
              onOpen={() => {
                setIsOpen(true);
              }}
            />
          )
        }
      />
      {isOpen && <Editor field={field} value={value} onDone={changed} onCancel={close} />}
    </View>
  );
}

function Way({ field, isFilled, onOpen }: { field: PresentedField; isFilled: boolean; onOpen: () => void }) {
  const label = (words: string) => `${words}${field.label}`;
  const act = (words: string, onTap: () => void) => (
    <Button size="mini" kind="link" className={`edit_${field.field}`} label={label(words)} onTap={onTap}>
      {words}
    </Button>
  );
  if (field.field === 'city') {
    return act(informationCopy.changeCity, () => {
      go('pages/city/index');
    });
  }
  if (field.correct === 'never') return null;
  if (field.correct === 'self') return act(isFilled ? informationCopy.edit : informationCopy.fill, onOpen);
  if (field.field === 'phone') return act(informationCopy.changePhone, onOpen);
  return act(informationCopy.askToCorrect, () => {
    go('pages/privacy/request/index', { kind: 'correct', field: field.field });
  });
}

interface EditorProps {
  field: PresentedField;
  value: string | undefined;
  onDone: () => void;
  onCancel: () => void;
}

function Editor({ field, value, ...ends }: EditorProps) {
  if (field.field === 'phone') return <EditPhone {...ends} />;
  // Only fields with `correct: self` are opened here, and those are what the contract takes.
  const name = field.field as SelfField;
  if (name === 'avatar') return <EditAvatar label={field.label} isFilled={value !== undefined} {...ends} />;
  return <EditText name={name} label={field.label} value={value ?? ''} {...ends} />;
}
