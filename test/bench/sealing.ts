import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createSubjectKey } from '../../cloudfunctions/platform/keys';
import { openRow, sealFacts } from '../../cloudfunctions/platform/sealing';
import { dataMap } from '../../src/contracts/data-map';
import type { Collection, Document, Facts } from '../../src/contracts/data-map/grammar';
import { quietest } from './quietest';

/** What sealing one value costs, in microseconds, beside the same bytes through node:crypto alone. */
export interface SealingCost {
  value: string;
  bytes: number;
  seal: number;
  open: number;
  /** AES-256-GCM with the same associated data, nothing around it. */
  bareSeal: number;
  bareOpen: number;
}

const BOUND = 50;
const avatarBytes = 24_000;

/** One field alone, so that what is measured is that field. */
const alone = (name: 'nickname' | 'avatar'): Collection => ({
  ...dataMap.accounts,
  fields: { [name]: dataMap.accounts.fields[name] },
});

const values = {
  'a phone number': ['nickname', '13800138000'],
  'an avatar': ['avatar', `data:image/png;base64,${randomBytes(avatarBytes).toString('base64')}`],
} as const;

/** Microseconds a call in the quietest of several rounds. */
const microseconds = (work: () => unknown, calls: number): number =>
  (quietest(() => {
    for (let call = 0; call < calls; call += 1) work();
  }) *
    1000) /
  calls;

function costOf(value: string): SealingCost {
  const [name, clear] = values[value as keyof typeof values];
  const collection = alone(name);
  const { key } = createSubjectKey('bench', { current: { id: '0'.repeat(16), bytes: randomBytes(32) } });
  const facts = { [name]: clear } as Partial<Facts<Collection>>;
  const row = { _id: 'bench', ...sealFacts(collection, 'bench', facts, key) } as Document<Collection>;

  const bytes = Buffer.from(JSON.stringify(clear));
  const place = Buffer.from(`accounts|bench|${name}`);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(place);
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const tag = cipher.getAuthTag();
  const bareSeal = () => {
    const bare = createCipheriv('aes-256-gcm', key, randomBytes(12)).setAAD(place);
    return [bare.update(bytes), bare.final(), bare.getAuthTag()];
  };
  const bareOpen = () => {
    const bare = createDecipheriv('aes-256-gcm', key, nonce).setAAD(place).setAuthTag(tag);
    return [bare.update(sealed), bare.final()];
  };

  const calls = bytes.length > 1000 ? 100 : 1000;
  return {
    value,
    bytes: bytes.length,
    seal: microseconds(() => sealFacts(collection, 'bench', facts, key), calls),
    open: microseconds(() => openRow(collection, row, key), calls),
    bareSeal: microseconds(bareSeal, calls),
    bareOpen: microseconds(bareOpen, calls),
  };
}

/** Seals and opens a phone number and the largest kind of value, an avatar, as the functions do. */
export const benchSealing = (): SealingCost[] => Object.keys(values).map(costOf);

/** The costs as lines to print. */
export const formatSealing = (costs: readonly SealingCost[]): string =>
  costs
    .map(
      ({ value, bytes, seal, open, bareSeal, bareOpen }) =>
        `${value.padEnd(15)}${String(bytes).padStart(6)} bytes: seal ${seal.toFixed(1)} µs (node:crypto ${bareSeal.toFixed(1)}), open ${open.toFixed(1)} µs (${bareOpen.toFixed(1)})   at most ${BOUND} µs`,
    )
    .join('\n');
