import * as z from 'zod/mini';
import { age, folded, instant, mobile, policyVersion, sha256, text } from '../../values';
import { isCityCode } from '../../city';
import { collection } from '../grammar';
import { longest } from '../longest';
import { optionalProfile, working } from '../presets';
import { trace } from '../trace';
import { consentPurposes } from '../vocabulary';
import { relationships } from './guardian-consents';

/** A small picture that travels and lies inside the row, so that no file outlives the account. */
const picture = z
  .string()
  .check(z.maxLength(32_768), z.regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/));

const grant = z.strictObject({ granted: z.boolean(), at: instant, policyVersion, seq: z.int() });

/** A grant to one recipient, with the digest of the terms it was given for: other terms void it (P23). */
const share = z.strictObject({
  granted: z.boolean(),
  at: instant,
  policyVersion,
  seq: z.int(),
  terms: sha256,
  /** When it last said that it received something. */
  deliveredAt: z.optional(instant),
  /**
   * Every field that ever left to it, noted before it leaves, for the answer may be lost: what it is asked to delete.
   */
  sent: z.optional(z.array(text(80))),
  /** The random name by which it knows the person, so that it can be told to delete however long ago that was. */
  reference: z.optional(text(64)),
});

/** Days for which the number before is a way back from one that is not theirs. */
export const WAY_BACK_DAYS = 7;

/** Held for a week after the phone was changed (PIPL 51), so that a thief cannot lock the person out with it. */
const justChanged = {
  category: 'security',
  purpose: 'safety',
  basis: 'legal-duty',
  source: 'system',
  access: 'show',
  retain: { from: 'completed', for: `P${WAY_BACK_DAYS}D`, since: '换号起' },
  optional: true,
} as const;

/** One row per person. `_id` is a random subject id; the openid and the phone can be found only by keyed digest. */
export const accounts = collection({
  name: 'accounts',
  label: '账号',
  link: { by: 'id' },
  fields: {
    openid: {
      ...working,
      schema: z.string().check(z.minLength(1), z.maxLength(128)),
      label: '微信标识',
      category: 'identity',
      purpose: 'registration',
      source: 'wechat',
      store: 'sealed+digest',
    },
    phone: {
      ...working,
      schema: mobile,
      label: '手机号',
      category: 'contact',
      purpose: 'registration',
      source: 'wechat',
      store: 'sealed+digest',
      access: 'mask',
      correct: 'request',
    },
    /** The number before it was changed: it is told, and is for a week the way back from one that is not theirs. */
    formerPhone: {
      ...working,
      ...justChanged,
      schema: mobile,
      label: '换绑前的手机号',
      category: 'contact',
      source: 'wechat',
      store: 'sealed+digest',
      access: 'mask',
    },
    phoneChangedAt: { ...working, ...justChanged, schema: instant, label: '换绑手机号的时间' },
    nickname: { ...optionalProfile, schema: text(longest.nickname), label: '昵称' },
    avatar: { ...optionalProfile, schema: picture, label: '头像' },
    address: { ...optionalProfile, schema: text(longest.address), label: '地址', category: 'contact' },
    wechatId: {
      ...optionalProfile,
      schema: folded(/^[A-Za-z][-_A-Za-z0-9]{5,19}$/),
      label: '微信号',
      category: 'contact',
    },
    city: {
      ...optionalProfile,
      schema: z.string().check(z.refine(isCityCode)),
      label: '所在城市',
      category: 'location',
      purpose: 'city',
      alsoFor: ['same-city'],
      basis: 'contract',
      store: 'plain',
      correct: 'never',
    },
    age: {
      ...working,
      schema: age,
      label: '年龄段',
      category: 'identity',
      purpose: 'registration',
      basis: 'legal-duty',
      source: 'subject',
      access: 'show',
      correct: 'request',
    },
    /** The guardian's random id, of a child's account alone; the proof lies in both ledgers. */
    guardian: {
      ...working,
      schema: text(40),
      label: '监护人随机编号',
      basis: 'legal-duty',
      optional: true,
    },
    relationship: {
      ...working,
      schema: z.enum(relationships),
      label: '监护人与孩子的关系',
      basis: 'legal-duty',
      optional: true,
    },
    grants: {
      ...working,
      schema: z.partialRecord(z.enum(consentPurposes as [string, ...string[]]), grant),
      label: '同意情况',
      category: 'preference',
      basis: 'legal-duty',
      source: 'subject',
    },
    shares: {
      ...working,
      // By recipient's id; one that has left the table stays, for it may still have something to delete.
      schema: z.record(text(40), share),
      label: '对接收方的同意情况',
      category: 'preference',
      basis: 'legal-duty',
      source: 'subject',
      optional: true,
    },
    /**
     * Whom something of the person was given by a grant that stands, by recipient's id; it follows from `shares`, and
     * is what an index finds: who gave something to one is known however long ago that was.
     */
    holders: { ...working, schema: z.array(text(40)), label: '持有信息的接收方', optional: true },
    traces: {
      ...working,
      schema: z.record(z.string(), trace),
      label: '各项信息的来源和使用',
      basis: 'legal-duty',
      optional: true,
    },
    policyVersion: {
      ...working,
      schema: policyVersion,
      label: '同意的隐私政策版本',
      category: 'preference',
      access: 'show',
    },
    policyDigest: { ...working, schema: sha256, label: '同意的隐私政策指纹', category: 'preference' },
    status: { ...working, schema: z.enum(['active', 'frozen', 'erasing']), label: '账号状态' },
    registeredAt: { ...working, schema: instant, label: '注册时间', access: 'show' },
    /** Requests still being handled; a bound on what one person can put into the queue. */
    openRequests: { ...working, schema: z.int(), label: '办理中的请求数' },
    /** WeChat's messages that the person has accepted and that are not used up; each acceptance is one message. */
    notices: { ...working, schema: z.int().check(z.minimum(0)), label: '微信通知还能发几条', optional: true },
    eraseAfter: { ...working, schema: instant, label: '注销生效时间', optional: true },
    /** Since when its person keeps everybody out (PIPL 51); held only that long, for unlocking takes it away. */
    lockedAt: {
      ...working,
      schema: instant,
      label: '锁住账号的时间',
      category: 'security',
      purpose: 'safety',
      basis: 'legal-duty',
      source: 'system',
      access: 'show',
      optional: true,
    },
    /** The subject's data key, wrapped by the master key; see cloudfunctions/platform/keys.ts. */
    key: {
      ...working,
      schema: text(400),
      label: '数据密钥（已加密）',
      category: 'security',
      purpose: 'safety',
    },
    /** Which master key wrapped it, by fingerprint, so that a rotation finds what is left to wrap anew. */
    keyWrappedBy: {
      ...working,
      schema: text(16),
      label: '包装数据密钥的主密钥编号',
      category: 'security',
      purpose: 'safety',
      optional: true,
    },
    /** Length and head of the subject's ledger chain. */
    chain: { ...working, schema: z.strictObject({ seq: z.int(), head: sha256 }), label: '存证链头' },
  },
  times: { collected: 'registeredAt', completed: 'phoneChangedAt' },
  indexes: [
    { name: 'by_openid', on: ['openidDigest'], unique: true },
    { name: 'by_phone', on: ['phoneDigest'], unique: true },
    { name: 'by_erasure', on: ['status', 'eraseAfter'] },
    { name: 'by_guardian', on: ['guardian', 'age', 'status'] },
    { name: 'by_holder', on: ['holders', '_id'] },
    { name: 'by_master', on: ['keyWrappedBy'] },
    { name: 'by_phone_change', on: ['phoneChangedAt'] },
  ],
});
