import fc from 'fast-check';
import * as z from 'zod/mini';
import { parseInput } from '../../../cloudfunctions/platform/input';
import { accounts } from '../../../src/contracts/data-map/collections/accounts';
import { guardianCode } from '../../../src/contracts/guardian';
import { inputText } from '../../../src/contracts/input-text';
import { requestDetails } from '../../../src/contracts/request';
import { staffDecision } from '../../../src/contracts/staff';
import { id, isoDay, mobile, phoneProof, policyVersion, smsCode, text } from '../../../src/contracts/values';

interface Schema {
  safeParse: (value: unknown) => { success: boolean };
}

const takes = (schema: Schema, value: unknown) => schema.safeParse(value).success;

describe('a value from outside', () => {
  it.each<[string, Schema, unknown, boolean]>([
    ['a mainland number', mobile, '13800138000', true],
    ['a number with its country', mobile, '+8613800138000', false],
    ['a number one digit short', mobile, '1380013800', false],
    ['a nickname with emoji that are joined', text(24), '小林👩‍👩‍👧', true],
    ['a nickname that turns its direction', text(24), '小\u202e林', false],
    ['a nickname within an isolate', text(24), '\u2066小林\u2069', false],
    ['a nickname of nothing to see', text(24), '小\u200b林', false],
    ['a number with a line break after it', mobile, '13800138000\n', false],
    ['a ULID', id, '01JQ0000000000000000000000', true],
    ['an id with a path in it', id, '../etc', false],
    ['an id that begins like an operator', id, '$gt', false],
    ['an empty id', id, '', false],
    ['a policy version', policyVersion, '1.2', true],
    ['a policy version in words', policyVersion, 'latest', false],
    ['a day', isoDay, '2024-02-29', true],
    ['a day that the year does not have', isoDay, '2026-02-29', false],
    ['an SMS proof', phoneProof, { kind: 'sms', number: '13800138000', code: '012345' }, true],
    [
      'an SMS proof with five digits',
      phoneProof,
      { kind: 'sms', number: '13800138000', code: '12345' },
      false,
    ],
    ['a proof by number alone', phoneProof, { kind: 'wechat', number: '13800138000' }, false],
    ['a proof of another kind', phoneProof, { kind: 'trust-me' }, false],
    ['a WeChat name', accounts.fields.wechatId.schema, 'abc_123', true],
    ['a WeChat name that begins with a digit', accounts.fields.wechatId.schema, '1abcdef', false],
    ['a picture', accounts.fields.avatar.schema, 'data:image/png;base64,iVBORw0KGgo=', true],
    [
      'a drawing that may hold a script',
      accounts.fields.avatar.schema,
      'data:image/svg+xml;base64,PHN2',
      false,
    ],
    ['a picture from somewhere else', accounts.fields.avatar.schema, 'https://example.com/a.png', false],
    ['a city', accounts.fields.city.schema, '440300', true],
    ['a code that is no city', accounts.fields.city.schema, '999999', false],
    [
      'thirteen answers',
      requestDetails,
      Object.fromEntries(Array.from('abcdefghijklm').map((name) => [name, ''])),
      false,
    ],
    [
      'twelve answers',
      requestDetails,
      Object.fromEntries(Array.from('abcdefghijkl').map((name) => [name, ''])),
      true,
    ],
    ['an answer under a dotted name', requestDetails, { 'a.b': 'x' }, false],
  ])('%s', (_, schema, value, taken) => {
    expect(takes(schema, value)).toBe(taken);
  });

  it.each<[string, { parse: (value: unknown) => unknown }, string, string]>([
    ['number', mobile, '１３８００１３８０００', '13800138000'],
    ['SMS code', smsCode, '０１２３４５', '012345'],
    ['guardian’s code', guardianCode, 'ＡＢＣＤ２３４５', 'ABCD2345'],
    ['WeChat name', accounts.fields.wechatId.schema, 'ａｂｃ＿123', 'abc_123'],
  ])('is the usual %s, however wide its signs were typed', (_, schema, typed, meant) => {
    expect(schema.parse(typed)).toBe(meant);
  });

  it('is refused in a sentence of its own where something in it cannot be seen', () => {
    const told = parseInput(z.strictObject({ nickname: text(24) }), { nickname: '小\u202e林' });
    expect(told).toMatchObject({ error: { code: 'INVALID_INPUT', message: inputText.hidden('昵称') } });
    const asked = parseInput(z.strictObject({ details: requestDetails }), { details: '请看\u202e这里' });
    expect(asked).toMatchObject({ error: { code: 'INVALID_INPUT', message: inputText.hidden('说明') } });
  });

  it('is text only without control signs, trimmed, and within its length', () => {
    const max = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 30 }), max, (value, longest) => {
        const trimmed = value.trim();
        const isGood =
          trimmed.length > 0 &&
          trimmed.length <= longest &&
          !Array.from(trimmed).some(
            (sign) => !['\t', '\n', '\r'].includes(sign) && (sign < ' ' || sign === '\u007f'),
          );
        const result = text(longest).safeParse(value);
        expect(result.success).toBe(isGood);
        if (result.success) expect(result.data).toBe(trimmed);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a row of staff', () => {
  const good = { requestId: '01A', expectedVersion: 1, decision: 'approve', reviewer: '王审', submit: true };

  it.each([
    ['as it should be', good, true],
    ['not submitted', { ...good, submit: false }, false],
    ['submitted as text', { ...good, submit: 'true' }, false],
    ['for version 0', { ...good, expectedVersion: 0 }, false],
    ['for half a version', { ...good, expectedVersion: 1.5 }, false],
    ['by nobody', { ...good, reviewer: ' ' }, false],
    ['with a column more', { ...good, note: 'x' }, false],
    ['with an inherited name as decision', { ...good, decision: 'toString' }, false],
  ])('%s', (_, row, taken) => {
    expect(takes(staffDecision, row)).toBe(taken);
  });
});
