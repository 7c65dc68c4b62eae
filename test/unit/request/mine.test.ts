import { mine } from '../../../cloudfunctions/request/reading';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { requestWorld } from '../../make/request-world';

setTestKeys();

/** Everything that somebody reads of requests that were filed at these instants, page by page. */
async function read(instants: readonly Date[]) {
  const made = await requestWorld();
  const [first] = await Promise.all([made.submit('question')]);
  const row = made.rows('requests').find(({ _id }) => _id === first);
  await made.store.remove('requests', { _id: first });
  for (const [index, at] of instants.entries())
    made.put('requests', {
      ...row,
      _id: `q${String(index).padStart(3, '0')}`,
      submittedAt: at.toISOString(),
    });
  const pages: string[][] = [];
  for (let before: string | null | undefined; before !== null;) {
    const answer = await mine(made.call(before === undefined ? {} : { before }));
    if (!answer.ok) throw new Error(answer.error.code);
    pages.push(answer.data.requests.map(({ id }) => id));
    before = answer.data.next;
  }
  return pages;
}
const minute = (count: number) => new Date(Date.UTC(2027, 0, 1, 0, count));
const minutes = (count: number) => Array.from({ length: count }, (_, index) => minute(index));
const newestFirst = (count: number) =>
  Array.from({ length: count }, (_, index) => `q${String(count - 1 - index).padStart(3, '0')}`);

describe('my requests', () => {
  it.each([0, 1, 49, 50, 51, 100, 101, 250])('show each of %i on one page and no other', async (count) => {
    const pages = await read(minutes(count));
    expect(pages.flat()).toEqual(newestFirst(count));
    expect(pages).toHaveLength(Math.max(1, Math.ceil(count / 50)));
  });

  it('lose none where a page ends between one that was replaced and what took its place', async () => {
    // Filed anew, a request keeps the instant of the one before.
    const pages = await read(minutes(90).map((at, index) => (index === 40 ? minute(39) : at)));
    expect(pages.flat()).toEqual(newestFirst(90));
  });
});
