import * as z from 'zod/mini';
import { pictureStates } from '../../community-vocabulary';
import { LARGEST_PICTURE, pictureFormats, storedPicture } from '../../picture';
import { keysOf } from '../../request-vocabulary';
import { instant, text } from '../../values';
import { collection } from '../grammar';
import { published } from './written';

/**
 * Pictures of a proposal, one a row; a row goes whole with its author, and when it is
 * taken away unless a person had kept it back. `_id` is a keyed digest
 * of the proposal and of the picture's bytes: the same picture sent twice is one row.
 */
export const pictures = collection({
  name: 'pictures',
  label: '方案的图片',
  link: { by: 'field', field: 'subject' },
  fields: {
    subject: { ...published, schema: text(40), label: '随机编号' },
    proposal: { ...published, schema: text(80), label: '方案编号', access: 'show' },
    state: { ...published, schema: z.enum(keysOf(pictureStates)), label: '状态', access: 'show' },
    at: { ...published, schema: instant, label: '添加时间', access: 'show' },
    format: { ...published, schema: z.enum(keysOf(pictureFormats)), label: '图片格式' },
    /** Of the file itself, not of what lies sealed. */
    bytes: {
      ...published,
      schema: z.int().check(z.minimum(1), z.maximum(LARGEST_PICTURE)),
      label: '图片大小',
    },
    picture: {
      ...published,
      category: 'service',
      source: 'subject',
      store: 'sealed',
      access: 'show',
      schema: storedPicture,
      label: '图片',
      optional: true,
    },
    /** A person kept it back and its author took it away: the same does not come back past that person. */
    removed: { ...published, schema: z.boolean(), label: '是否已去掉', optional: true },
    /** The file in cloud storage from which WeChat fetches it, for as long as it looks; written before that exists. */
    file: { ...published, schema: text(500), label: '检查用的临时文件', optional: true },
    /** By what WeChat names its look; while it looks. */
    trace: { ...published, schema: text(128), label: '检查编号', optional: true },
    /** When the timer takes the look up again, unless it is settled by then. */
    nextAt: { ...published, schema: instant, label: '下次处理检查的时间', optional: true },
  },
  times: { collected: 'at' },
  indexes: [
    { name: 'by_subject', on: ['subject', 'at'] },
    { name: 'by_proposal', on: ['proposal', 'at'] },
    { name: 'by_state', on: ['state', 'nextAt'] },
    { name: 'by_trace', on: ['trace'] },
  ],
});
