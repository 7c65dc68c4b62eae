import * as z from 'zod/mini';
import { keysOf, noticeKinds } from '../../request-vocabulary';
import { id, instant, isoDay } from '../../values';
import { collection } from '../grammar';
import { proof as kept } from '../presets';
import { staffRoles } from '../../staff-roles';

const proof = { ...kept, retain: { from: 'collected', for: 'P3Y' } } as const;

/**
 * What staff are reminded of, one row a day and kind, `_id` = day.kind, so that two runs at once remind once. It names
 * requests by their numbers alone.
 */
export const staffNotices = collection({
  name: 'staff_notices',
  label: '工作人员提醒',
  link: { by: 'none' },
  fields: {
    day: { ...proof, schema: isoDay, label: '日期' },
    kind: { ...proof, schema: z.enum(keysOf(noticeKinds)), label: '提醒类型' },
    role: { ...proof, schema: z.enum(keysOf(staffRoles)), label: '提醒谁' },
    count: { ...proof, schema: z.int(), label: '件数' },
    /** The first of them, most urgent first. */
    requestIds: { ...proof, schema: z.array(id), label: '请求编号' },
    at: { ...proof, schema: instant, label: '时间' },
  },
  times: { collected: 'at' },
  indexes: [{ name: 'by_time', on: ['at'] }],
});
