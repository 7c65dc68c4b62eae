import * as z from 'zod/mini';

/** The collections whose rows others read. */
export const contentCollections = ['proposals', 'comments'] as const;

/** Something published, by its collection and id. */
export interface Content {
  collection: (typeof contentCollections)[number];
  id: string;
}

/** Names something published in one text: `proposals/…` or `comments/…`. */
export const contentRef = z
  .string()
  .check(z.regex(new RegExp(`^(?:${contentCollections.join('|')})/[0-9A-Za-z_-]{1,80}$`)));

/** The reference to something published. */
export const refOf = ({ collection, id }: Content): string => `${collection}/${id}`;

/** What a reference names; the schema above has read it. */
export function contentOf(reference: string): Content {
  const [collection, id = ''] = reference.split('/');
  return { collection: collection === 'comments' ? 'comments' : 'proposals', id };
}
