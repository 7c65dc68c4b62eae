import { useState } from 'react';
import { Image, View } from '@tarojs/components';
import { informationCopy } from '@/copy/privacy/information';
import { to } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Cell } from '@/ui/cells';
import { Lines } from '@/ui/lines';
import { Notice } from '@/ui/notice';
import { Tag } from '@/ui/tag';
import { EditAvatar } from './edit-avatar';
import { EditPhone } from './edit-phone';
import { EditText } from './edit-text';
import {
  lifeOf,
  noteOf,
  shownValue,
  wayToChange,
  type PresentedField,
  type SelfField,
  type WayToChange,
} from './model';
import './information.less';

export interface FieldRowProps {
  field: PresentedField;
  /** When the account began, as the server presents it. */
  registeredAt: string | null | undefined;
  /** The phone was changed less than a week ago, so that it cannot be now. */
  isPhoneFixed: boolean;
  /** The fact was changed: read the page again. */
  onChanged: () => void;
}

/** One fact: what it is, why it is held, and the way to correct it, opened in place. */
export function FieldRow({ field, registeredAt, isPhoneFixed, onChanged }: FieldRowProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [isPhoneNew, setIsPhoneNew] = useState(false);
  const value = shownValue(field);
  const note = noteOf(field);
  const isPicture = field.field === 'avatar' && value !== undefined;
  const close = () => {
    setIsOpen(false);
  };
  const changed = () => {
    close();
    // Masked, the new number can look like the old one.
    setIsPhoneNew(field.field === 'phone');
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
            {note !== undefined && <View>{note}</View>}
            <View>{informationCopy.purpose(field.purpose, field.basis)}</View>
            <View>{informationCopy.origin(field.source, field.keptFor)}</View>
            <Lines lines={lifeOf(field, registeredAt)} />
          </>
        }
        value={
          isOpen || (isPhoneFixed && wayToChange(field) === 'phone') ? undefined : (
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
      {isPhoneNew && !isOpen && <Notice>{informationCopy.phoneChanged}</Notice>}
      {isOpen && <Editor field={field} value={value} onDone={changed} onCancel={close} />}
    </View>
  );
}

function Way({ field, isFilled, onOpen }: { field: PresentedField; isFilled: boolean; onOpen: () => void }) {
  const way = wayToChange(field);
  if (way === undefined) return null;
  const ways: Record<WayToChange, { words: string; act: () => void }> = {
    city: {
      words: informationCopy.changeCity,
      act: to('pages/city/index'),
    },
    self: { words: isFilled ? informationCopy.edit : informationCopy.fill, act: onOpen },
    phone: { words: informationCopy.changePhone, act: onOpen },
    request: {
      words: informationCopy.askToCorrect,
      act: to('pages/privacy/request/index', { kind: 'correct', field: field.field }),
    },
  };
  const { words, act } = ways[way];
  return (
    <Button
      size="mini"
      kind="link"
      className={`edit_${field.field}`}
      label={`${words}${field.label}`}
      onTap={act}
    >
      {words}
    </Button>
  );
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
