import * as z from 'zod/mini';
import { instant, sha256, text } from '../../values';
import { collection } from '../grammar';
import { lasting } from '../presets';

/**
 * The key vault: subject keys, wrapped by a master key, in an environment of their own, so that a restore of the main
 * database brings no key back (P52). `_id` is the random subject id. A destroyed key leaves its row as a tombstone,
 * from which erasures are replayed after a restore; it names nobody.
 */
export const keys = collection({
  name: 'keys',
  label: '数据密钥',
  environment: 'keys',
  link: { by: 'none' },
  fields: {
    wrapped: { ...lasting, schema: text(400), label: '已加密的密钥' },
    wrappedBy: { ...lasting, schema: text(16), label: '主密钥编号' },
    /** The name under which a certificate of erasure knows it; it outlives a rotation and the key. */
    fingerprint: { ...lasting, schema: sha256, label: '密钥指纹' },
    state: { ...lasting, schema: z.enum(['live', 'destroyed']), label: '状态' },
    changedAt: { ...lasting, schema: instant, label: '变动时间' },
  },
  indexes: [
    { name: 'by_master', on: ['state', 'wrappedBy'] },
    { name: 'by_state', on: ['state', 'changedAt'] },
  ],
});
