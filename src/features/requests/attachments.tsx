import type { Output } from '@/contracts/operation';
import { request } from '@/contracts/request';
import { attachmentsCopy } from '@/copy/privacy/attachments';
import type { PictureHolder } from '@/features/attachments/holder';
import { PictureShelf } from '@/features/attachments/picture-shelf';
import { call } from '@/platform/call';

/** A request as what pictures lie with. */
export const requestPictures = (id: string): PictureHolder => ({
  add: (picture) => call(request.attach, { id, picture }),
  open: (attachment) => call(request.attachment, { id, attachment }),
  remove: (attachment) => call(request.detach, { id, attachment }),
});

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
  return (
    <PictureShelf
      holder={requestPictures(id)}
      held={attachments}
      isOpen={attachable}
      tips={attachable ? attachmentsCopy.tips : attachmentsCopy.seen}
      unsent={unsent > 0 ? attachmentsCopy.unsent(unsent) : undefined}
      onChanged={onChanged}
    />
  );
}
