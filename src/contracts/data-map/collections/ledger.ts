import * as z from 'zod/mini';
import { eventTypes } from '../../events';
import { instant, sha256, text } from '../../values';
import { collection } from '../grammar';
import { lasting, proof } from '../presets';

/**
 * Append-only proof of what a person chose and what was done, one chain per subject; `_id` is `<subject>.<seq>`, so
 * that two writers can never both append the same row. The content lies under the subject's key: destroying the key
 * leaves an unbroken chain that says nothing about the person.
 */
export const ledger = collection({
  name: 'ledger',
  label: '存证',
  link: { by: 'field', field: 'subject' },
  fields: {
    subject: { ...lasting, schema: text(40), label: '随机编号' },
    seq: { ...lasting, schema: z.int(), label: '序号' },
    type: { ...lasting, schema: z.enum(eventTypes), label: '事件', access: 'show' },
    at: { ...lasting, schema: instant, label: '时间', access: 'show' },
    previous: { ...lasting, schema: sha256, label: '前一条的承诺值' },
    digest: { ...lasting, schema: sha256, label: '内容的加盐指纹' },
    /** Of the content as it lies, so that whoever cannot read it can still tell that it is the one. */
    sealed: { ...lasting, schema: sha256, label: '密文的指纹' },
    commitment: { ...lasting, schema: sha256, label: '承诺值' },
    content: {
      ...lasting,
      schema: z.strictObject({ salt: z.string(), body: z.record(z.string(), z.unknown()) }),
      label: '内容',
      store: 'sealed',
      access: 'show',
      erase: 'keep-until',
      because: `${proof.because}；内容只能用本人的密钥读出，密钥在注销时销毁`,
      optional: true,
    },
  },
  times: { written: 'at' },
  indexes: [
    { name: 'by_subject', on: ['subject', 'seq'], unique: true },
    { name: 'by_time', on: ['at', '_id'] },
    { name: 'by_type', on: ['type', 'at', '_id'] },
  ],
});
