import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Output } from '@/contracts/operation';
import { MOST_PICTURES } from '@/contracts/picture';
import type { request } from '@/contracts/request';
import type { Failure } from '@/contracts/result';
import { attachmentsCopy } from '@/copy/privacy/attachments';
import { Button } from '@/ui/button';
import { Cells } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Notice } from '@/ui/notice';
import { HeldPicture } from './held-picture';
import { useChoosing } from './use-choosing';
import { useSending } from './use-sending';
import './attachments.less';

export interface AttachmentsProps {
  reading: Pick<Output<typeof request.read>, 'id' | 'attachments' | 'attachable'>;
  /** How many could not be sent when the request was filed. */
  unsent: number;
  /** Pictures came or went: read the request again. */
  onChanged: () => void;
}

/** The pictures of a request, and more of them while somebody may still look at it. */
export function Attachments({ reading, unsent, onChanged }: AttachmentsProps) {
  const { id, attachments, attachable } = reading;
  const [failure, setFailure] = useState<Failure>();
  const [isMissing, setIsMissing] = useState(unsent > 0);
  const [isSending, setIsSending] = useState(false);
  const { problem, choose } = useChoosing();
  const send = useSending();
  const left = MOST_PICTURES - attachments.length;
  const changed = () => {
    setFailure(undefined);
    onChanged();
  };
  const add = async () => {
    const pictures = await choose(left);
    if (pictures.length === 0) return;
    setIsSending(true);
    const sent = await send(id, pictures);
    setIsSending(false);
    setIsMissing(false);
    changed();
    setFailure(sent.failure);
  };
  if (!attachable && attachments.length === 0) return null;
  return (
    <>
      {attachable && isMissing && <Notice kind="warn">{attachmentsCopy.unsent(unsent)}</Notice>}
      <Cells title={attachmentsCopy.group} tips={attachable ? attachmentsCopy.tips : attachmentsCopy.seen}>
        {attachments.length > 0 && (
          <View className="pictures">
            {attachments.map(({ id: attachment }, index) => (
              <HeldPicture
                key={attachment}
                {...{ id, attachment }}
                place={index + 1}
                isRemovable={attachable}
                onGone={changed}
                onFailed={setFailure}
              />
            ))}
          </View>
        )}
        {attachable && left > 0 && (
          <View className="pictures-add">
            <Button size="mini" className="add-picture" loading={isSending} onTap={() => void add()}>
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
