import { staffCopy } from '../../../cloudfunctions/copy/staff';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { requestWorld, setTestStaff } from '../../make/request-world';

setTestKeys();
setTestStaff();

type World = Awaited<ReturnType<typeof requestWorld>>;
const notTheirs = { result: 'rejected', resultMessage: staffCopy.objections('').notTheirs };
const marked = (requestId: string, duplicateOf: string) => ({
  requestId,
  duplicateOf,
  decision: 'duplicate',
});

/** A letter that its person has not said to be theirs. */
async function letter(made: World): Promise<string> {
  const row = await made.decide({
    ...{ decision: 'intake', phone: '13800138000', kind: 'question', words: '请问' },
    receivedOn: '2027-05-31',
  });
  return String(row['requestId']);
}

const notAnswered: Record<string, (made: World) => Promise<string>> = {
  'a duplicate itself': async (made) => {
    const [first, second] = [await made.submit('question', '甲'), await made.submit('question', '甲')];
    await made.decide(marked(second, first));
    return second;
  },
  'taken back': async (made) => {
    const id = await made.submit('question', '甲');
    await made.move('cancel', id);
    return id;
  },
  'a letter that nobody has claimed': letter,
  'of another kind': (made) => made.submit('complaint', '甲'),
};

describe('a request that repeats another', () => {
  it.each(Object.entries(notAnswered))(
    '[P59] is not closed by one that gives no answer to it: %s',
    async (_, other) => {
      const made = await requestWorld();
      const id = await made.submit('question', '甲');
      expect(await made.decide(marked(id, await other(made)))).toMatchObject(notTheirs);
      expect(await made.read(id)).toMatchObject({ state: 'verified', duplicateOf: null });
    },
  );

  it('leads on, link by link, to the one that is answered', async () => {
    const made = await requestWorld();
    const [a, b, c] = [
      await made.submit('question', '甲'),
      await made.submit('question', '甲'),
      await made.submit('question', '甲'),
    ];
    for (const row of [marked(c, b), marked(b, a)])
      expect(await made.decide(row)).toMatchObject({ result: 'applied' });
    // No ring: the last of the chain cannot be sent back into it.
    for (const known of [b, c]) expect(await made.decide(marked(a, known))).toMatchObject(notTheirs);
    await made.decide({ requestId: a, decision: 'reply', replyText: '在这里' });
    const follow = async (id: string): Promise<string | null> => {
      const { duplicateOf, reply } = await made.read(id);
      return duplicateOf === null ? reply : follow(duplicateOf);
    };
    expect(await follow(c)).toBe('在这里');
  });

  it('and that one, each marked as the other’s in one run, are not both closed', async () => {
    const made = await requestWorld();
    const [a, b] = [await made.submit('question', '甲'), await made.submit('question', '甲')];
    const judged = await made.decideAll(marked(a, b), marked(b, a));
    expect(judged.map(({ result }) => result).sort()).toEqual(['applied', 'rejected']);
    expect((await made.list()).map(({ state }) => state).sort()).toEqual(['duplicate', 'verified']);
  });

  it('[P60] is answered after all, on appeal, where the other one was taken back afterwards', async () => {
    const made = await requestWorld();
    const [first, second] = [await made.submit('question', '甲'), await made.submit('question', '甲')];
    await made.decide(marked(second, first));
    await made.move('cancel', first);
    expect(await made.read(second)).toMatchObject({ state: 'duplicate', allowed: ['appeal'] });
    await made.move('appeal', second);
    const answer = { requestId: second, decision: 'reply', replyText: '在这里', reviewer: '小周' };
    expect(await made.decide(answer)).toMatchObject({ result: 'applied' });
    expect(await made.read(second)).toMatchObject({ state: 'done', reply: '在这里' });
  });
});
