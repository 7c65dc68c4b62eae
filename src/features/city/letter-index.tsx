import { View } from '@tarojs/components';
import { cityCopy } from '@/copy/city';
import { scrollToId } from '@/platform/scroll';
import { accessible } from '@/ui/accessible';
import { citiesByLetter } from './model';
import './city.less';

/** The id of a letter's heading. */
export const letterId = (letter: string): string => `letter-${letter}`;

/** A to Z at the side; a letter brings its cities to the top. */
export function LetterIndex() {
  return (
    <View className="city-index" {...accessible({ role: 'navigation', label: cityCopy.index })}>
      {citiesByLetter.map(({ letter }) => (
        <View
          key={letter}
          className={`city-letter city-letter_${letter}`}
          onClick={() => {
            scrollToId(letterId(letter));
          }}
          {...accessible({ role: 'button', label: cityCopy.toLetter(letter), pressable: true })}
        >
          {letter}
        </View>
      ))}
    </View>
  );
}
