import type { TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';

/** One question of each kind. */
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

/** Staff open a survey from the console; answers its id. */
export async function openSurvey(cloud: TestCloud, id: string, more: object = {}): Promise<string> {
  const input = { action: 'surveyOpen', by: '王管理', id, ...asked, ...more };
  // Long ago, for nobody can open one that is over already.
  await cloud.travel('2025-12-01T00:00:00.000Z');
  dataOf(await cloud.invoke('retention', input));
  await cloud.travel(null);
  return id;
}

/** Answers past the pages. */
export const answer = (person: Person, id: string, answers: unknown) =>
  person.call('community', 'answer', { id, answers });

/** So many new members answer past the pages, each alike. */
export async function crowd(cloud: TestCloud, id: string, size: number, answers: unknown): Promise<void> {
  for (let left = size; left > 0; left -= 1) {
    const person = makePerson(cloud);
    dataOf(await person.register());
    dataOf(await answer(person, id, answers));
  }
}
