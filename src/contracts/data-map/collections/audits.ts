import * as z from 'zod/mini';
import { instant, text } from '../../values';
import { collection } from '../grammar';
import { proof as kept } from '../presets';

const proof = { ...kept, retain: { from: 'collected', for: 'P3Y' } } as const;

/**
 * One row for each action of staff and of the operator; `_id` of a decision's row is the decision's id, so that it can
 * apply only once.
 */
export const audits = collection({
  name: 'audits',
  label: '工作人员操作记录',
  link: { by: 'none' },
  fields: {
    requestId: { ...proof, schema: text(80), label: '请求编号' },
    reviewer: { ...proof, schema: text(40), label: '经办人', source: 'staff' },
    action: {
      ...proof,
      schema: z.enum([
        'read',
        'decide',
        'unmask',
        'intake',
        'verify',
        'child-found',
        'vault-opened',
        'shutdown',
        'delivery-asked',
        'disclosed',
        'imported',
        'excused',
        'shutdown-planned',
        'incident-examined',
        'incident-told',
        'erasures-replayed',
        'disclosures-checked',
        'successor-listed',
        'altered-settled',
        'survey-opened',
        'survey-read',
      ]),
      label: '操作',
    },
    outcome: { ...proof, schema: text(40), label: '结果' },
    /** Which account of 云后台 filled the row, where the platform says so: a name can be typed by anybody (?). */
    enteredBy: { ...proof, schema: text(80), label: '填写的账号', optional: true },
    at: { ...proof, schema: instant, label: '时间' },
  },
  times: { collected: 'at' },
  indexes: [
    { name: 'by_request', on: ['requestId', 'at'] },
    { name: 'by_time', on: ['at'] },
  ],
});
