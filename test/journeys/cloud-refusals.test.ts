import { rmSync, writeFileSync } from 'node:fs';
import { setManaged } from '../make/managed';

const managed = setManaged();
const { run, write, environment } = managed;

describe('what cannot be done is said in one sentence', () => {
  test.each([
    ['a wrong key', { TENCENTCLOUD_SECRETKEY: 'wrong' }, '云端不认这对密钥'],
    ['no key', { TENCENTCLOUD_SECRETID: '' }, '请先设置环境变量 TENCENTCLOUD_SECRETID'],
    ['a key of another account', { TENCENTCLOUD_SECRETID: 'AKIDother' }, '云端不认这对密钥'],
    ['no master key', { MASTER_KEY: '' }, 'MASTER_KEY 或 MASTER_KEY_KMS 还没有设置'],
    ['no network', { http_proxy: 'http://127.0.0.1:1' }, '没有等到云端的回答'],
    [
      'too large a variable',
      {
        RECIPIENTS: JSON.stringify({
          visit: { url: `https://visit.example.com/${'a'.repeat(4096)}`, token: 'x'.repeat(16) },
        }),
      },
      '云开发最多放 4096 字节',
    ],
  ])('%s', async (_, given, words) => {
    const { code, stdout, stderr } = await run('plan', given);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('an environment that there is not, or that is elsewhere', async () => {
    managed.cloud.environments.set(managed.env, { ...environment(), region: 'ap-hongkong' });
    expect((await run('plan')).stderr).toContain('这个环境却在 ap-hongkong');
    write({ region: 'ap-hongkong' });
    expect((await run('plan')).stderr).toContain('地区 ap-hongkong 不在中国大陆');
    write({});
    managed.cloud.environments.clear();
    expect((await run('plan')).stderr).toContain('没有这个云环境');
  });

  test('a file that is none, is wrong, or holds a key', async () => {
    const said = async () => (await run('plan')).stderr;
    writeFileSync(managed.file, '{');
    expect(await said()).toContain('不是 JSON');
    write({ regoin: 'x' });
    expect(await said()).toContain('regoin');
    write({}, { MASTER_KEY: managed.secrets.MASTER_KEY });
    expect(await said()).toMatch(/里有 MASTER_KEY，这些不能写进文件/);
    rmSync(managed.file);
    expect(await said()).toContain('读不到运营者文件');
    expect(managed.cloud.calls).toEqual([]);
  });

  test.each([
    ['no command', [], '还要写要做什么，能写的在上面。'],
    ['an unknown one', ['deploy'], '没有“deploy”，请照上面的写法改。'],
    ['no environment', ['plan', '--env', ''], '请用 --env 写云环境的编号'],
    ['an unknown option', ['plan', '--fool'], '不认识“--fool”'],
    ['what the command does not take', ['plan', '--do'], 'plan 不用“--do”，请去掉它。'],
    ['a change of nothing', ['apply', '--change', 'MASTER_KEY，MASTER_KEEY'], '“MASTER_KEEY”不是能改的变量'],
    ['what would only look, of one that does', ['apply', '--look'], 'apply 不用“--look”'],
  ])('%s', async (_, words, complaint) => {
    const { code, stdout, stderr } = await managed.type(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^用法：/);
    expect(stderr.trimEnd().split('\n').at(-1)).toContain(complaint);
    expect(managed.cloud.calls).toEqual([]);
  });

  test('a vault that there is not, told from the environment', async () => {
    write({}, { KEYS_ENV: 'vault-9z' });
    expect((await run('plan')).stderr).toContain('没有 KEYS_ENV 写的云环境 vault-9z');
  });

  test('an appid that is none, with what it is', async () => {
    write({ appid: 'wx123' });
    expect((await run('plan')).stderr).toContain('appid（是 wx 加 16 个 0 到 9、a 到 f）');
  });

  test('a missing permission', async () => {
    managed.cloud.fault = { at: 8, how: 'forbidden' };
    const { code, stderr } = await run('apply');
    expect(code).toBe(2);
    expect(stderr).toMatch(/没有做这件事的权限（\w+）/);
  });
});
