import { closeSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { argumentsCopy } from './copy-arguments';
import { fileSentence } from './copy-files';

/** How a command ends: done, not as it should be, or could not be done. */
export const exit = { good: 0, bad: 1, unable: 2 } as const;

/** A command's options, as `node:util` declares them. */
export type Options = NonNullable<ParseArgsConfig['options']>;

/** A command that cannot begin or go on; the message is the one sentence to show. */
export class CannotOperate extends Error {}

/** A word without dashes: what it is, or which it may be. */
interface Word {
  is: string | readonly string[];
  optional?: true;
}

/** What a command takes. */
export interface Takes<O extends Options> {
  /** Shown when it is given anything else. */
  usage: string;
  options?: O;
  /** In their order; none unless told. */
  words?: readonly Word[];
}

/** A value such as a key in base64url may begin with a dash; the parser takes it only when joined to its option. */
const joined = (options: Options, args: readonly string[]): string[] =>
  args.reduce<string[]>((all, arg) => {
    const name = all.at(-1)?.replace(/^--/, '') ?? '';
    const isValue = /^-[^-]/.test(arg) && options[name]?.type === 'string' && all.at(-1) === `--${name}`;
    return isValue ? [...all.slice(0, -1), `--${name}=${arg}`] : [...all, arg];
  }, []);

/** A command that was typed wrongly: its usage, and below it what is wrong. */
export const misused = (usage: string, complaint: string) => new CannotOperate(`${usage}\n${complaint}`);

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException | null)?.code;

/** What the parser, whose own sentence is English, found wrong with which option. */
function complaintIn(error: unknown): string {
  const { message: said = '' } = (error ?? {}) as Partial<Error>;
  const option = /'(-[^' ]+)/.exec(said)?.[1] ?? '';
  if (codeOf(error) === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return argumentsCopy.unknown(option);
  return said.includes('does not take') ? argumentsCopy.value(option) : argumentsCopy.noValue(option);
}

/** What is wrong with the words as they stand. */
function wrongWords(words: readonly Word[], given: readonly string[]): string | undefined {
  const extra = given[words.length];
  if (extra !== undefined) return argumentsCopy.word(extra);
  for (const [place, { is, optional }] of words.entries()) {
    const word = given[place];
    if (word === undefined) {
      if (optional) continue;
      return argumentsCopy.missing(typeof is === 'string' ? is : argumentsCopy.what);
    }
    if (typeof is !== 'string' && !is.includes(word)) return argumentsCopy.other(word);
  }
  return undefined;
}

/**
 * The command's arguments, with `need` for an option that it cannot do without. Both throw `CannotOperate` with the
 * usage and with what is wrong: an unknown option, a missing value, a word that is missing, unknown or too much.
 */
export function argumentsOf<const O extends Options>(
  { usage, options, words = [] }: Takes<O>,
  args: readonly string[] = process.argv.slice(2),
) {
  const known = options ?? ({} as O);
  let complaint: string;
  try {
    const parsed = parseArgs({ args: joined(known, args), options: known, allowPositionals: true });
    const wrong = wrongWords(words, parsed.positionals);
    if (wrong === undefined) {
      const given: Readonly<Record<string, unknown>> = parsed.values;
      return {
        ...parsed,
        need: (option: keyof O & string): string => {
          const value = given[option];
          if (typeof value === 'string' && value !== '') return value;
          throw misused(usage, argumentsCopy.needed(`--${option}`));
        },
      };
    }
    complaint = wrong;
  } catch (error) {
    complaint = complaintIn(error);
  }
  throw misused(usage, complaint);
}

/**
 * Makes a folder and those above it. Node's own `recursive` never returns where a parent exists that takes no folder,
 * such as /proc, so each is made by itself.
 */
export function makeFolder(dir: string): void {
  try {
    mkdirSync(dir);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && statSync(dir).isDirectory()) return;
    const above = dirname(dir);
    if (codeOf(error) !== 'ENOENT' || statSync(above, { throwIfNoEntry: false })) throw error;
    makeFolder(above);
    mkdirSync(dir);
  }
}

/**
 * Writes a new file for its owner alone, piece by piece; one that is there is never written over. The file is made
 * before the work begins, for that may record what must not be lost for want of a place, and is gone where it fails.
 */
export async function newFile(
  file: string,
  work: (write: (text: string) => void) => void | Promise<void>,
): Promise<void> {
  const made = openSync(file, 'wx', 0o600);
  try {
    await work((text) => writeSync(made, text));
  } catch (error) {
    rmSync(file);
    throw error;
  } finally {
    closeSync(made);
  }
}

/** The one sentence for what stopped a command, or undefined for a bug. */
export function sentenceOf(error: unknown): string | undefined {
  if (error instanceof CannotOperate) return error.message;
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  return typeof code === 'string' ? fileSentence(code, path) : undefined;
}

/**
 * Ends the process with the number that the work answers (see `exit`), or with 2 and one sentence when it could not be
 * done.
 */
export async function run(
  work: () => number | Promise<number>,
  sentence: (error: unknown) => string | undefined = sentenceOf,
): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    console.error(sentence(error) ?? error);
    process.exitCode = exit.unable;
  }
}
