import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errors, fail, type ErrorCode } from '../../../src/contracts/errors';
import { contracts } from '../../../src/contracts';
import { operations } from './operations';

const codes = Object.keys(errors) as ErrorCode[];

/** What any call may answer, whatever the operation: the doors' and the platform's own refusals. */
const everywhere: ErrorCode[] = [
  'INVALID_INPUT',
  'REGION_OUTSIDE',
  'UNKNOWN_ACTION',
  'MINI_PROGRAM_ONLY',
  'CONSOLE_ONLY',
  'APP_OLDER',
  'APP_NEWER',
  'ERASED',
  'DATA_DAMAGED',
  'DATA_NEWER',
  'BUSY',
  'NETWORK',
  'INTERNAL',
];

describe.each(operations)('%s', (name, operation) => {
  it('lists failures that are in the table, each once', () => {
    expect(operation.errors.filter((code) => !Object.hasOwn(errors, code))).toEqual([]);
    expect(new Set(operation.errors).size).toBe(operation.errors.length);
    expect(operation.errors.filter((code) => everywhere.includes(code))).toEqual([]);
  });

  it('stands in its contract under its own name', () => {
    expect(name).toBe(`${operation.function}.${operation.action}`);
  });
});

describe('the table of errors', () => {
  it('holds nothing that no operation can answer', () => {
    const used = new Set([...everywhere, ...operations.flatMap(([, operation]) => operation.errors)]);
    expect(codes.filter((code) => !used.has(code))).toEqual([]);
  });

  it.each(codes)('%s is one plain Chinese sentence that says what to do', (code) => {
    const { message } = errors[code];
    expect(message).toMatch(/^[^。！？\n]{6,50}。$/u);
    expect(message).toMatch(/请/);
    expect(message.replace(/APP|JSON/g, '')).not.toMatch(/[A-Za-z]/);
  });

  it('has no sentence twice, so that each tells its failure', () => {
    expect(new Set(codes.map((code) => errors[code].message)).size).toBe(codes.length);
  });

  it('says that trying again may help only of what passes by itself', () => {
    const again = codes.filter((code) => errors[code].retryable);
    expect(again.sort()).toEqual([
      'APP_NEWER',
      'BUSY',
      'DATA_NEWER',
      'GUARDIAN_ASKED_OFTEN',
      'GUARDIAN_TRIES',
      'INTERNAL',
      'NETWORK',
      'SMS_TOO_OFTEN',
    ]);
  });

  it('marks what sends a person to write an e-mail, so that the address stands beside the sentence', () => {
    const sending = codes.filter((code) => errors[code].message.includes('邮件'));
    expect(sending).not.toEqual([]);
    expect(codes.filter((code) => errors[code].byMail === true)).toEqual(sending);
  });

  it('makes results that carry the table: code, sentence and what comes next', () => {
    for (const code of codes) {
      expect(fail(code)).toEqual({ ok: false, error: { code, ...errors[code] } });
      expect(fail(code, '另一句。')).toEqual({
        ok: false,
        error: { code, ...errors[code], message: '另一句。' },
      });
    }
  });
});

/** What each of the platform's gates may answer: their failures stand in no handler's own source. */
const member: ErrorCode[] = ['NOT_REGISTERED', 'FROZEN', 'LOCKED'];
const readable: ErrorCode[] = [...member, 'REQUEST_UNKNOWN', 'REQUEST_ALTERED'];
const gates: Readonly<Record<string, readonly ErrorCode[]>> = {
  'requireMember(call)': member,
  'requireAccount(call)': ['NOT_REGISTERED', 'LOCKED'],
  'readableRequest(call)': readable,
  'ownRequest(call)': [...readable, 'REQUEST_OF_GUARDIAN'],
};

describe.each(Object.keys(contracts))('the function %s', (name) => {
  const folder = join(__dirname, '../../../cloudfunctions', name);
  const source = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');

  it('answers no failure that its contract does not list', () => {
    const listed = operations.flatMap(([, operation]) =>
      operation.function === name ? operation.errors : [],
    );
    const answered = [...source.matchAll(/fail\(\s*'([A-Z_]+)'/g)].map(([, code = '']) => code as ErrorCode);
    expect(answered.filter((code) => !listed.includes(code) && !everywhere.includes(code))).toEqual([]);
  });

  it('lists what the gates may answer through which its operations go', () => {
    const unlisted = operations
      .filter(([, operation]) => operation.function === name)
      .flatMap(([path, { action, errors: listed }]) => {
        const [, handler = ''] = source.split(new RegExp(`^export const ${action}\\b`, 'm'));
        const [own = ''] = handler.split(/^(?:export|const|async function|function)\b/m);
        const passed = Object.entries(gates).filter(([gate]) => own.includes(gate));
        return passed
          .flatMap(([, codes]) => codes.filter((code) => !listed.includes(code)))
          .map((code) => `${path}: ${code}`);
      });
    expect(unlisted).toEqual([]);
  });
});
