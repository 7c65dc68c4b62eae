import * as z from 'zod/mini';
import { isCityCode } from '../../city';
import { longestWritten, proposalStates } from '../../community-vocabulary';
import { priceTable } from '../../price-table';
import { keysOf } from '../../request-vocabulary';
import { instant, text } from '../../values';
import { collection } from '../grammar';
import { published, written } from './written';

/** A word's keyed digest, cut short: enough to find by, too little to tell one from another for sure. */
const searchTerm = z.string().check(z.regex(/^[A-Za-z0-9_-]{12}$/));

/**
 * What people propose to all. After the author is erased the row stays, because others' comments hang on it, with
 * nothing left in it: no word, no time, no place, and nobody's id.
 */
export const proposals = collection({
  name: 'proposals',
  label: '方案',
  link: { by: 'field', field: 'subject' },
  fields: {
    subject: { ...published, schema: text(40), label: '随机编号', erase: 'pseudonymise', as: 'erased' },
    state: {
      ...published,
      schema: z.enum(keysOf(proposalStates)),
      label: '状态',
      access: 'show',
      erase: 'pseudonymise',
      as: 'erased',
    },
    title: { ...written, schema: text(longestWritten.title), label: '标题' },
    text: { ...written, schema: text(longestWritten.text), label: '正文' },
    prices: { ...written, schema: priceTable, label: '价格表' },
    /** The name under which the author wants to be read; nobody's is shown that the author did not write here (P27). */
    byline: { ...written, schema: text(longestWritten.byline), label: '署名' },
    /** The code of a city that the author confirmed; there is no field for a position (P11). */
    place: {
      ...written,
      schema: z.string().check(z.refine(isCityCode)),
      label: '城市标签',
      category: 'location',
      purpose: 'location-tag',
      basis: 'consent',
      store: 'plain',
    },
    at: { ...published, schema: instant, label: '发布时间', access: 'show', optional: true },
    /** When it was edited last; `at` before that. */
    changedAt: { ...published, schema: instant, label: '修改时间', access: 'show', optional: true },
    /** A person keeps it from being read: however it is edited, a person alone lets it out again. */
    hidden: { ...published, schema: z.boolean(), label: '是否由人工隐藏', optional: true },
    supports: {
      ...published,
      schema: z.int().check(z.minimum(0)),
      label: '支持数',
      access: 'show',
      optional: true,
    },
    /** The place in time: `at` and the id, so that no two are equal and a page goes on exactly where one ended. */
    newest: { ...published, schema: text(140), label: '按时间的次序', optional: true },
    /** The same with the number of supports before it. */
    top: { ...published, schema: text(160), label: '按支持数的次序', optional: true },
    /** By what a search finds it, for sealed words cannot be searched. */
    terms: { ...published, schema: z.array(searchTerm), label: '搜索用的摘要', optional: true },
  },
  times: { collected: 'at' },
  indexes: [
    { name: 'by_subject', on: ['subject', 'newest'] },
    { name: 'by_newest', on: ['state', 'newest'] },
    { name: 'by_top', on: ['state', 'top'] },
    { name: 'by_place_newest', on: ['state', 'place', 'newest'] },
    { name: 'by_place_top', on: ['state', 'place', 'top'] },
    { name: 'by_term', on: ['terms', 'state', 'newest'] },
  ],
});
