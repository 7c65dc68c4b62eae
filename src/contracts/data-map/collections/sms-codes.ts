import * as z from 'zod/mini';
import { instant, mobile } from '../../values';
import { collection } from '../grammar';
import { working } from '../presets';

const brief = {
  ...working,
  category: 'security',
  purpose: 'registration',
  retain: { from: 'collected', for: 'P1D' },
} as const;

/**
 * A code on its way to a phone. `_id` is the number's keyed digest, or that of the number with the openid whose own it
 * is: a number has one valid code at a time of strangers, and one of its owner, whom they cannot disturb.
 */
export const smsCodes = collection({
  name: 'sms_codes',
  label: '短信验证码',
  link: { by: 'columns', columns: { numberDigest: 'phoneDigest', openidDigest: 'openidDigest' } },
  fields: {
    number: {
      ...brief,
      schema: mobile,
      label: '手机号',
      category: 'contact',
      source: 'subject',
      store: 'digest',
    },
    code: { ...brief, schema: z.string(), label: '验证码', store: 'digest' },
    /** The openid that asked, so that a code cannot be used from another person's WeChat. */
    openid: { ...brief, schema: z.string(), label: '微信标识', source: 'wechat', store: 'digest' },
    tries: { ...brief, schema: z.int(), label: '已试次数' },
    sentAt: { ...brief, schema: instant, label: '发送时间' },
    expiresAt: { ...brief, schema: instant, label: '失效时间' },
    /** Start and count of the current hour's window, for the rate limit. */
    windowFrom: { ...brief, schema: instant, label: '计数开始时间' },
    windowCount: { ...brief, schema: z.int(), label: '已发次数' },
  },
  // Each code renews the row; its number has been there since the window began, at least.
  times: { written: 'windowFrom', collected: 'sentAt' },
  indexes: [
    { name: 'by_openid', on: ['openidDigest', 'sentAt'] },
    { name: 'by_number', on: ['numberDigest', 'openidDigest', 'sentAt'] },
    { name: 'by_time', on: ['sentAt'] },
  ],
});
