import * as z from 'zod/mini';
import { isoDay, policyVersion } from './values';

/** The six material changes of the policy's section 10.2, as people read them. */
export const changeKinds = {
  service: '处理信息的用途、种类或用法变了',
  ownership: '公司的所有权或组织变了',
  recipients: '接收信息的对象变了',
  rights: '您的权利或行使的办法变了',
  contact: '负责的部门或联系方式变了',
  impact: '影响评估显示有高风险',
} as const;

/** One of them. */
export type ChangeKind = keyof typeof changeKinds;

const kindNames = Object.keys(changeKinds) as [ChangeKind, ...ChangeKind[]];

/** What a newer version changes for whoever lives under an older one, in sentences. */
export const policyChange = z.strictObject({
  /** Which material changes it makes, each with the facts that make it so; empty when only the wording changed. */
  kinds: z.array(z.strictObject({ kind: z.enum(kindNames), label: z.string(), facts: z.array(z.string()) })),
  /** Why whoever agreed to the older one must agree anew; empty when being told is enough. */
  asks: z.array(z.string()),
  /** Whether the older terms go on for a person until they agree. */
  mustAgree: z.boolean(),
  /** The whole in one or two sentences. */
  summary: z.string(),
});

/** What a newer version changes, in sentences. */
export type PresentedChange = z.infer<typeof policyChange>;

/** A version that the reader has not agreed to yet and has to know of. */
export const policyNews = z.strictObject({
  ...policyChange.shape,
  version: policyVersion,
  /** The version to compare it with: what the reader agreed to, or the one before; null where that is not archived. */
  since: z.nullable(policyVersion),
  effectiveOn: isoDay,
  state: z.enum(['in-force', 'announced']),
});

/** What has to be told about a newer version. */
export type PolicyNews = z.infer<typeof policyNews>;
