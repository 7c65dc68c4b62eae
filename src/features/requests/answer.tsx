import { View } from '@tarojs/components';
import { decisions } from '@/contracts/decisions';
import { progressCopy } from '@/copy/privacy/requests';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { Cell, Cells } from '@/ui/cells';
import type { RequestReading } from './model';

const { answer: words } = progressCopy;

/** What was decided, why, by which rule, and what else the person can do (P62). */
export function Answer({ reading }: { reading: RequestReading }) {
  const { decision, decidedAt, reason, reply, alternative } = reading;
  if (decision === null) return null;
  return (
    <Cells title={words.group}>
      <Cell title={words.decision} value={decisions[decision].label} />
      {decidedAt !== null && <Cell title={words.at} value={instantInWords(decidedAt)} />}
      {reason && (
        <Cell
          title={words.reason}
          desc={
            <>
              <View>{reason.label}</View>
              <View>{`${words.law}：${reason.law}`}</View>
            </>
          }
        />
      )}
      {reply !== null && <Cell title={words.reply} desc={reply} />}
      {alternative !== null && <Cell title={words.alternative} desc={alternative} />}
    </Cells>
  );
}
