import { View } from '@tarojs/components';
import { decisions } from '@/contracts/decisions';
import { itemLabel } from '@/contracts/request-words';
import { progressCopy } from '@/copy/privacy/progress';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { to } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';
import { goesOnIn, yuanInWords, type RequestReading } from './model';

const { answer: words } = progressCopy;

/** What was decided, why, by which rule, and what else the person can do (P62). */
export function Answer({ reading }: { reading: RequestReading }) {
  const { decision, decidedAt, items, reason, reply, alternative, fee, duplicateOf, copySha256 } = reading;
  if (decision === null && duplicateOf === null) return null;
  return (
    <Cells title={words.group}>
      {decision !== null && <Cell title={words.decision} value={decisions[decision].label} />}
      {items !== null && <Cell title={words.items} desc={items.map(itemLabel).join('、')} />}
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
      {fee !== null && <Cell className="fee" title={words.fee} value={yuanInWords(fee)} />}
      {duplicateOf !== null && (
        <Cell
          className="to-repeated"
          {...goesOnIn(reading)}
          onTap={to('pages/privacy/progress/index', { id: duplicateOf })}
        />
      )}
      {copySha256 !== null && (
        <Cell
          className="copy-digest"
          title={words.digest.title}
          desc={
            <>
              <View>{copySha256}</View>
              <View>{words.digest.desc}</View>
            </>
          }
        />
      )}
    </Cells>
  );
}
