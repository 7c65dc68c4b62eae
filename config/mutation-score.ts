import type { Stryker } from '@stryker-mutator/core';

/** What became of one change to the code. */
export type Verdict = Pick<Awaited<ReturnType<Stryker['runMutationTest']>>[number], 'status'>;

const count = (verdicts: readonly Verdict[], ...among: Verdict['status'][]): number =>
  verdicts.filter(({ status }) => among.includes(status)).length;

/** A change under which the tests never end is found too, but by no statement of theirs: it is told apart. */
const foundIn = (verdicts: readonly Verdict[]) => count(verdicts, 'Killed', 'Timeout');
const triedIn = (verdicts: readonly Verdict[]) =>
  foundIn(verdicts) + count(verdicts, 'Survived', 'NoCoverage');

/** Per cent of the tried changes that were found; not a number where none was tried. */
const scoreOf = (verdicts: readonly Verdict[]): number => (100 * foundIn(verdicts)) / triedIn(verdicts);

/** A group's result as a line to print. */
export const lineOf = (name: string, verdicts: readonly Verdict[]): string =>
  [
    `${name.padEnd(14)}${String(foundIn(verdicts)).padStart(6)} of ${String(triedIn(verdicts))} found`,
    `${scoreOf(verdicts).toFixed(1)} %`,
    `${String(count(verdicts, 'Timeout'))} of them by time-out`,
  ].join('   ');

/** The groups that are under the least per cent, or tried nothing: no group's surplus makes up for another. */
export const weakGroups = (groups: ReadonlyMap<string, readonly Verdict[]>, least: number): string[] =>
  [...groups].flatMap(([name, verdicts]) => (scoreOf(verdicts) >= least ? [] : [name]));
