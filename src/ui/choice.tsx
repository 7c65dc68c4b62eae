import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { uiCopy } from '@/copy/ui';
import { accessible } from './accessible';
import { CellBody, Cells } from './cells';
import { spoken } from './spoken';
import './choice.less';

export interface SwitchRowProps {
  title: string;
  desc?: ReactNode;
  on: boolean;
  /** Called with the state wanted; the row shows `on`, so it moves only when the owner says so. */
  onChange: (on: boolean) => void;
  disabled?: boolean;
  /** The words for the two states. Default 已开启 and 已关闭. */
  words?: { on: string; off: string };
  className?: string;
}

/** A row that is a switch: all of it can be tapped, and its state is also a word. */
export function SwitchRow(props: SwitchRowProps) {
  const { title, desc, on, onChange, disabled = false, words = uiCopy.switch, className = '' } = props;
  return (
    <View
      className={`ui-cell ui-cell_press ${disabled ? 'ui-cell_disabled' : ''} ${className}`}
      onClick={() => {
        if (!disabled) onChange(!on);
      }}
      {...accessible({ role: 'switch', label: spoken(title, desc), checked: on, disabled, pressable: true })}
    >
      <View className="ui-cell__bd">
        <View>{title}</View>
        {desc !== undefined && <View className="ui-cell__desc">{desc}</View>}
        <View className="ui-cell__desc">{on ? words.on : words.off}</View>
      </View>
      <View className={`ui-choice ui-choice_switch ${on ? 'ui-choice_on' : ''}`} />
    </View>
  );
}

export interface ChoiceRowProps {
  title: string;
  desc?: ReactNode;
  checked: boolean;
  onTap: () => void;
  className?: string;
}

function ChoiceRow({
  kind,
  title,
  desc,
  checked,
  onTap,
  className = '',
}: ChoiceRowProps & { kind: 'radio' | 'checkbox' }) {
  return (
    <View
      className={`ui-cell ui-cell_press ${className}`}
      onClick={onTap}
      {...accessible({ role: kind, label: spoken(title, desc), checked, pressable: true })}
    >
      <View className={`ui-choice ui-choice_${kind} ${checked ? 'ui-choice_on' : ''}`} />
      <CellBody title={title} desc={desc} />
    </View>
  );
}

export interface RadioRowsProps<V extends string> {
  options: readonly { value: V; title: string; desc?: string }[];
  value: V | undefined;
  onChange: (value: V) => void;
  /** The question, for a screen reader. */
  label: string;
}

/** One of several; goes inside Cells. Each row bears the class `ui-radio_<value>`. */
export function RadioRows<V extends string>({ options, value, onChange, label }: RadioRowsProps<V>) {
  return (
    <View {...accessible({ role: 'radiogroup', label })}>
      {options.map((option) => (
        <ChoiceRow
          key={option.value}
          kind="radio"
          className={`ui-radio_${option.value}`}
          title={option.title}
          desc={option.desc}
          checked={option.value === value}
          onTap={() => {
            onChange(option.value);
          }}
        />
      ))}
    </View>
  );
}

/** One of several, under the question that they answer. */
export function RadioGroup<V extends string>(props: RadioRowsProps<V>) {
  return (
    <Cells title={props.label}>
      <RadioRows {...props} />
    </Cells>
  );
}

/** One thing that may be ticked; goes inside Cells. */
export function CheckboxRow(props: ChoiceRowProps) {
  return <ChoiceRow {...props} kind="checkbox" />;
}

export interface AgreementProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** What is agreed to, for a screen reader. */
  label: string;
  /** The sentence, which ticks as the box does. */
  children: ReactNode;
  /** What the sentence ends with and leads somewhere: it does not tick. */
  link?: ReactNode;
  className?: string;
}

/** The tick before a sentence of agreement; a screen reader meets one box with all of its words. */
export function Agreement({ checked, onChange, label, children, link, className = '' }: AgreementProps) {
  const toggle = () => {
    onChange(!checked);
  };
  return (
    <View className="ui-agree">
      <View
        className={`ui-agree__tick ${className}`}
        onClick={toggle}
        {...accessible({ role: 'checkbox', label, checked, pressable: true })}
      >
        <View className={`ui-choice ui-choice_checkbox ${checked ? 'ui-choice_on' : ''}`} />
      </View>
      <View>
        <Text className="ui-agree__words" onClick={toggle} {...accessible({ hidden: true })}>
          {children}
        </Text>
        {link}
      </View>
    </View>
  );
}
