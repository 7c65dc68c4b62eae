import { sourcesUnder } from './trees';

/** A fault in words of ours, or a choice of such; a fault of the code itself is worded where it is thrown. */
const FAULTS = /\bfault:\s*((?:\|?\s*'[^']+'\s*)+)/g;

const faultsIn = (text: string): string[] =>
  [...text.matchAll(FAULTS)].flatMap(([, words = '']) =>
    [...words.matchAll(/'([^']+)'/g)].map(([, word = '']) => word),
  );

/** Every fault that a function logs as an error in words of ours, for which somebody should be woken. */
export const faultsOfAlarm = (): string[] => [
  ...new Set(
    sourcesUnder('cloudfunctions')
      .filter(({ tree }) => tree.text.includes("log('error'"))
      .flatMap(({ tree }) => faultsIn(tree.text)),
  ),
];
