import packageJson from '../../package.json';

/** How far a change of a function's code has come. */
export type Stage =
  /** What it says is what runs. */
  | 'done'
  /** It was made with this code. */
  | 'created'
  /** Its code is being replaced: either may run. Written before the code is touched. */
  | 'changing';

/** What a function's description says of the code that it runs. */
export interface Release {
  /** Names the code by what it holds. */
  code: string;
  /** How many changes of schemas it knows (`domain/schema-changes.ts`): it reads no rows of code that knows more. */
  data: number;
  /** When its deployment began, as ISO to the second; functions that share it go back together. */
  at: string;
  /** The published version that ran before; `0` where there was none. */
  before: string;
  stage: Stage;
}

/** Letters, digits, spaces and full stops are all that a description may hold (SCF, CreateFunction). */
const MARK = 'elastic pricing privacy';
const SHAPE = new RegExp(
  `^${MARK} \\S+ code (\\w+)(?: data (\\d+))? at (\\d{8}T\\d{6}Z) before (\\d+) (done|created|changing)$`,
);

const compact = (at: string): string => at.replace(/[-:]|\.\d+/g, '');
const spread = (at: string): string =>
  at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6.000Z');

/** An instant as a release names it: to the second. */
export const deploymentAt = (now: Date): string => spread(compact(now.toISOString()));

/** A release as a function's description. */
export const described = ({ code, data, at, before, stage }: Release): string =>
  `${MARK} ${packageJson.version} code ${code} data ${String(data)} at ${compact(at)} before ${before} ${stage}`;

/** The release that a description states; undefined where something else put the function there. */
export function releaseIn(description: string): Release | undefined {
  // The first releases knew no changes of schemas and did not speak of them.
  const [, code, data = '0', at, before, stage] = SHAPE.exec(description) ?? [];
  return code !== undefined && at !== undefined && before !== undefined
    ? { code, data: Number(data), at: spread(at), before, stage: stage as Stage }
    : undefined;
}

/** Whether two descriptions speak of the same deployment of the same code. */
export const isSameRelease = (one: Release | undefined, other: Release | undefined): boolean =>
  one !== undefined && other !== undefined && one.code === other.code && one.at === other.at;
