import type { Field } from './grammar';

type Common<K extends keyof Field> = Pick<Field, K>;

/** Facts that the system itself keeps to do its work; no page shows them and they go with the account. */
export const working = {
  category: 'record',
  purpose: 'rights',
  basis: 'contract',
  sensitive: false,
  source: 'system',
  store: 'plain',
  retain: { from: 'collected', for: 'account' },
  access: 'omit',
  correct: 'never',
  erase: 'drop',
} as const satisfies Common<Exclude<keyof Field, 'schema' | 'label' | 'because' | 'optional'>>;

/**
 * Proof of how a right was handled: kept without the person's content, for PIPL 69 places the burden on the handler.
 */
export const proof = {
  ...working,
  basis: 'legal-duty',
  retain: { from: 'completed', for: 'P3Y' },
  erase: 'keep-until',
  because: '《个人信息保护法》第六十九条、第五十五条和第五十六条：处理者证明自己没有过错，记录至少保存三年',
} as const;

/**
 * Proof that belongs to a person as a whole: it lasts while the account does and ends when the certificate of erasure
 * does. One month longer than the rest, so that the anchors over a chain are gone before the chain is.
 */
export const lasting = { ...proof, retain: { from: 'deregistered', for: 'P37M' } } as const;

/** An optional item that a person may give, change and clear alone. */
export const optionalProfile = {
  category: 'profile',
  purpose: 'profile',
  basis: 'consent',
  sensitive: false,
  source: 'subject',
  store: 'sealed',
  retain: { from: 'collected', for: 'account' },
  access: 'show',
  correct: 'self',
  erase: 'drop',
  optional: true,
} as const satisfies Common<Exclude<keyof Field, 'schema' | 'label' | 'because'>>;
