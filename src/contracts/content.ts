import * as z from 'zod/mini';

/** The collections whose rows others read. */
export const contentCollections = ['proposals', 'comments', 'pictures'] as const;

/** Something published, by its collection and id. */
export interface Content {
  collection: (typeof contentCollections)[number];
  id: string;
  /** Milliseconds of when these very words were written, where only they are meant. */
  written?: number;
}

/**
 * Names something published in one text: `proposals.…`, `comments.…` or `pictures.…`, with `~` and a time where words
 * are meant. Of signs alone that an address of a page carries as they are, for no router decodes what a page is opened
 * with.
 */
export const contentRef = z
  .string()
  .check(z.regex(new RegExp(`^(?:${contentCollections.join('|')})\\.[0-9A-Za-z_-]{1,80}(?:~\\d{1,15})?$`)));

/** The reference to something published. */
export const refOf = ({ collection, id, written }: Content): string =>
  `${collection}.${id}${written === undefined ? '' : `~${String(written)}`}`;

/** What a reference names; the schema above has read it. */
export function contentOf(reference: string): Content {
  const [name, id = '', written] = reference.split(/[.~]/);
  return {
    collection: contentCollections.find((each) => each === name) ?? 'proposals',
    id,
    ...(written !== undefined && { written: Number(written) }),
  };
}
