import type { ReactNode } from 'react';
import { Image, View } from '@tarojs/components';
import { attachmentsCopy } from '@/copy/privacy/attachments';
import { accessible, inner } from '@/ui/accessible';
import { Button } from '@/ui/button';
import './attachments.less';

export interface ThumbnailProps {
  /** Which of them, from 1. */
  place: number;
  /** Its `data:` address; not there while it is on its way, or where it could not be had. */
  picture: string | undefined;
  /** Of one that could not be had: tries once more. */
  onAgain?: (() => void) | undefined;
  /** Not there where it can no longer be taken away. */
  onRemove?: (() => void) | undefined;
  isRemoving?: boolean;
  /** What else is to be said of it, under it. */
  children?: ReactNode;
}

/** One small picture with the way to take it away again. */
export function Thumbnail(props: ThumbnailProps) {
  const { place, picture, onAgain, onRemove, isRemoving = false, children } = props;
  const { loading, notOpened, notOpenedNamed, picture: named, remove, removeNamed } = attachmentsCopy;
  const again = onAgain && {
    onClick: onAgain,
    ...accessible({ role: 'button', label: notOpenedNamed(place), pressable: true }),
  };
  return (
    <View className="pictures__one">
      {picture === undefined ? (
        <View className="pictures__loading" {...(again ?? accessible({ role: 'status' }))}>
          {again ? notOpened : loading}
        </View>
      ) : (
        <Image
          className="pictures__image"
          mode="aspectFill"
          src={picture}
          {...accessible({ role: 'img', label: named(place) })}
          {...inner({ alt: named(place) })}
        />
      )}
      {children !== undefined && <View className="pictures__note">{children}</View>}
      {onRemove && (
        <Button
          size="mini"
          className="picture-remove"
          label={removeNamed(place)}
          loading={isRemoving}
          onTap={onRemove}
        >
          {remove}
        </Button>
      )}
    </View>
  );
}
