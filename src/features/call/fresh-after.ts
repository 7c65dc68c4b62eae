/**
 * Makes a reading call that never hands back an older reading: asked while one runs, it asks once more afterwards,
 * since what runs may have been read before the write that the caller has just seen done. However often it is asked
 * meanwhile, there is one further call, with the latest input.
 */
export function freshAfter<I, O>(ask: (input: I) => Promise<O>): (input: I) => Promise<O> {
  let underWay: Promise<O> | undefined;
  let next: { input: I; answer: Promise<O> } | undefined;

  const start = (input: I): Promise<O> => {
    const answer = ask(input);
    const over = (): void => {
      underWay = undefined;
    };
    underWay = answer;
    answer.then(over, over);
    return answer;
  };

  return (input) => {
    if (!underWay) return start(input);
    if (next) {
      next.input = input;
      return next.answer;
    }
    const again = (): Promise<O> => {
      const wanted = next?.input ?? input;
      next = undefined;
      return start(wanted);
    };
    next = { input, answer: underWay.then(again, again) };
    return next.answer;
  };
}
