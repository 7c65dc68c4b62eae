import { View } from '@tarojs/components';
import { proposalCopy } from '@/copy/community';
import { dayOfInstant } from '@/features/privacy-centre/beijing-time';
import { to } from '@/platform/navigate';
import { accessible } from '@/ui/accessible';
import { spoken } from '@/ui/spoken';
import { Tag } from '@/ui/tag';
import { useFresh } from './fresh';
import { bylineInWords, cityInWords, type ProposalHead } from './model';
import './card.less';

/** One proposal of a list; all of it leads to the whole. */
export function Card({ head }: { head: ProposalHead }) {
  const supports = useFresh((fresh) => fresh.supports[head.id] ?? head.supports);
  const city = cityInWords(head.place);
  const by = bylineInWords(head.byline);
  const facts = [proposalCopy.supporters(supports), dayOfInstant(head.at)];
  const marks = [
    ...(head.hasPrices ? [proposalCopy.hasPrices] : []),
    ...(head.isEdited ? [proposalCopy.edited] : []),
  ];
  return (
    <View {...accessible({ role: 'listitem' })}>
      <View
        className="community-card"
        onClick={to('pages/community/proposal/index', { id: head.id })}
        {...accessible({
          role: 'link',
          label: spoken(head.title, head.beginning, by, city, ...facts, ...marks),
          pressable: true,
        })}
      >
        <View className="community-card__title">{head.title}</View>
        <View className="community-card__text">{head.beginning}</View>
        <View className="community-card__foot">
          <View className="community-card__by">{by}</View>
          {city !== undefined && <Tag text={city} />}
          {marks.map((mark) => (
            <View key={mark}>{mark}</View>
          ))}
          {facts.map((fact) => (
            <View key={fact}>{fact}</View>
          ))}
        </View>
      </View>
    </View>
  );
}
