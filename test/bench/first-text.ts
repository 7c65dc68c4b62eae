import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { buildEmptyApp } from './empty-app';

const ROUNDS = 9;
const BOUND = 1.5;

/** Milliseconds from `onLaunch` to the first text. */
export interface FirstText {
  ours: number;
  empty: number;
}

const once = (dist: string, route: string): number =>
  Number(
    execFileSync(
      process.execPath,
      [require.resolve('tsx/cli'), path.join(__dirname, 'first-text-once.ts'), dist, route],
      { encoding: 'utf8' },
    ),
  );
const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/**
 * Opens our home page and the empty app's in the simulator, in turn and each in a fresh process, so that noise falls on
 * both alike; medians of nine.
 */
export function benchFirstText(): FirstText {
  const empty = buildEmptyApp();
  const ours = path.resolve(__dirname, '../../dist/weapp');
  const rounds = Array.from({ length: ROUNDS }, () => ({
    empty: once(empty, 'pages/index/index'),
    ours: once(ours, 'pages/home/index'),
  }));
  return { ours: median(rounds.map((each) => each.ours)), empty: median(rounds.map((each) => each.empty)) };
}

/** The times as a line to print. */
export const formatFirstText = ({ ours, empty }: FirstText): string =>
  `ours ${ours.toFixed(0)} ms, an empty Taro app ${empty.toFixed(0)} ms: ${(ours / empty).toFixed(2)}x   at most ${BOUND}x`;
