import { View } from '@tarojs/components';
import { accessible } from './accessible';
import './tabs.less';

export interface TabsProps<V extends string> {
  tabs: readonly { value: V; title: string }[];
  value: V;
  onChange: (value: V) => void;
  /** The question, for a screen reader. */
  label: string;
}

/** Two or three ways side by side, one of them chosen. Each bears the class `ui-tab_<value>`. */
export function Tabs<V extends string>({ tabs, value, onChange, label }: TabsProps<V>) {
  return (
    <View className="ui-tabs" {...accessible({ role: 'radiogroup', label })}>
      {tabs.map((tab) => (
        <View
          key={tab.value}
          className={`ui-tab ui-tab_${tab.value} ${tab.value === value ? 'ui-tab_on' : ''}`}
          onClick={() => {
            onChange(tab.value);
          }}
          {...accessible({ role: 'radio', label: tab.title, checked: tab.value === value, pressable: true })}
        >
          {tab.title}
        </View>
      ))}
    </View>
  );
}
