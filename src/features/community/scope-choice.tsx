import { View } from '@tarojs/components';
import { feedCopy } from '@/copy/community';
import { findCity } from '@/features/city/model';
import { to } from '@/platform/navigate';
import { accessible } from '@/ui/accessible';
import { Link } from '@/ui/footer';
import type { Scope } from './use-same-city';

export interface ScopeChoiceProps {
  scope: Scope;
  city: string | undefined;
  onChoose: (scope: Scope) => void;
}

/** All cities or one, side by side; the chosen one bears a frame, not a colour alone. */
export function ScopeChoice({ scope, city, onChoose }: ScopeChoiceProps) {
  const name = city === undefined ? undefined : findCity(city)?.name;
  const choices = [
    { value: 'all', title: feedCopy.all },
    { value: 'city', title: feedCopy.sameCity(name) },
  ] as const;
  return (
    <View className="community-scope">
      <View
        className="community-scope__choices"
        {...accessible({ role: 'radiogroup', label: feedCopy.scope })}
      >
        {choices.map(({ value, title }) => (
          <View
            key={value}
            className={`community-chip community-chip_${value} ${value === scope ? 'community-chip_on' : ''}`}
            onClick={() => {
              onChoose(value);
            }}
            {...accessible({ role: 'radio', label: title, checked: value === scope, pressable: true })}
          >
            {title}
          </View>
        ))}
      </View>
      {scope === 'city' && city !== undefined && (
        <Link roomy className="community-change-city" onTap={to('pages/city/index')}>
          {feedCopy.changeCity}
        </Link>
      )}
    </View>
  );
}
