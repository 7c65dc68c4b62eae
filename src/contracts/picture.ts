import * as z from 'zod/mini';

/** The formats that are taken, by what they are in `data:` addresses and as files. */
export const pictureFormats = {
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg' },
  png: { mediaType: 'image/png', extension: 'png' },
} as const satisfies Record<string, { mediaType: string; extension: string }>;

/** The format of a picture. */
export type PictureFormat = keyof typeof pictureFormats;

/** As much as reaches a function in one call: what is too large for a picture is told by a sentence of its own. */
export const MOST_SENT = 6_000_000;

/** A request may carry so many, and a proposal. */
export const MOST_PICTURES = 3;

/**
 * Of one person over all their requests, answered ones too, and over all their proposals: a bound on what they put into
 * the database.
 */
export const MOST_HELD = 30;

/** The size of one, in bytes of the file: several fit into a copy of data, and one into an answer (1 MB). */
export const LARGEST_PICTURE = 200_000;

/** More pixels than a phone's camera makes: what decompresses to more would stop whoever opens it. */
export const MOST_PIXELS = 50_000_000;

const ofFormats = Object.values(pictureFormats)
  .map(({ mediaType }) => mediaType.replace('image/', ''))
  .join('|');

/** A picture as it lies and travels back: a `data:` address, which every screen shows without fetching anything. */
export const storedPicture = z
  .string()
  .check(
    z.maxLength(Math.ceil(LARGEST_PICTURE / 3) * 4 + 32),
    z.regex(new RegExp(`^data:image/(${ofFormats});base64,[A-Za-z0-9+/]+={0,2}$`)),
  );

/** Every PNG file begins so in base64, and no JPEG file does. */
const PNG = 'iVBORw0KGgo';

/** A picture's `data:` address from the base64 of its file. */
export const addressOf = (base64: string): string => {
  const { mediaType } = pictureFormats[base64.startsWith(PNG) ? 'png' : 'jpeg'];
  return `data:${mediaType};base64,${base64}`;
};

/** The base64 in a `data:` address. */
export const base64Of = (address: string): string => address.slice(address.indexOf(',') + 1);
