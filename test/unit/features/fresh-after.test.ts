import { freshAfter } from '@/features/call/fresh-after';

/** A reading whose answers come when the test says so. */
function slowReading() {
  const asked: { input: string; answer: (value: string) => void; fail: (reason: Error) => void }[] = [];
  const read = freshAfter(
    (input: string) =>
      new Promise<string>((answer, fail) => {
        asked.push({ input, answer, fail });
      }),
  );
  return { asked, read };
}

test('a reading asked for during another is made afterwards, so it sees what was written meanwhile', async () => {
  const { asked, read } = slowReading();
  const first = read('a');
  const second = read('a');
  expect(asked).toHaveLength(1);
  asked[0]?.answer('old');
  await expect(first).resolves.toBe('old');
  expect(asked).toHaveLength(2);
  asked[1]?.answer('new');
  await expect(second).resolves.toBe('new');
});

test('however often it is asked meanwhile, one call follows, with the latest input', async () => {
  const { asked, read } = slowReading();
  const first = read('a');
  const later = [read('b'), read('c')];
  asked[0]?.answer('of a');
  await first;
  expect(asked.map(({ input }) => input)).toEqual(['a', 'c']);
  asked[1]?.answer('of c');
  await expect(Promise.all(later)).resolves.toEqual(['of c', 'of c']);
  void read('d');
  expect(asked).toHaveLength(3);
});

test('a failure does not block the reading after it', async () => {
  const { asked, read } = slowReading();
  const first = read('a');
  const second = read('a');
  asked[0]?.fail(new Error('offline'));
  await expect(first).rejects.toThrow('offline');
  asked[1]?.answer('there again');
  await expect(second).resolves.toBe('there again');
});
