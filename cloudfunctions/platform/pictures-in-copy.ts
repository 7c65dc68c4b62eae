import { dataMap } from '../../src/contracts/data-map';
import { presentWhole, type PresentedField } from '../../src/contracts/data-map/derive/presentation';
import { base64Of, MOST_HELD, pictureFormats } from '../../src/contracts/picture';
import { exportCopy } from '../copy/export';
import type { Member } from './member';
import { readableFacts } from './sealing';
import type { Row, Store } from './store';

type Head = Omit<Row<'request_attachments'>, 'picture'>;
const HEAD = ['_id', 'requestId', 'at', 'format', 'bytes'] as const;

/** A picture that a person added, and the file it is in a copy of data, where there may be room for it. */
export interface CopiedPicture {
  head: Head;
  file?: { name: string; bytes: Buffer };
  /** It was altered, so that it does not open. */
  isDamaged?: boolean;
}

/** What a picture is in the copy: a file of this name, or damaged; neither where it is gone by now. */
async function opened(store: Store, { key }: Member, { _id, format }: Head, name: string) {
  const row = await store.get('request_attachments', _id);
  if (!row) return {};
  const { picture } = readableFacts(dataMap.request_attachments, row, key).facts;
  if (picture === undefined) return { isDamaged: true };
  const bytes = Buffer.from(base64Of(picture), 'base64');
  return { file: { name: `${name}.${pictureFormats[format].extension}`, bytes } };
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
    Object.assign(picture, await opened(store, member, picture.head, `pictures/${String(index + 1)}`));
  }
  return pictures;
}

/** The pictures as the copy's tables name them: each by its file, or by where else it can be seen. */
export const presentedPictures = (pictures: readonly CopiedPicture[]): PresentedField[][] =>
  pictures.map(({ head, file, isDamaged }) =>
    presentWhole(dataMap.request_attachments, {
      ...head,
      picture: file?.name ?? (isDamaged ? exportCopy.damaged : exportCopy.pictureElsewhere),
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
