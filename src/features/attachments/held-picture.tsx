import { useState, type ReactNode } from 'react';
import type { Failure } from '@/contracts/result';
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
  const [isRemoving, setIsRemoving] = useState(false);
  const remove = async () => {
    setIsRemoving(true);
    const result = await holder.remove(id);
    setIsRemoving(false);
    if (result.ok) onGone();
    else onFailed(result.error);
  };
  return (
    <Thumbnail
      place={place}
      picture={picture}
      onAgain={again}
      onRemove={isRemovable ? () => void remove() : undefined}
      isRemoving={isRemoving}
    >
      {children}
    </Thumbnail>
  );
}
