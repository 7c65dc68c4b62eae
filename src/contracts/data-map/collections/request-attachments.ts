import * as z from 'zod/mini';
import { keysOf } from '../../request-vocabulary';
import { instant, text } from '../../values';
import { storedPicture, LARGEST_PICTURE, pictureFormats } from '../../picture';
import { collection } from '../grammar';
import { working } from '../presets';

/** As long as what the person wrote in the request, and counted from the same day. */
const living = { ...working, retain: { from: 'completed', for: 'P3Y' } } as const;

/**
 * Pictures that a person added to a request, one a row, so that no file outlives it. `_id` is a keyed digest of the
 * request and of the picture's bytes: the same picture sent twice is one row. Nothing of them stays after erasure.
 */
export const requestAttachments = collection({
  name: 'request_attachments',
  label: '请求的图片',
  link: { by: 'field', field: 'subject' },
  fields: {
    subject: { ...living, schema: text(40), label: '随机编号' },
    requestId: { ...living, schema: text(80), label: '请求编号', access: 'show' },
    at: { ...living, schema: instant, label: '添加时间', access: 'show' },
    format: { ...living, schema: z.enum(keysOf(pictureFormats)), label: '图片格式' },
    /** Of the file itself, not of what lies sealed. */
    bytes: {
      ...living,
      schema: z.int().check(z.minimum(1), z.maximum(LARGEST_PICTURE)),
      label: '图片大小',
    },
    picture: {
      ...living,
      category: 'service',
      source: 'subject',
      store: 'sealed',
      access: 'show',
      schema: storedPicture,
      label: '图片',
    },
    /** When its request ended; not there while that is open, so that it never ages before. */
    closedAt: { ...living, schema: instant, label: '请求办结时间', optional: true },
  },
  times: { written: 'at', completed: 'closedAt' },
  indexes: [
    { name: 'by_subject', on: ['subject', 'at'] },
    { name: 'by_request', on: ['requestId', 'at'] },
    { name: 'by_end', on: ['closedAt'] },
  ],
});
