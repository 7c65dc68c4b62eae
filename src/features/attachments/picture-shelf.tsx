import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { MOST_PICTURES } from '@/contracts/picture';
import type { Failure } from '@/contracts/result';
import { attachmentsCopy } from '@/copy/privacy/attachments';
import { useAlone } from '@/features/call/use-alone';
import { Button } from '@/ui/button';
import { Cells } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Notice } from '@/ui/notice';
import { HeldPicture } from './held-picture';
import { sendTo, type PictureHolder } from './holder';
import { useChoosing } from './use-choosing';
import './attachments.less';

export interface PictureShelfProps {
  holder: PictureHolder;
  held: readonly { id: string; note?: ReactNode }[];
  /** Whether pictures may come and go. */
  isOpen: boolean;
  tips: string;
  /** That some could not be sent with what they belong to; nothing where all came. */
  unsent: string | undefined;
  /** Pictures came or went. */
  onChanged: () => void;
}

/** The pictures that lie with something, and more of them while that is open. */
export function PictureShelf({ holder, held, isOpen, tips, unsent, onChanged }: PictureShelfProps) {
  const [failure, setFailure] = useState<Failure>();
  const [hasSent, setHasSent] = useState(false);
  const { isRunning, alone } = useAlone();
  const { problem, choose } = useChoosing();
  const left = MOST_PICTURES - held.length;
  const changed = () => {
    setFailure(undefined);
    onChanged();
  };
  const add = async () => {
    const pictures = await choose(left);
    if (pictures.length === 0) return;
    const sent = await sendTo(holder, pictures);
    setHasSent(true);
    changed();
    setFailure(sent.failure);
  };
  if (!isOpen && held.length === 0) return null;
  return (
    <>
      {isOpen && !hasSent && unsent !== undefined && <Notice kind="warn">{unsent}</Notice>}
      <Cells title={attachmentsCopy.group} tips={tips}>
        {held.length > 0 && (
          <View className="pictures">
            {held.map(({ id, note }, index) => (
              <HeldPicture
                key={id}
                {...{ holder, id }}
                place={index + 1}
                isRemovable={isOpen}
                onGone={changed}
                onFailed={setFailure}
              >
                {note}
              </HeldPicture>
            ))}
          </View>
        )}
        {isOpen && left > 0 && (
          <View className="pictures-add">
            <Button size="mini" className="add-picture" loading={isRunning} onTap={() => void alone(add)}>
              {attachmentsCopy.add}
            </Button>
          </View>
        )}
      </Cells>
      {problem && <Notice kind="warn">{attachmentsCopy.problems[problem]}</Notice>}
      <FailureNotice failure={failure} />
    </>
  );
}
