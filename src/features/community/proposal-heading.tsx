import { View } from '@tarojs/components';
import { proposalCopy } from '@/copy/community';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { accessible } from '@/ui/accessible';
import { Tag } from '@/ui/tag';
import { bylineInWords, cityInWords, type Proposal } from './model';

/** The title, who signed it, when, and the city that the author confirmed. */
export function ProposalHeading({
  proposal: { title, byline, at, changedAt, place },
}: {
  proposal: Proposal;
}) {
  const city = cityInWords(place);
  return (
    <>
      <View className="community-head__title" {...accessible({ role: 'heading' })}>
        {title}
      </View>
      <View className="community-head__facts">
        <View>{bylineInWords(byline)}</View>
        {city !== undefined && <Tag text={city} />}
        {at !== null && <View>{instantInWords(at)}</View>}
        {changedAt !== null && changedAt !== at && (
          <View className="community-head__edited">{proposalCopy.editedAt(instantInWords(changedAt))}</View>
        )}
      </View>
    </>
  );
}
