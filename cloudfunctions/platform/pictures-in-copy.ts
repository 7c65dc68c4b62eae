import { dataMap } from '../../src/contracts/data-map';
import { presentWhole, type PresentedField } from '../../src/contracts/data-map/derive/presentation';
import { base64Of, MOST_HELD, pictureFormats } from '../../src/contracts/picture';
import { exportCopy } from '../copy/export';
import type { Member } from './member';
import { openRow } from './sealing';
import type { Row, Store } from './store';

type Head = Omit<Row<'request_attachments'>, 'picture'>;
const HEAD = ['_id', 'requestId', 'at', 'format', 'bytes'] as const;

/** A picture that a person added, and the file it is in a copy of data, where there may be room for it. */
export interface CopiedPicture {
  head: Head;
  file?: { name: string; bytes: Buffer };
}

async function opened(store: Store, { key }: Member, { _id }: Head): Promise<Buffer | undefined> {
  const row = await store.get('request_attachments', _id);
  return row && Buffer.from(base64Of(openRow(dataMap.request_attachments, row, key).picture), 'base64');
}

/**
 * A person's pictures, oldest first; of the newest, as many as `room` bytes may hold are opened, one by one, for all of
 * them at once would be more than a function can answer.
 */
export async function picturesFor(store: Store, member: Member, room: number): Promise<CopiedPicture[]> {
  const oldestFirst = { orderBy: ['at', 'asc'], limit: MOST_HELD, only: HEAD } as const;
  const heads: Head[] = await store.find('request_attachments', { subject: member.id }, oldestFirst);
  const pictures: CopiedPicture[] = heads.map((head) => ({ head }));
  let left = room;
  for (const [index, picture] of [...pictures.entries()].reverse()) {
    left -= picture.head.bytes;
    if (left < 0) break;
    const bytes = await opened(store, member, picture.head);
    const { extension } = pictureFormats[picture.head.format];
    if (bytes) picture.file = { name: `pictures/${String(index + 1)}.${extension}`, bytes };
  }
  return pictures;
}

/** The pictures as the copy's tables name them: each by its file, or by where else it can be seen. */
export const presentedPictures = (pictures: readonly CopiedPicture[]): PresentedField[][] =>
  pictures.map(({ head, file }) =>
    presentWhole(dataMap.request_attachments, {
      ...head,
      picture: file?.name ?? exportCopy.pictureElsewhere,
    }),
  );

/** The same with the oldest that has a file without it: what does not fit. */
export function withoutOldest(pictures: readonly CopiedPicture[]): CopiedPicture[] {
  const oldest = pictures.findIndex(({ file }) => file !== undefined);
  return pictures.map(({ head, file }, index) => ({ head, ...(file && index !== oldest && { file }) }));
}
