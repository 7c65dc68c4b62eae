import * as z from 'zod/mini';
import { instant, text } from '../../values';
import { lawfulExceptions } from '../exceptions';
import { collection } from '../grammar';
import { proof } from '../presets';
import { recipients } from '../recipients';

const names = z.array(text(80));

/**
 * Everything that leaves to a recipient, is to be deleted by one, or was given to an authority: which fields, never
 * their values. The recipient knows the person by `reference` alone, which says nothing, so that it can be told to
 * delete after the account is gone (P22, P24, P51).
 */
export const disclosures = collection({
  name: 'disclosures',
  label: '对外提供记录',
  link: { by: 'field', field: 'subject' },
  fields: {
    subject: { ...proof, schema: text(40), label: '随机编号' },
    /** The recipient's id, or the authority's name. */
    to: {
      ...proof,
      schema: z.union([z.enum(Object.keys(recipients)), text(80)]),
      label: '接收方',
      access: 'show',
    },
    kind: { ...proof, schema: z.enum(['delivery', 'deletion', 'compelled']), label: '类型', access: 'show' },
    fields: { ...proof, schema: names, label: '提供的信息', access: 'show' },
    /** Fields that somebody wanted to give and the door held back (P24). */
    heldBack: { ...proof, schema: names, label: '拦下的信息', optional: true },
    /** The random name by which the recipient knows the person. */
    reference: { ...proof, schema: text(64), label: '对接收方的编号' },
    /** Under law: the case of section 3 and the document's number (P22). */
    exception: {
      ...proof,
      schema: z.enum(lawfulExceptions as [string, ...string[]]),
      label: '依据',
      optional: true,
    },
    document: {
      ...proof,
      schema: text(120),
      label: '文件编号',
      source: 'staff',
      access: 'show',
      optional: true,
    },
    state: {
      ...proof,
      schema: z.enum(['waiting', 'done', 'refused', 'excused']),
      label: '状态',
      access: 'show',
    },
    /** Why the door stayed shut, or why a recipient is excused from deleting. */
    reason: { ...proof, schema: text(200), label: '原因', access: 'show', optional: true },
    /** The approved request to delete that asked for it; it is done when every such row is closed. */
    requestId: { ...proof, schema: text(80), label: '删除请求编号', optional: true },
    /** The law that lets a recipient keep what it was told to delete. */
    law: { ...proof, schema: text(120), label: '法律依据', source: 'staff', optional: true },
    tries: { ...proof, schema: z.int(), label: '尝试次数' },
    createdAt: { ...proof, schema: instant, label: '产生时间', access: 'show' },
    nextAt: { ...proof, schema: instant, label: '下次发送时间' },
    doneAt: { ...proof, schema: instant, label: '完成时间', access: 'show', optional: true },
  },
  times: { collected: 'createdAt', completed: 'doneAt' },
  indexes: [
    { name: 'by_subject', on: ['subject', 'createdAt'] },
    { name: 'by_next', on: ['to', 'state', 'nextAt'] },
    // Holds `to` as well, so that who has something waiting is read from the index alone.
    { name: 'by_due', on: ['state', 'nextAt', 'to'] },
    { name: 'by_time', on: ['createdAt'] },
    { name: 'by_done', on: ['doneAt'] },
  ],
});
