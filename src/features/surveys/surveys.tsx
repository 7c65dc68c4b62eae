import { View } from '@tarojs/components';
import { community } from '@/contracts/community';
import { surveysCopy } from '@/copy/survey';
import { useLoaded } from '@/features/call/use-loaded';
import { endInWords } from '@/features/privacy-centre/beijing-time';
import { Loaded } from '@/features/privacy-centre/loaded';
import { useSessionOnShow } from '@/features/session/use-session-on-show';
import { to } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';
import { Empty } from '@/ui/states';
import { Tag } from '@/ui/tag';
import type { SurveyHead } from './model';
import './survey.less';

/** The surveys there are, for everyone; who filled one in sees that too. */
export function Surveys() {
  const { status } = useSessionOnShow();
  const read = useLoaded(community.surveys, {});
  return (
    <Loaded state={read}>
      {({ surveys }) =>
        surveys.length === 0 ? (
          <Empty {...surveysCopy.empty} />
        ) : (
          <Cells title={surveysCopy.group}>
            {surveys.map((head) => (
              <Row key={head.id} head={head} isMarked={status !== 'guest' && head.isAnswered} />
            ))}
          </Cells>
        )
      }
    </Loaded>
  );
}

function Row({ head: { id, title, closesAt, isOpen }, isMarked }: { head: SurveyHead; isMarked: boolean }) {
  const end = endInWords(closesAt);
  return (
    <Cell
      className="survey-row"
      title={
        <View className="survey-row__title">
          {title}
          <Tag text={isOpen ? surveysCopy.open : surveysCopy.over} tone={isOpen ? 'good' : 'plain'} />
          {isMarked && <Tag text={surveysCopy.answered} />}
        </View>
      }
      desc={isOpen ? surveysCopy.until(end) : surveysCopy.ended(end)}
      onTap={to('pages/community/survey/index', { id })}
    />
  );
}
