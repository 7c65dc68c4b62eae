import { useCallback, useEffect } from 'react';
import { request } from '@/contracts/request';
import type { Failure } from '@/contracts/result';
import { useCall } from '@/features/call/use-call';
import { Thumbnail } from './thumbnail';

export interface HeldPictureProps {
  /** The request's id, and the picture's. */
  id: string;
  attachment: string;
  place: number;
  isRemovable: boolean;
  onGone: () => void;
  onFailed: (failure: Failure) => void;
}

/** A picture that lies with its request: fetched once, for it never changes; one that did not come, at a tap again. */
export function HeldPicture({ id, attachment, place, isRemovable, onGone, onFailed }: HeldPictureProps) {
  const { run: load, data, failure } = useCall(request.attachment);
  const detaching = useCall(request.detach);
  const open = useCallback(() => void load({ id, attachment }), [load, id, attachment]);
  useEffect(open, [open]);
  const remove = async () => {
    const result = await detaching.run({ id, attachment });
    if (result.ok) onGone();
    else onFailed(result.error);
  };
  return (
    <Thumbnail
      place={place}
      picture={data?.picture}
      onAgain={failure && open}
      onRemove={isRemovable ? () => void remove() : undefined}
      isRemoving={detaching.isRunning}
    />
  );
}
