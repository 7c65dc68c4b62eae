import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { parseInput } from '../../cloudfunctions/platform/input';
import { inputLabels } from '../../src/contracts/input-text';
import type { Operation } from '../../src/contracts/operation';
import { operator as operations } from '../../src/contracts/operator';
import { CannotOperate, command, exit } from './connect';
import { operateCopy, operationTitles } from './copy-operate';

type Name = keyof typeof operations;

const isName = (word: string | undefined): word is Name =>
  word !== undefined && Object.hasOwn(operations, word);

const usage = [
  operateCopy.usage,
  ...Object.entries(operationTitles).map(([name, title]) => `  ${name}：${title}`),
].join('\n');

type Schema = z.core.JSONSchema.BaseSchema;

/** What an object is made of: a line for each member, and deeper ones for those of a list. */
function linesOf({ properties = {}, required = [] }: Schema, indent = '  '): string[] {
  return Object.entries(properties).flatMap(([name, declared]) => {
    const { enum: choices, items }: Schema = typeof declared === 'object' ? declared : {};
    const kind = choices ? operateCopy.oneOf(choices.map(String)) : items ? operateCopy.list : '';
    const line = operateCopy.member(name, inputLabels[name] ?? name, required.includes(name));
    const inner = typeof items === 'object' && !Array.isArray(items) ? linesOf(items, `${indent}  `) : [];
    return [`${indent}${line}${kind}`, ...inner];
  });
}

/** What an operation takes, read off its schema. */
function membersOf(name: Name): string {
  const { input }: Operation = operations[name];
  const lines = linesOf(z.toJSONSchema(input, { unrepresentable: 'any' }));
  const title = operationTitles[name];
  return lines.length === 0 ? operateCopy.nothing(title) : [operateCopy.members(title), ...lines].join('\n');
}

/** The input from a file, or from standard input for `-`: on the command line it would stay in the shell's history. */
function inputIn(file: string): unknown {
  const text = readFileSync(file === '-' ? process.stdin.fd : file, 'utf8');
  try {
    const input: unknown = JSON.parse(text);
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input;
  } catch {
    // The parser's own message is English and repeats what was typed.
  }
  throw new CannotOperate(operateCopy.notJson);
}

/**
 * Writes the answer of some work to the terminal, or into a new file for its owner alone. The file is made first: what is
 * recorded as given must not be lost for want of a place.
 */
async function answerInto(out: string | undefined, work: () => Promise<string>): Promise<void> {
  if (out === undefined) {
    process.stdout.write(await work());
    return;
  }
  const file = openSync(out, 'wx', 0o600);
  try {
    writeFileSync(file, await work());
  } catch (error) {
    rmSync(out);
    throw error;
  } finally {
    closeSync(file);
  }
  console.log(operateCopy.written(out));
}

const options = { out: { type: 'string' } } as const;

/**
 * `operate OPERATION FILE [--out FILE]`: any of the operator's calls, each as its contract has it, so that a new one has
 * its command by itself. The input is checked before anything is called. The answer may hold personal data, so it can go
 * into a new file that nobody else reads instead of the terminal.
 */
if (require.main === module) {
  void command({ usage, options, words: 2 }, async ({ call }, { positionals: [name, file], values }) => {
    if (!isName(name)) throw new CannotOperate(usage);
    if (file === undefined) throw new CannotOperate(membersOf(name));
    const operation: Operation = operations[name];
    const input = parseInput(operation.input, inputIn(file));
    if (!input.ok) throw new CannotOperate(input.error.message);
    await answerInto(values.out, async () => {
      const answer = await call(operation, input.data);
      if (!answer.ok) throw new CannotOperate(answer.error.message);
      return `${JSON.stringify(answer.data, null, 2)}\n`;
    });
    return exit.good;
  });
}
