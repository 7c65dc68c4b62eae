import { dataMap } from '../../src/contracts/data-map';
import { presentWhole, type PresentedField } from '../../src/contracts/data-map/derive/presentation';
import { base64Of, MOST_HELD, pictureFormats } from '../../src/contracts/picture';
import { exportCopy } from '../copy/export';
import type { Member } from './member';
import { readableFacts } from './sealing';
import type { Row, Store } from './store';

const HEAD = ['_id', 'at', 'format', 'bytes'] as const;

/** The collections whose rows hold a picture each, and what else of a row a copy tells. */
const shelves = {
  request_attachments: [...HEAD, 'requestId'],
  pictures: [...HEAD, 'proposal', 'state', 'removed'],
} as const;

type Shelf = keyof typeof shelves;
type Head = Pick<Row<Shelf>, (typeof HEAD)[number]>;

/** Whether the rows of a collection hold pictures, which a copy gives as files. */
export const isShelf = (name: string): name is Shelf => Object.hasOwn(shelves, name);

/** A picture that a person added, and the file it is in a copy of data, where there may be room for it. */
export interface CopiedPicture {
  shelf: Shelf;
  head: Head;
  file?: { name: string; bytes: Buffer };
  /** It was altered, so that it does not open. */
  isDamaged?: boolean;
}

/** A row that outlived its picture: the person took it away, and there is nothing to open. */
const isEmptied = (head: Head): boolean => 'removed' in head && head.removed === true;

/** What a picture is in the copy: a file of this name, or damaged; neither where it is gone by now. */
async function opened(store: Store, { key }: Member, { shelf, head }: CopiedPicture, name: string) {
  const row = await store.get(shelf, head._id);
  if (!row) return {};
  const { picture } = readableFacts<(typeof dataMap)[Shelf]>(dataMap[shelf], row, key).facts;
  if (picture === undefined) return { isDamaged: true };
  const bytes = Buffer.from(base64Of(picture), 'base64');
  return { file: { name: `${name}.${pictureFormats[head.format].extension}`, bytes } };
}

/**
 * A person's pictures, oldest first; of the newest, as many as `room` bytes may hold are opened, one by one, for all of
 * them at once would be more than a function can answer.
 */
export async function picturesFor(store: Store, member: Member, room: number): Promise<CopiedPicture[]> {
  const pictures: CopiedPicture[] = [];
  for (const shelf of Object.keys(shelves) as Shelf[]) {
    const oldestFirst = { orderBy: ['at', 'asc'], limit: MOST_HELD } as const;
    const only = shelves[shelf] as readonly (typeof HEAD)[number][];
    const heads = await store.find(shelf, { subject: member.id }, { ...oldestFirst, only });
    pictures.push(...heads.map((head) => ({ shelf, head })));
  }
  pictures.sort((one, other) => (one.head.at < other.head.at ? -1 : 1));
  let left = room;
  for (const [index, picture] of [...pictures.entries()].reverse()) {
    if (isEmptied(picture.head)) continue;
    left -= picture.head.bytes;
    if (left < 0) break;
    Object.assign(picture, await opened(store, member, picture, `pictures/${String(index + 1)}`));
  }
  return pictures;
}

/** The pictures of one collection as the copy's tables name them: each by its file, or by where else it can be seen. */
export const presentedPictures = (pictures: readonly CopiedPicture[], of: Shelf): PresentedField[][] =>
  pictures
    .filter(({ shelf }) => shelf === of)
    .map(({ head, file, isDamaged }) =>
      presentWhole(dataMap[of], {
        ...head,
        ...(!isEmptied(head) && {
          picture: file?.name ?? (isDamaged ? exportCopy.damaged : exportCopy.pictureElsewhere),
        }),
      }),
    );

/** The same with the oldest that has a file without it: what does not fit. */
export function withoutOldest(pictures: readonly CopiedPicture[]): CopiedPicture[] {
  const oldest = pictures.findIndex(({ file }) => file !== undefined);
  return pictures.map(({ file, ...picture }, index) => ({
    ...picture,
    ...(file && index !== oldest && { file }),
  }));
}
