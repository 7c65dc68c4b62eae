import type { ReactNode } from 'react';
import type { Failure } from '@/contracts/result';
import { useAlone } from '@/features/call/use-alone';
import type { PictureHolder } from './holder';
import { Thumbnail } from './thumbnail';
import { useOpened } from './use-opened';

export interface HeldPictureProps {
  holder: PictureHolder;
  id: string;
  place: number;
  isRemovable: boolean;
  onGone: () => void;
  onFailed: (failure: Failure) => void;
  /** What else is to be said of it. */
  children?: ReactNode;
}

/** A picture that is kept already, with the way to take it away again. */
export function HeldPicture({
  holder,
  id,
  place,
  isRemovable,
  onGone,
  onFailed,
  children,
}: HeldPictureProps) {
  const { picture, again } = useOpened(holder, id);
  const { isRunning, alone } = useAlone();
  const remove = async () => {
    const result = await holder.remove(id);
    if (result.ok) onGone();
    else onFailed(result.error);
  };
  return (
    <Thumbnail
      place={place}
      picture={picture}
      onAgain={again}
      onRemove={isRemovable ? () => void alone(remove) : undefined}
      isRemoving={isRunning}
    >
      {children}
    </Thumbnail>
  );
}
