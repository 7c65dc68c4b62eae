import { View } from '@tarojs/components';
import { cityCopy } from '@/copy/city';
import { accessible } from '@/ui/accessible';
import type { City } from './model';
import './city.less';

export interface CitiesShownProps {
  title: string;
  cities: readonly City[];
  /** The city now shown on the home page. */
  current?: string | undefined;
  onPick: (code: string) => unknown;
}

/** A few cities side by side: recent ones, hot ones. */
export function CityChips({ title, cities, current, onPick }: CitiesShownProps) {
  if (cities.length === 0) return null;
  return (
    <View>
      <View className="city-heading" {...accessible({ role: 'heading', level: 2 })}>
        {title}
      </View>
      <View className="city-chips">
        {cities.map(({ code, name }) => (
          <View
            key={code}
            className={`city-chip city-chip_${code}`}
            onClick={() => {
              onPick(code);
            }}
            {...accessible({ role: 'button', pressable: true })}
          >
            {code === current ? `${name}（${cityCopy.current}）` : name}
          </View>
        ))}
      </View>
    </View>
  );
}
