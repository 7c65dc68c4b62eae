import { measured } from './measure';
import { fixed, monthOf, perThousand, yuanOf, type Measured, type Month, type Need } from './model';

const SIZES = [10_000, 1_000_000, 10_000_000] as const;

const count = (value: number) => Math.round(value).toLocaleString('en');

const needed = (need: Need): string =>
  [
    `${count(need.reads)} reads and ${count(need.calls - need.reads)} writes of the database`,
    `${count(need.invocations)} calls of functions, ${count(need.gbSeconds)} GB-seconds`,
    `${need.gigabytes.toFixed(2)} GB`,
    `${yuanOf(need).toFixed(2)} yuan`,
  ].join(', ');

const lineOf = ({ accounts, calls, gigabytes, peak, points, yuan, plan, binds }: Month): string =>
  [
    `${count(accounts).padStart(10)} accounts: ${count(calls)} database calls, ${gigabytes.toFixed(1)} GB`,
    `at most ${count(peak)} requests a second, ${count(points)} points (${count(yuan)} yuan)`,
    `${plan ?? 'no plan'}; first binds: ${binds}`,
  ].join(', ');

/** What a month needs and costs, as lines to print. */
export const formatScale = (of: Measured): string =>
  [
    `for each 1,000 accounts: ${needed(perThousand(of))}`,
    `for the timers, whoever is there: ${needed(fixed(of))}`,
    ...SIZES.map((accounts) => lineOf(monthOf(accounts, of))),
  ].join('\n');

/** A month at three sizes, from what the functions as built were measured to need. */
export const benchScale = async (): Promise<string> => formatScale(await measured());

if (require.main === module) void benchScale().then(console.log);
