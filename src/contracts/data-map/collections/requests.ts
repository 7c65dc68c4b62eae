import * as z from 'zod/mini';
import {
  deletionGrounds,
  keysOf,
  refusalReasons,
  requestAskers,
  requestChannels,
  requestKinds,
  requestProofs,
  requestStates,
} from '../../request-vocabulary';
import { contentRef } from '../../content';
import { decisions } from '../../decisions';
import { id, instant, isoDay, sha256, text } from '../../values';
import { collection } from '../grammar';
import { proof, working } from '../presets';

const words = {
  ...working,
  category: 'service',
  source: 'subject',
  store: 'sealed',
  access: 'show',
  retain: { from: 'completed', for: 'P3Y' },
} as const;

/** One step of a request's life: which move, by what kind of mover, and where it led. */
const step = z.strictObject({
  at: instant,
  move: z.string().check(z.regex(/^[a-zA-Z]{1,20}$/)),
  by: z.enum(['subject', 'guardian', 'staff', 'timer', 'recipient']),
  state: z.enum(keysOf(requestStates)),
});

/** What a person asked for and how it went. After erasure only the fact, the kind and the dates remain, as proof. */
export const requests = collection({
  name: 'requests',
  label: '请求',
  link: { by: 'field', field: 'subject' },
  fields: {
    subject: { ...proof, schema: text(40), label: '随机编号' },
    kind: { ...proof, schema: z.enum(keysOf(requestKinds)), label: '请求类型', access: 'show' },
    channel: {
      ...proof,
      schema: z.enum(keysOf(requestChannels)),
      label: '提出方式',
      access: 'show',
      optional: true,
    },
    /** Not there where the person asked; a child's guardian can too (Minors Online Regulations 34). */
    askedBy: {
      ...proof,
      schema: z.enum(keysOf(requestAskers)),
      label: '谁提出的',
      access: 'show',
      optional: true,
    },
    /** By or about somebody under 18: handled by whoever the operator names for it (P75). */
    minor: { ...proof, schema: z.boolean(), label: '是否涉及未成年人', optional: true },
    ground: {
      ...proof,
      schema: z.enum(keysOf(deletionGrounds)),
      label: '删除的理由',
      source: 'subject',
      access: 'show',
      optional: true,
    },
    /** What was published that it is about: of a complaint, and of what waits for a person to look at it. */
    about: {
      ...proof,
      schema: contentRef,
      label: '针对的内容',
      source: 'subject',
      access: 'show',
      optional: true,
    },
    state: { ...proof, schema: z.enum(keysOf(requestStates)), label: '状态', access: 'show' },
    open: { ...proof, schema: z.boolean(), label: '是否还在办理' },
    version: { ...proof, schema: z.int(), label: '版本' },
    submittedAt: { ...proof, schema: instant, label: '提交时间', access: 'show' },
    /** Not there while an e-mailed request waits for its person to say that it is theirs. */
    verifiedAt: { ...proof, schema: instant, label: '核实身份时间', access: 'show', optional: true },
    /** Not there where the session and the bound phone were the proof. */
    verifiedBy: {
      ...proof,
      schema: z.enum(keysOf(requestProofs)),
      label: '核实身份的办法',
      access: 'show',
      optional: true,
    },
    /** Of a letter whose person cannot open the app: the code on its way to the bound phone (P49). */
    code: {
      ...working,
      category: 'security',
      schema: z.string(),
      label: '来信验证码',
      store: 'digest',
      optional: true,
    },
    codeUntil: { ...proof, schema: instant, label: '来信验证码失效时间', optional: true },
    codeTries: { ...proof, schema: z.int(), label: '来信验证码已试次数', optional: true },
    /** When the clock that runs now began; not there while it is the one from the submission. */
    clockFrom: { ...proof, schema: instant, label: '期限从何时算起', optional: true },
    dueOn: { ...proof, schema: isoDay, label: '最晚答复日', access: 'show' },
    /** True while the State Council's notice for a year the deadline runs into is not out. */
    provisional: { ...proof, schema: z.boolean(), label: '最晚答复日是否暂定' },
    /** Reports of a leak come first in the staff queue: 0 for them, 1 for the rest. */
    priority: { ...proof, schema: z.int(), label: '办理顺序', optional: true },
    /** Its steps so far, the last 40. */
    history: { ...proof, schema: z.array(step), label: '办理经过', optional: true },
    details: { ...words, schema: z.unknown(), label: '您的说明', optional: true },
    /** How many pictures it carries; which, is in `request_attachments`. */
    attachments: { ...proof, schema: z.int(), label: '图片张数', access: 'show', optional: true },
    appeal: { ...words, schema: text(2000), label: '申诉理由', optional: true },
    decision: { ...proof, schema: z.enum(keysOf(decisions)), label: '决定', access: 'show', optional: true },
    decidedAt: { ...proof, schema: instant, label: '决定时间', access: 'show', optional: true },
    /**
     * Who decided, proposed or endorsed: an appeal is for somebody else (P60), and so is a second look (P20). Of a
     * proposal that waits, its proposer is the last, for a second time where they had decided before.
     */
    deciders: {
      ...proof,
      schema: z.array(text(40)),
      label: '经办人',
      source: 'staff',
      optional: true,
    },
    reasonCode: {
      ...proof,
      schema: z.enum(keysOf(refusalReasons)),
      label: '理由',
      source: 'staff',
      access: 'show',
      optional: true,
    },
    reply: { ...words, schema: text(2000), label: '答复', source: 'staff', optional: true },
    alternative: { ...words, schema: text(500), label: '其他办法', source: 'staff', optional: true },
    /** A quoted fee in fen. */
    fee: { ...proof, schema: z.int(), label: '报的费用', source: 'staff', access: 'show', optional: true },
    /** The request that this one repeats. */
    duplicateOf: { ...proof, schema: id, label: '重复的是哪个请求', access: 'show', optional: true },
    /** Of a deletion in part: the codes of what goes. */
    items: { ...proof, schema: text(400), label: '删除的项目', source: 'staff', optional: true },
    /** When it ended; not there while it is open, so that an open request never ages. */
    closedAt: { ...proof, schema: instant, label: '办结时间', optional: true },
    availableUntil: { ...proof, schema: instant, label: '副本下载期限', access: 'show', optional: true },
    /** SHA-256 of the copy as it was last handed over (P47). */
    copySha256: { ...proof, schema: sha256, label: '副本校验值', access: 'show', optional: true },
    /** Since when the list for staff is behind; not there while it shows the request as it is. */
    staleSince: { ...proof, schema: instant, label: '何时起待更新到待办列表', optional: true },
    /** Keyed digest of the columns that prove something: an edit by hand shows (see platform/guard.ts). */
    guard: { ...proof, schema: text(64), label: '防改校验', optional: true },
    /** When the digest was last compared. */
    checkedAt: { ...proof, schema: instant, label: '上次核对时间', optional: true },
  },
  times: { written: 'submittedAt', completed: 'closedAt' },
  indexes: [
    { name: 'by_end', on: ['closedAt', '_id'] },
    { name: 'by_subject', on: ['subject', 'submittedAt', '_id'] },
    { name: 'by_queue', on: ['open', 'priority', 'dueOn', '_id'] },
    { name: 'by_due', on: ['open', 'dueOn'] },
    { name: 'by_stale', on: ['staleSince'] },
    { name: 'by_provisional', on: ['provisional', 'open', 'dueOn'] },
    { name: 'by_look', on: ['checkedAt', '_id'] },
    { name: 'by_state', on: ['state', 'submittedAt'] },
    { name: 'by_decision', on: ['state', 'decidedAt'] },
  ],
});
