import { View } from '@tarojs/components';
import { cityCopy } from '@/copy/city';
import { accessible } from '@/ui/accessible';
import type { City } from './model';
import './city.less';

interface CityListProps {
  /** Side by side for a few, one below the other for many. */
  shape: 'chip' | 'row';
  title: string;
  /** Where the index scrolls to. */
  id?: string;
  cities: readonly City[];
  /** The city now shown on the home page. */
  current?: string | undefined;
  onPick: (code: string) => unknown;
}

/** Cities under a heading; nothing where there is none. One node a city, since all letters together are 370. */
export function CityList({ shape, title, id, cities, current, onPick }: CityListProps) {
  if (cities.length === 0) return null;
  return (
    <View>
      <View className="city-heading" {...(id && { id })} {...accessible({ role: 'heading', level: 2 })}>
        {title}
      </View>
      <View className={`city-${shape}s`}>
        {cities.map(({ code, name }) => (
          <View
            key={code}
            className={`city-${shape} city-${shape}_${code}`}
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
