import { joinEqual } from '@/features/call/join-equal';

/** A call whose answers come when the test says so. */
function desk() {
  const asked: { input: object; answer: (value: string) => void }[] = [];
  const call = joinEqual(
    (input: object) =>
      new Promise<string>((answer) => {
        asked.push({ input, answer });
      }),
  );
  return { asked, call };
}

test('an impatient second tap is not sent, and gets the answer of the first', async () => {
  const { asked, call } = desk();
  const taps = [call({ id: 'a' }), call({ id: 'a' })];
  asked[0]?.answer('done');
  expect(await Promise.all(taps)).toEqual(['done', 'done']);
  expect(asked).toHaveLength(1);
});

test('another input is sent by itself while the first is under way', async () => {
  const { asked, call } = desk();
  const one = call({ id: 'a' });
  const all = call({});
  expect(asked.map(({ input }) => input)).toEqual([{ id: 'a' }, {}]);
  asked[1]?.answer('all');
  asked[0]?.answer('one');
  expect(await Promise.all([one, all])).toEqual(['one', 'all']);
});

test('a wish that was followed by another one is sent again, so that the last one stands', () => {
  const { asked, call } = desk();
  for (const granted of [true, false, true]) void call({ granted });
  expect(asked).toHaveLength(3);
});

test('what is over is asked anew', async () => {
  const { asked, call } = desk();
  const first = call({});
  asked[0]?.answer('old');
  await first;
  void call({});
  expect(asked).toHaveLength(2);
});
