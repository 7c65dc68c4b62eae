import type { TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson } from '../make/person';
import { answer } from '../make/surveys';

/** So many new members answer past the pages, each alike. */
export async function crowd(cloud: TestCloud, id: string, size: number, answers: unknown): Promise<void> {
  for (let left = size; left > 0; left -= 1) {
    const person = makePerson(cloud);
    dataOf(await person.register());
    dataOf(await answer(person, id, answers));
  }
}
