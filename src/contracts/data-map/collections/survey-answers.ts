import { answers } from '../../survey';
import { instant, text } from '../../values';
import { collection } from '../grammar';
import { working } from '../presets';

const own = { ...working, purpose: 'survey' } as const;

/**
 * What somebody answered, sealed, one row a person and survey: `_id` is a keyed digest of both. No page shows it to
 * anybody else; the counts are in the survey.
 */
export const surveyAnswers = collection({
  name: 'survey_answers',
  label: '问卷答案',
  link: { by: 'field', field: 'subject' },
  fields: {
    subject: { ...own, schema: text(40), label: '随机编号' },
    survey: { ...own, schema: text(80), label: '问卷编号', access: 'show' },
    answers: {
      ...own,
      schema: answers,
      label: '您的答案',
      category: 'service',
      basis: 'consent',
      source: 'subject',
      store: 'sealed',
      access: 'show',
      correct: 'self',
      optional: true,
    },
    at: { ...own, schema: instant, label: '填写时间', access: 'show' },
  },
  times: { collected: 'at' },
  indexes: [
    { name: 'by_subject', on: ['subject', 'at'] },
    { name: 'by_survey', on: ['survey', '_id'] },
  ],
});
