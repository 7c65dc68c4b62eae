import { Image, View } from '@tarojs/components';
import { community } from '@/contracts/community';
import { pictureStates } from '@/contracts/community-vocabulary';
import { picturesCopy } from '@/copy/community';
import type { PictureHolder } from '@/features/attachments/holder';
import { PictureShelf } from '@/features/attachments/picture-shelf';
import { useOpened } from '@/features/attachments/use-opened';
import { call } from '@/platform/call';
import { accessible, inner } from '@/ui/accessible';
import { Notice } from '@/ui/notice';
import type { Proposal } from './model';
import { useLooks } from './use-looks';

/** A proposal as what pictures lie with. */
export const proposalPictures = (id: string) =>
  ({
    add: (picture: string) => call(community.addPicture, { id, picture }),
    open: (picture: string) => call(community.picture, { id: picture }),
    remove: (picture: string) => call(community.removePicture, { id, picture }),
  }) satisfies PictureHolder;

/** One picture as wide as the page; while it is on its way, or did not come, a place that says so. */
function Shown({ proposal, id, place }: { proposal: string; id: string; place: number }) {
  const { picture, again } = useOpened(proposalPictures(proposal), id);
  const label = picturesCopy.shown(place);
  if (picture !== undefined)
    return (
      <View className="proposal-picture">
        <Image
          className="proposal-picture__image"
          mode="widthFix"
          src={picture}
          {...accessible({ role: 'img', label })}
          {...inner({ alt: label })}
        />
      </View>
    );
  const words = again ? picturesCopy.again(place) : picturesCopy.loading;
  return (
    <View
      className="proposal-picture proposal-picture_waiting"
      {...(again
        ? { onClick: again, ...accessible({ role: 'button', label: words, pressable: true }) }
        : accessible({ role: 'status' }))}
    >
      {words}
    </View>
  );
}

/** What everyone sees of a proposal's pictures. */
export function ProposalPictures({ proposal: { id, pictures } }: { proposal: Proposal }) {
  return (
    <>
      {pictures
        .filter(({ state }) => state === 'published')
        .map((each, index) => (
          <Shown key={each.id} proposal={id} id={each.id} place={index + 1} />
        ))}
    </>
  );
}

export interface OwnPicturesProps {
  proposal: Proposal;
  /** How many could not be sent when the proposal was published. */
  unsent: number;
  onChanged: () => void;
}

/** The author's pictures, what became of each, and more of them. */
export function OwnPictures({ proposal: { id, pictures }, unsent, onChanged }: OwnPicturesProps) {
  const { hasLost, takenAway, sent, lookNow } = useLooks(pictures, onChanged);
  const holder = proposalPictures(id);
  return (
    <>
      {hasLost && (
        <Notice kind="warn" title={picturesCopy.lost.title}>
          {picturesCopy.lost.text}
        </Notice>
      )}
      <PictureShelf
        holder={{
          ...holder,
          add: async (picture) => {
            const result = await holder.add(picture);
            if (result.ok) sent(result.data.pictures.map((each) => each.id));
            return result;
          },
          remove: (picture) => {
            takenAway(picture);
            return holder.remove(picture);
          },
        }}
        held={pictures.map((each) => ({
          id: each.id,
          ...(each.state !== 'published' && { note: pictureStates[each.state].label }),
        }))}
        isOpen
        tips={picturesCopy.tips}
        unsent={unsent > 0 ? picturesCopy.unsent(unsent) : undefined}
        onChanged={lookNow}
      />
    </>
  );
}
