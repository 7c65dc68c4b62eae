import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CannotOperate } from '../operate/run';
import { cloudCopy } from './copy';
import { isSecret, isVariable, variableNames, type VariableName } from './variables';

const inFile = variableNames.filter((name) => !isSecret(name));
/** JSON in JSON is hard to write: a table stands as it is, and becomes text here. */
const value = z.union([z.string(), z.number(), z.boolean(), z.record(z.string(), z.string())]);

/** The account's own pair and the vault's private half belong to no function, and to no file either. */
const mustNotLie = (name: string): boolean =>
  (isVariable(name) && isSecret(name)) || /^(?:TENCENTCLOUD_SECRET|VAULT_PRIVATE)/.test(name);

const schema = z.strictObject({
  /** Where the environment is; a place outside mainland China is refused (P32). */
  region: z.string(),
  /** The mini program's own. */
  appid: z.string().regex(/^wx[0-9a-f]{16}$/),
  /** What the functions read and may be seen, by name. */
  variables: z.partialRecord(z.enum(inFile), value),
});

/** What an operator decides once; everything else is derived. Keys come from the environment of the command. */
export interface OperatorFile {
  region: string;
  appid: string;
  variables: Readonly<Partial<Record<VariableName, string>>>;
}

const asText = (given: z.infer<typeof value>): string =>
  typeof given === 'object' ? JSON.stringify(given) : String(given);

function jsonIn(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new CannotOperate(cloudCopy.file.missing(path));
  }
  try {
    // Some editors put a mark before the first sign.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new CannotOperate(cloudCopy.file.notJson(path));
  }
}

/**
 * The operator's file and the keys of the environment as one set of variables. Throws `CannotOperate` with a sentence
 * for a file that is none, a member that is unknown, and a key that stands in the file.
 */
export function readOperatorFile(path: string, environment: NodeJS.ProcessEnv = process.env): OperatorFile {
  const given = jsonIn(path);
  const { variables: inner, ...outer } = (given ?? {}) as { variables?: object };
  const leaked = Object.keys({ ...outer, ...inner }).filter(mustNotLie);
  if (leaked.length > 0) throw new CannotOperate(cloudCopy.file.secret(path, leaked));
  const read = schema.safeParse(given);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path: place, code, ...issue }) =>
      [...place, ...(code === 'unrecognized_keys' ? (issue as { keys: string[] }).keys : [])].join('.'),
    );
    throw new CannotOperate(cloudCopy.file.wrong(path, [...new Set(wrong)]));
  }
  const { region, appid, variables } = read.data;
  const secrets = variableNames.filter(isSecret).flatMap((name) => {
    const secret = environment[name];
    return secret ? [[name, secret] as const] : [];
  });
  // An empty one is one that is not given, as a vault that is named nothing is none.
  const visible = Object.entries(variables)
    .map(([name, held]) => [name, asText(held)] as const)
    .filter(([, text]) => text !== '');
  return { region, appid, variables: Object.fromEntries([...visible, ...secrets]) };
}
