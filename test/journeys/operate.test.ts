import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { operator } from '../../src/contracts/operator';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { operate, operateWith } from '../make/operate';
import { makePerson, type Person } from '../make/person';

let cloud: TestCloud;
let person: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
  person = makePerson(cloud);
  dataOf(await person.register());
});
afterAll(() => cloud.stop());

const order = () => ({
  phone: person.number,
  authority: '某市公安局',
  exception: 'criminal-justice',
  document: '调证字〔2026〕12号',
  fields: ['accounts.phone'],
  by: '王办',
  second: '李办',
});
const fileWith = (name: string, input: unknown) => {
  const file = join(cloud.dir, name);
  writeFileSync(file, typeof input === 'string' ? input : JSON.stringify(input));
  return file;
};

describe('the command for all of the operator’s calls', () => {
  it('lists them, and what each takes, and never asks for it on the command line', async () => {
    const { code, stderr } = await operate(cloud, 'operate');
    expect(code).toBe(2);
    for (const name of Object.keys(operator)) expect(stderr).toContain(`  ${name}：`);
    const asked = await operate(cloud, 'operate', 'disclose');
    expect(asked).toMatchObject({ code: 2, stdout: '' });
    for (const name of Object.keys(order())) expect(asked.stderr).toContain(`"${name}"：`);
    expect(asked.stderr).toMatch(/"exception".*只能写 .*criminal-justice（刑事/);
    expect(asked.stderr).toMatch(/"fields".*只能写 .*accounts\.phone（手机号）/);
    expect(asked.stderr).not.toContain('accounts.key');
    expect((await operate(cloud, 'operate', 'deliver')).stderr).toMatch(
      /"phone"：手机号（必填）[^]*"recipient".*只能写 visit（/,
    );
    const taken = (await operate(cloud, 'operate', 'import')).stderr;
    expect(taken).toMatch(/"from"：合作方名称（必填）[^]*"field"：信息项目（必填），只能写 nickname（昵称）/);
    expect((await operate(cloud, 'operate', 'incident')).stderr).toMatch(
      /"field"：信息项目（必填），只能写 accounts/,
    );
    expect((await operate(cloud, 'operate', 'statistics')).stderr).toContain('只能写 requests、');
    expect((await operate(cloud, 'operate', 'replay')).stderr).toContain(
      '    "keyFingerprint"：密钥指纹（必填）',
    );
    const refused = await operate(cloud, 'operate', 'disclose', '--phone', '13800138000');
    const usage = stderr.replace('还要写要做什么，能写的在上面。\n', '');
    expect(refused.stderr).toBe(`${usage}不认识“--phone”，请照上面的写法改。\n`);
  }, 60_000);

  it('carries one out from a file or from standard input, and answers into a file for its owner alone', async () => {
    const out = join(cloud.dir, 'given.json');
    const given = fileWith('order.json', order());
    expect(await operate(cloud, 'operate', 'disclose', given, '--out', out)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.not.stringContaining(person.number) as string,
    });
    expect(readFileSync(out, 'utf8')).toContain(person.number);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const asked = JSON.stringify({ phone: person.number, by: '王办' });
    const checked = await operateWith(asked, cloud, 'operate', 'compelled', '-');
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(checked.stdout)).toMatchObject({ disclosures: [{ verdict: 'intact' }] });
    // What was written is not written over, and nothing is done for it.
    const audits = cloud.rows('audits').length;
    const again = await operate(cloud, 'operate', 'disclose', given, '--out', out);
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('已经有同名的文件') as string });
    expect(cloud.rows('audits')).toHaveLength(audits);
  }, 60_000);

  it('says in one sentence what is wrong, and does nothing', async () => {
    const audits = cloud.rows('audits').length;
    const wrong: [file: string, said: string][] = [
      [fileWith('short.json', { ...order(), second: undefined }), '另一位经办人'],
      [fileWith('same.json', { ...order(), second: '王办' }), '两个人'],
      [fileWith('word.json', { ...order(), exception: 'police' }), '“法律情形”填得不对'],
      [fileWith('more.json', { ...order(), note: 'x' }), '不认识 “note”'],
      [fileWith('list.json', [order()]), 'JSON'],
      [fileWith('no.json', 'phone=13800138000'), 'JSON'],
      [join(cloud.dir, 'none.json'), '没有这个文件'],
    ];
    for (const [file, said] of wrong) {
      const ran = await operate(cloud, 'operate', 'disclose', file);
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toMatch(/^[^\n]*\p{Script=Han}[^\n]*。\n$/u);
      expect(ran.stderr).toContain(said);
    }
    const out = join(cloud.dir, 'refused.json');
    await operate(cloud, 'operate', 'disclose', join(cloud.dir, 'same.json'), '--out', out);
    expect(existsSync(out)).toBe(false);
    expect(cloud.rows('audits')).toHaveLength(audits);
  }, 60_000);
});

describe('any command', () => {
  const sentence = (said: RegExp) => ({
    ...{ code: 2, stdout: '', isSaidLocal: false },
    stderr: expect.stringMatching(said) as string,
  });

  it('says so where another program answers on the port', async () => {
    const other = createServer((_, response) => response.end('<html></html>'));
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
    const { port } = other.address() as AddressInfo;
    const ran = await operate({ cloud: { port } } as TestCloud, 'verify', 'ledger');
    other.close();
    expect(ran).toEqual(sentence(/^http:\S+ 有回应，但不是云环境，[^\n]+。\n$/));
  }, 60_000);

  it('says that it looked at the cloud of this machine, and takes no empty name for it', async () => {
    expect(await operate(cloud, 'guideline')).toMatchObject({ code: 0, isSaidLocal: false });
    expect(await operate(cloud, 'migrate')).toMatchObject({ code: 0, stderr: '', isSaidLocal: true });
    expect(await operate(cloud, 'migrate', '--env', '')).toEqual(sentence(/\n还要写“--env”和它的值。\n$/));
  }, 60_000);

  it('says how it is used where it is told nothing, and what is no receipt', async () => {
    expect(await operate(cloud, 'check-deployment')).toEqual(
      sentence(/^用法：npm run check-deployment.*\n还要写地区。\n$/),
    );
    expect(await operate(cloud, 'check-receipt')).toEqual(
      sentence(/^用法：npm run check-receipt.*\n还要写回执的文件。\n$/),
    );
    expect(await operate(cloud, 'operate', 'dance')).toEqual(
      sentence(/^用法：npm run operate[^]+\n没有“dance”，.*\n$/),
    );
    expect(await operate(cloud, 'journal', 'export')).toEqual(sentence(/\n还要写文件。\n$/));
    expect(await operate(cloud, 'journal', 'replay', 'f', '--by', 'x')).toEqual(
      sentence(/\n还要写“--confirm”.*\n$/),
    );
    expect(await operate(cloud, 'vault', 'open', '--id', 'x')).toEqual(
      sentence(/\n还要写“--by”和它的值。\n$/),
    );
    expect(await operate(cloud, 'verify', 'ledgre')).toEqual(sentence(/\n没有“ledgre”，.*\n$/));
    const noKey = await operate(cloud, 'verify', 'ledger', '--key', 'no.pem');
    expect(noKey).toEqual(sentence(/^“no\.pem”读写不了：没有这个文件.*\n$/));
    const empty = fileWith('empty.json', {});
    expect(await operate(cloud, 'check-receipt', empty)).toEqual(sentence(/^这里面没有回执。\n$/));
  }, 60_000);
});
