import * as z from 'zod/mini';
import { instant, text } from '../../values';
import { collection } from '../grammar';
import { longestOfDevice } from '../longest';
import { working } from '../presets';

const kept = {
  ...working,
  category: 'record',
  purpose: 'safety',
  basis: 'legal-duty',
  retain: { from: 'collected', for: 'P180D' },
  erase: 'keep-until',
  because: '《网络安全法》第二十三条：网络日志要按规定留存；存放期间只有负责人用单独的钥匙能读，到期删除',
} as const;
const vaulted = { ...kept, category: 'security', store: 'vault', optional: true } as const;

/** The facts of the device that a mini program tells with such an action; the address comes from the platform. */
export const deviceFacts = Object.keys(longestOfDevice) as (keyof typeof longestOfDevice)[];

/**
 * The security log: from where an account was registered, moved to another phone, left, taken back, locked or unlocked,
 * and on what device. The law makes us keep it beyond the account, so it lies in the sealed vault, which no function
 * can read (P07, P36). The device facts are those that a mini program can really read, and no others (P06).
 */
export const logins = collection({
  name: 'logins',
  label: '账号安全记录',
  link: { by: 'field', field: 'subject' },
  fields: {
    subject: { ...kept, schema: text(40), label: '随机编号' },
    at: { ...kept, schema: instant, label: '时间' },
    action: {
      ...kept,
      schema: z.enum(['register', 'change-phone', 'deregister', 'restore', 'lock', 'unlock']),
      label: '操作',
    },
    ip: { ...vaulted, schema: text(64), label: '网络地址' },
    model: { ...vaulted, schema: text(longestOfDevice.model), label: '设备型号', source: 'wechat' },
    system: { ...vaulted, schema: text(longestOfDevice.system), label: '系统版本', source: 'wechat' },
    client: { ...vaulted, schema: text(longestOfDevice.client), label: '微信版本', source: 'wechat' },
    language: { ...vaulted, schema: text(longestOfDevice.language), label: '语言', source: 'wechat' },
    network: { ...vaulted, schema: text(longestOfDevice.network), label: '网络类型', source: 'wechat' },
  },
  times: { collected: 'at' },
  indexes: [
    { name: 'by_subject', on: ['subject', 'at'] },
    { name: 'by_time', on: ['at'] },
  ],
});
