import type { Answer, TestCloud } from './cloud';
import { dataOf } from './expect-answer';
import type { Person } from './person';

/** A survey with one question of each kind. */
export const asked = {
  title: '物业服务怎样改',
  intro: '一共四题，都可以不答。\n大约两分钟。',
  closesAt: '2099-01-01T00:00:00.000Z',
  questions: [
    { kind: 'single', title: '您住几层', options: ['低层', '高层'] },
    { kind: 'multiple', title: '最想改什么', options: ['电梯', '绿化', '保洁和垃圾清运'] },
    { kind: 'scale', title: '现在满意吗', low: '不满意', high: '很满意' },
    { kind: 'text', title: '还想说什么' },
  ],
};

/** What staff hand in to open it. */
export const opening = (id: string, more: object = {}) => ({
  ...{ action: 'surveyOpen', by: '王管理', id },
  ...asked,
  ...more,
});

/** Before any survey of a test is over: nobody can open one that is. */
const LONG_AGO = '2025-12-01T00:00:00.000Z';

/** Staff open it from the console; answers its id. One that is over was opened long ago. */
export async function openSurvey(
  cloud: TestCloud,
  id: string,
  more: { closesAt?: string; title?: string } = {},
): Promise<string> {
  const isOver = more.closesAt !== undefined && more.closesAt <= cloud.cloud.clock.now().toISOString();
  if (isOver) await cloud.travel(LONG_AGO);
  dataOf(await cloud.invoke('retention', opening(id, more)));
  if (isOver) await cloud.travel(null);
  return id;
}

/** Answers past the pages. */
export const answer = (person: Person, id: string, answers: unknown): Promise<Answer> =>
  person.call('community', 'answer', { id, answers });
