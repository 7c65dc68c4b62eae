/**
 * Makes a call that an impatient second tap does not send twice: asked while the latest runs, the same input gets its
 * answer. Another input is another wish and is sent by itself, for it must not be answered by what was not asked.
 */
export function joinEqual<I, O>(ask: (input: I) => Promise<O>): (input: I) => Promise<O> {
  let latest: { key: string; answer: Promise<O> } | undefined;
  return (input) => {
    const key = JSON.stringify(input);
    if (latest?.key === key) return latest.answer;
    const mine = { key, answer: ask(input) };
    const over = (): void => {
      if (latest === mine) latest = undefined;
    };
    latest = mine;
    mine.answer.then(over, over);
    return mine.answer;
  };
}
