import * as z from 'zod/mini';
import { questions, tally } from '../../survey';
import { instant, text } from '../../values';
import { collection } from '../grammar';
import { proof as kept } from '../presets';

const proof = { ...kept, source: 'staff' } as const;

/**
 * What people were asked, and how many said what: counts alone, which tell of nobody. That it was asked, and in which
 * words, is proof of what the answers were collected for.
 */
export const surveys = collection({
  name: 'surveys',
  label: '问卷',
  link: { by: 'none' },
  fields: {
    title: { ...proof, schema: text(40), label: '标题' },
    intro: { ...proof, schema: text(300), label: '说明' },
    questions: { ...proof, schema: questions, label: '题目' },
    at: { ...proof, schema: instant, label: '开始时间', source: 'system' },
    closesAt: { ...proof, schema: instant, label: '结束时间' },
    answered: { ...proof, schema: z.int().check(z.minimum(0)), label: '填写人数', source: 'system' },
    tally: { ...proof, schema: tally, label: '各题的统计', source: 'system' },
    /** The counts as everybody reads them while it is open: of every fifth person, so that no two tell of one. */
    shown: { ...proof, schema: tally, label: '公布的统计', source: 'system', optional: true },
    /** Of how many people they are. */
    shownOf: { ...proof, schema: z.int(), label: '公布时的人数', source: 'system', optional: true },
  },
  times: { written: 'at', completed: 'closesAt' },
  indexes: [
    { name: 'by_time', on: ['at'] },
    { name: 'by_end', on: ['closesAt'] },
  ],
});
