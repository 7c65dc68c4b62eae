import { randomUUID } from 'node:crypto';
import { dataOf, expectRefusal } from '../make/expect-answer';
import type { Person } from '../make/person';
import { publishedBy } from '../make/proposals';
import { setCommunity } from './community-stage';

const { cloud, guest, member, own, read } = setCommunity();

describe('a support', () => {
  it('counts once for each person, and is taken back', async () => {
    const [author, fan] = [await member(), await member()];
    const id = await publishedBy(author);
    const support = async (on: boolean) => dataOf(await fan.call('community', 'support', { id, on }));
    expect(await support(true)).toEqual({ id, on: true, supports: 1 });
    expect(await support(true)).toEqual({ id, on: true, supports: 1 });
    expect(await read(fan, id)).toMatchObject({ isSupported: true, supports: 1 });
    expect(await support(false)).toEqual({ id, on: false, supports: 0 });
    expect(await support(false)).toMatchObject({ supports: 0 });
    expect(
      cloud()
        .rows('supports')
        .filter(({ proposal }) => proposal === id),
    ).toEqual([]);
  });

  it('of many people at once is counted for each', async () => {
    const id = await publishedBy(await member());
    const fans = await Promise.all(Array.from({ length: 12 }, () => member()));
    await Promise.all(
      fans.map(async (fan) => {
        for (let tries = 0; tries < 20; tries += 1) {
          const answer = await fan.call('community', 'support', { id, on: true });
          if (answer.ok) return;
          expectRefusal(answer, 'BUSY');
        }
        throw new Error('never taken');
      }),
    );
    expect(own(id)['supports']).toBe(12);
    expect(
      cloud()
        .rows('supports')
        .filter(({ proposal }) => proposal === id),
    ).toHaveLength(12);
  });
});

describe('a comment', () => {
  it('is said once, read in order, and taken away by its author alone', async () => {
    const [author, other] = [await member(), await member()];
    const id = await publishedBy(author);
    const say = async (person: Person, text: string, attempt = randomUUID()) =>
      String(dataOf(await person.call('community', 'comment', { id, attempt, text }))['id']);
    const attempt = randomUUID();
    const first = await say(other, '第一句', attempt);
    expect(await say(other, '第一句', attempt)).toBe(first);
    await say(author, '第二句');
    const said = async (reader: Person) =>
      dataOf(await reader.call('community', 'comments', { id }))['comments'] as Record<string, unknown>[];
    expect((await said(other)).map(({ text, isMine }) => [text, isMine])).toEqual([
      ['第一句', true],
      ['第二句', false],
    ]);
    dataOf(await author.call('community', 'uncomment', { id: first }));
    expect(await said(guest())).toHaveLength(2);
    dataOf(await other.call('community', 'uncomment', { id: first }));
    dataOf(await other.call('community', 'uncomment', { id: first }));
    expect((await said(guest())).map(({ text }) => text)).toEqual(['第二句']);
  });
});
