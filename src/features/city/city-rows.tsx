import { View } from '@tarojs/components';
import { cityCopy } from '@/copy/city';
import { accessible } from '@/ui/accessible';
import type { CitiesShownProps } from './city-chips';
import './city.less';

/** Cities one below the other under a heading. One node a row, since all letters together are 370 rows. */
export function CityRows({
  title,
  id,
  cities,
  current,
  onPick,
}: CitiesShownProps & {
  /** Where the index scrolls to. */
  id?: string;
}) {
  return (
    <View>
      <View className="city-heading" {...(id && { id })} {...accessible({ role: 'heading', level: 2 })}>
        {title}
      </View>
      <View className="city-rows">
        {cities.map(({ code, name }) => (
          <View
            key={code}
            className={`city-row city-row_${code}`}
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
