import { View } from '@tarojs/components';
import { centreCopy } from '@/copy/privacy/centre';
import { to } from '@/platform/navigate';
import { accessible } from '@/ui/accessible';
import { spoken } from '@/ui/spoken';
import type { HeldShare } from './overview-model';

const { overview: words } = centreCopy;

/** A box for each fact that there could be, filled where it is held; the words beside them say the same. */
export function HeldShares({ shares }: { shares: readonly HeldShare[] }) {
  const lines = shares.map(({ category, held, of }) => `${category}${words.count(held, of)}`);
  return (
    <View
      className="overview__held"
      onClick={to('pages/privacy/information/index')}
      {...accessible({ role: 'button', label: spoken(words.held, lines, words.toHeld), pressable: true })}
    >
      <View className="overview__fact-title">{words.held}</View>
      {shares.map(({ category, held, of }) => (
        <View key={category} className="overview__share">
          <View>{category}</View>
          <View className="overview__boxes">
            {Array.from({ length: of }, (_, at) => (
              <View key={at} className={`overview__box ${at < held ? 'overview__box_held' : ''}`} />
            ))}
          </View>
          <View className="overview__count">{words.count(held, of)}</View>
        </View>
      ))}
      <View className="overview__way">{words.toHeld}</View>
    </View>
  );
}
