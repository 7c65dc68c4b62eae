import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { parseInput } from '../../cloudfunctions/platform/input';
import { choices } from './choices';
import { inputLabels } from '../../src/contracts/input-text';
import type { Operation } from '../../src/contracts/operation';
import { operator as operations } from '../../src/contracts/operator';
import { CannotOperate, command, exit } from './connect';
import { operateCopy, operationTitles } from './copy-operate';
import { newFile } from './run';

type Name = keyof typeof operations;

const usage = [
  operateCopy.usage,
  ...Object.entries(operationTitles).map(([name, title]) => `  ${name}：${title}`),
].join('\n');

type Schema = z.core.JSONSchema.BaseSchema;

/** What a member is called here, and the words it takes where only some are taken. */
interface Words {
  labels: Readonly<Record<string, string>>;
  choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The words that a member takes, with what each means where that is known. */
function wordsFor(name: string, { enum: enumerated }: Schema, words: Words): string {
  const known = words.choices[name];
  if (known)
    return operateCopy.oneOf(Object.entries(known).map(([word, label]) => operateCopy.word(word, label)));
  return enumerated ? operateCopy.oneOf(enumerated.map(String)) : '';
}

/** What an object is made of: a line for each member, and deeper ones for those of a list. */
function linesOf({ properties = {}, required = [] }: Schema, words: Words, indent = '  '): string[] {
  return Object.entries(properties).flatMap(([name, declared]) => {
    const schema: Schema = typeof declared === 'object' ? declared : {};
    const { items } = schema;
    const kind = `${items ? operateCopy.list : ''}${wordsFor(name, schema, words)}`;
    const line = operateCopy.member(name, words.labels[name] ?? name, required.includes(name));
    const isObject = typeof items === 'object' && !Array.isArray(items);
    return [`${indent}${line}${kind}`, ...(isObject ? linesOf(items, words, `${indent}  `) : [])];
  });
}

/** What an operation takes, read off its schema. */
function membersOf(name: Name): string {
  const { input, labels }: Operation = operations[name];
  const words = { labels: { ...inputLabels, ...labels }, choices: choices[name] ?? {} };
  const lines = linesOf(z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' }), words);
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
 * The file's input as the operation takes it; throws `CannotOperate` with what is wrong and where to see what is right.
 */
function inputFor(name: Name, file: string) {
  const { input, labels }: Operation = operations[name];
  const given = inputIn(file);
  const issues = input.safeParse(given).error?.issues ?? [];
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  if (unknown.length > 0) throw new CannotOperate(operateCopy.unknown(unknown, name));
  const parsed = parseInput(input, given, labels);
  if (!parsed.ok) throw new CannotOperate(operateCopy.wrong(parsed.error.message, name));
  return parsed.data;
}

/** Writes the answer of some work to the terminal, or into a new file for its owner alone. */
async function answerInto(out: string | undefined, work: () => Promise<string>): Promise<void> {
  if (out === undefined) {
    process.stdout.write(await work());
    return;
  }
  await newFile(out, async (write) => {
    write(await work());
  });
  console.log(operateCopy.written(out));
}

const takes = {
  usage,
  options: { out: { type: 'string' } },
  words: [{ is: Object.keys(operations) }, { is: operateCopy.file, optional: true }],
} as const;

/**
 * `operate OPERATION FILE [--out FILE]`: any of the operator's calls, each as its contract has it, so that a new one
 * has its command by itself. The input is checked before anything is called. The answer may hold personal data, so it
 * can go into a new file that nobody else reads instead of the terminal.
 */
if (require.main === module) {
  void command(takes, async ({ call }, { positionals: [word, file], values }) => {
    // One of them: the command takes no other.
    const name = word as Name;
    if (file === undefined) throw new CannotOperate(membersOf(name));
    const operation: Operation = operations[name];
    const input = inputFor(name, file);
    await answerInto(values.out, async () => {
      const answer = await call(operation, input);
      if (!answer.ok) throw new CannotOperate(answer.error.message);
      return `${JSON.stringify(answer.data, null, 2)}\n`;
    });
    return exit.good;
  });
}
