import * as z from 'zod/mini';
import { operationsOf } from './operation';
import { MOST_SENT, storedPicture } from './picture';
import { id, instant } from './values';

const operation = operationsOf('request');
const ofReadable = ['NOT_REGISTERED', 'FROZEN', 'LOCKED', 'REQUEST_UNKNOWN', 'REQUEST_ALTERED'] as const;
const ofOwn = [...ofReadable, 'REQUEST_OF_GUARDIAN', 'REQUEST_STATE'] as const;

/** A picture of a request without its content. */
export const attachmentSummary = z.strictObject({ id, at: instant, bytes: z.int() });

/** All of a request's pictures, oldest first. */
const held = z.strictObject({ id, attachments: z.array(attachmentSummary) });

/**
 * Adds a picture, as base64 of a JPEG or PNG file, to a request that is still worked on. What the file says besides the
 * picture (place, time, device) is left out. The same picture once more changes nothing and answers the same.
 */
export const attach = operation('attach', {
  writes: 'again',
  input: z.strictObject({ id, picture: z.string().check(z.minLength(1), z.maxLength(MOST_SENT)) }),
  output: held,
  errors: [...ofOwn, 'PICTURE_UNREADABLE', 'PICTURE_TOO_LARGE', 'PICTURES_ENOUGH', 'PICTURES_FULL'],
});

/** Takes a picture away while the request is still worked on; one that is gone already changes nothing. */
export const detach = operation('detach', {
  writes: 'again',
  input: z.strictObject({ id, attachment: id }),
  output: held,
  errors: ofOwn,
});

/** One picture of a request, whole, for whoever may read that. */
export const attachment = operation('attachment', {
  input: z.strictObject({ id, attachment: id }),
  output: z.strictObject({ id, picture: storedPicture }),
  errors: [...ofReadable, 'PICTURE_UNKNOWN'],
});
