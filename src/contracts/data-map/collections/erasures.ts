import * as z from 'zod/mini';
import { instant, sha256 } from '../../values';
import { collection } from '../grammar';
import { proof } from '../presets';

const planned = z.record(z.string(), z.int());

/**
 * The erasure journal: begun before anything is destroyed, wiped when nothing is found but a recipient has not yet said
 * that it deleted, certified when all have. `_id` is the random subject id; after a restore of a backup the journal is
 * replayed.
 */
export const erasures = collection({
  name: 'erasures',
  label: '注销日志',
  link: { by: 'none' },
  fields: {
    state: { ...proof, schema: z.enum(['begun', 'wiped', 'certified']), label: '状态' },
    begunAt: { ...proof, schema: instant, label: '开始时间' },
    certifiedAt: { ...proof, schema: instant, label: '完成时间', optional: true },
    keyFingerprint: { ...proof, schema: sha256, label: '要销毁的密钥的指纹' },
    /** Rows of the subject by collection, counted before the first is touched, so that a resumed run knows them. */
    planned: { ...proof, schema: planned, label: '各集合行数' },
  },
  times: { completed: 'certifiedAt' },
  indexes: [
    { name: 'by_state', on: ['state', 'begunAt'] },
    { name: 'by_end', on: ['certifiedAt'] },
  ],
});
