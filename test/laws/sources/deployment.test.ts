import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  checks,
  faultsOf,
  miniProgramSources,
  type Deployment,
} from '../../../config/operate/check-deployment';
import { createVaultKeys } from '../../../config/operate/vault-key';
import { smsWords } from '../../../cloudfunctions/copy/messages';
import { mainlandRegions } from '../../../cloudfunctions/platform/region';
import { serve } from '../../../cloudfunctions/platform/handler';
import { serveJob } from '../../../cloudfunctions/platform/job';
import { recipients } from '../../../src/contracts/data-map/recipients';
import { ok } from '../../../src/contracts/result';

const key = () => randomBytes(32).toString('base64');
const { publicKey, privateKey } = createVaultKeys();
const recipientsAt = (url: string, id = 'visit') =>
  JSON.stringify({ [id]: { url, token: 'a-token-of-sixteen-or-more' } });

const good: Deployment = {
  region: 'ap-shanghai',
  variables: {
    MASTER_KEY: key(),
    LOOKUP_KEY: key(),
    SIGNING_KEY: key(),
    VAULT_PUBLIC_KEY: publicKey,
    STAFF: JSON.stringify({ 王审: 'reviewer', 李审: 'second' }),
    MINORS_STAFF: '王审',
    SMS_TEMPLATE_ID: '1234567',
    SUBSCRIBE_TEMPLATE_ID: 'tmpl-answer',
    SMS_TEMPLATES: JSON.stringify(Object.fromEntries(Object.keys(smsWords).map((name) => [name, '7654321']))),
    RECIPIENTS: recipientsAt('https://visit.example.com/r'),
  },
  project: readFileSync('project.config.json', 'utf8'),
  sources: miniProgramSources(),
};
const varied = (name: string, value: string | undefined, more: Deployment['variables'] = {}) => ({
  ...good,
  variables: { ...good.variables, [name]: value, ...more },
});
/** One plain Chinese sentence, which its writer ends; names of variables and hosts are said as they are written. */
const sentence = /^[^。！？\n]*\p{Script=Han}[^。！？\n]*$/u;

/** The one fault of a deployment. */
async function faultOf(deployment: Deployment): Promise<string> {
  const faults = await faultsOf(deployment);
  expect(faults).toEqual([expect.stringMatching(sentence)]);
  return faults[0] ?? '';
}

describe('a deployment', () => {
  it('of this very project is good where its region and keys are', async () => {
    expect(await faultsOf(good)).toEqual([]);
    expect(Object.keys(good.sources).length).toBeGreaterThan(100);
  });

  it.each([undefined, '', 'ap-hongkong', 'ap-singapore', 'na-siliconvalley', 'eu-frankfurt', 'toString'])(
    '[P32] is refused in region %s',
    async (region) => {
      expect(await faultOf({ ...good, region })).toContain('不在中国大陆');
    },
  );

  it('[P32] may go to every region of the table', async () => {
    for (const region of mainlandRegions) expect(await faultsOf({ ...good, region })).toEqual([]);
  });

  it.each([
    ['another country’s', recipientsAt('https://collector.us-east-1.amazonaws.com')],
    ['another recipient’s', recipientsAt('https://survey.example.com')],
  ])('[P32] is refused where a recipient is connected at a host of %s', async (_, setting) => {
    const fault = await faultOf(varied('RECIPIENTS', setting));
    expect(fault).toContain(recipients.visit.name);
    expect(fault).toContain(recipients.visit.hosts.join('、'));
    expect(fault).not.toMatch(/amazonaws|survey|token/);
  });

  it.each(['https://kms.example.com', 'kms.example.com', 'kms.tencentcloudapi.com.example.com', 'https://'])(
    '[P32] is refused where the key service is elsewhere: %s',
    async (endpoint) => {
      expect(await faultOf(varied('KMS_ENDPOINT', endpoint))).toContain('KMS_ENDPOINT');
    },
  );

  it.each(['', 'kms.tencentcloudapi.com', 'https://kms.tencentcloudapi.com/'])(
    '[P32] may ask the cloud’s own key service: “%s”',
    async (endpoint) => {
      expect(await faultsOf(varied('KMS_ENDPOINT', endpoint))).toEqual([]);
    },
  );

  it.each([
    ['no JSON', 'visit'],
    ['without a token', '{"visit":{"url":"https://visit.example.com"}}'],
    ['somebody unknown', recipientsAt('https://visit.example.com', 'nobody')],
  ])('is refused where the recipients’ setting is %s', async (_, setting) => {
    expect(await faultOf(varied('RECIPIENTS', setting))).toContain('RECIPIENTS');
  });

  it.each<[string, Deployment]>([
    ['a recipient’s address', varied('RECIPIENTS', recipientsAt('http://visit.example.com'))],
    ['the key service’s', varied('KMS_ENDPOINT', 'HTTP://kms.example.com')],
    [
      'the project’s settings',
      { ...good, project: '{"setting":{"urlCheck":true},"cdn":"http://a.example.com"}' },
    ],
    ['WeChat’s own check left out', { ...good, project: '{"setting":{"urlCheck":false}}' }],
    [
      'a request past wx.cloud',
      { ...good, sources: { 'src/a.ts': "void Taro.request({ url: 'https://a' })" } },
    ],
    ['a socket', { ...good, sources: { 'src/a.ts': 'wx.connectSocket({})' } }],
  ])('[P37] is refused for %s', async (_, deployment) => {
    await faultOf(deployment);
  });

  it('[P36] is refused with the vault’s private key', async () => {
    expect(await faultOf(varied('VAULT_PRIVATE_KEY', privateKey))).toContain('VAULT_PRIVATE_KEY');
  });

  it.each(['LOOKUP_KEY', 'SIGNING_KEY', 'VAULT_PUBLIC_KEY'])('is refused without %s', async (name) => {
    expect(await faultOf(varied(name, undefined))).toContain(`${name} 还没有设置`);
    expect(await faultOf(varied(name, ''))).toContain(`${name} 还没有设置`);
  });

  it.each([
    ['too short', randomBytes(31).toString('base64')],
    ['too long', randomBytes(33).toString('base64')],
    ['in hex', randomBytes(32).toString('hex')],
    ['in base64url', Buffer.alloc(32, 255).toString('base64url')],
    ['with a blank', ` ${key()}`],
  ])('is refused where a key is %s, and never repeats it', async (_, text) => {
    for (const name of ['MASTER_KEY', 'LOOKUP_KEY', 'SIGNING_KEY', 'MASTER_KEY_PREVIOUS']) {
      const fault = await faultOf(varied(name, text));
      expect(fault).toContain(`${name} 不是 32 字节`);
      expect(fault).not.toContain(text.trim());
    }
  });

  it.each([
    ['nothing that can be a point', 'BPxx'],
    ['not on the curve', `BA${'A'.repeat(85)}`],
    ['the private half', privateKey],
    ['in another encoding', Buffer.from(publicKey, 'base64url').toString('hex')],
  ])('[P36] is refused where the vault’s public key is %s', async (_, text) => {
    expect(await faultOf(varied('VAULT_PUBLIC_KEY', text))).toContain('VAULT_PUBLIC_KEY');
  });

  const ciphertext = randomBytes(80).toString('base64');

  it('may have its master keys from the key service instead, each from one place alone', async () => {
    const byKms = { MASTER_KEY_KMS: ciphertext };
    expect(await faultsOf(varied('MASTER_KEY', undefined, byKms))).toEqual([]);
    expect(await faultsOf(varied('MASTER_KEY_PREVIOUS_KMS', ciphertext))).toEqual([]);
    expect(await faultsOf(varied('MASTER_KEY_PREVIOUS', key()))).toEqual([]);
    expect(await faultOf(varied('MASTER_KEY', undefined))).toContain('MASTER_KEY_KMS');
    expect(await faultOf(varied('MASTER_KEY_KMS', ciphertext))).toContain('只留一个');
    const both = { MASTER_KEY_PREVIOUS_KMS: ciphertext };
    expect(await faultOf(varied('MASTER_KEY_PREVIOUS', key(), both))).toContain('只留一个');
    expect(await faultOf(varied('MASTER_KEY', undefined, { MASTER_KEY_KMS: 'no base64!' }))).toContain(
      'MASTER_KEY_KMS',
    );
  });

  it.each([
    ['nobody', undefined],
    ['nobody', ''],
    ['nobody', '{}'],
    ['what is no list', '王审'],
    ['a role that there is not', '{"王审":"boss"}'],
  ])('[P39] is refused where its staff are %s: %s', async (_, staff) => {
    expect(await faultOf(varied('STAFF', staff))).toContain('STAFF');
  });

  it('[P20] is refused where nobody can endorse what another proposes', async () => {
    expect(await faultOf(varied('STAFF', '{"王审":"reviewer"}'))).toContain('复核人');
  });

  it.each(['', ' ', undefined])(
    '[P75] is refused where nobody handles minors’ requests: %j',
    async (names) => {
      expect(await faultOf(varied('MINORS_STAFF', names))).toContain('未成年人');
    },
  );

  it('has a check for each of its laws', () => {
    expect(Object.keys(checks)).toHaveLength(8);
  });

  it('[P32] is not even built for another region', () => {
    const build = () =>
      execFileSync(process.execPath, ['node_modules/.bin/tsx', 'config/functions.ts'], {
        env: { ...process.env, DEPLOY_REGION: 'ap-hongkong' },
        stdio: 'pipe',
      });
    expect(build).toThrow(/不在中国大陆/);
  });
});

describe('a function', () => {
  const context = { environment: '{}' };
  const before = process.env['TENCENTCLOUD_REGION'];
  afterEach(() => {
    if (before === undefined) delete process.env['TENCENTCLOUD_REGION'];
    else process.env['TENCENTCLOUD_REGION'] = before;
  });

  it.each(['ap-hongkong', 'ap-singapore', ''])(
    '[P32] refuses to work in region "%s", called or by timer',
    async (region) => {
      process.env['TENCENTCLOUD_REGION'] = region;
      const outside = { ok: false, error: { code: 'REGION_OUTSIDE' } };
      expect(await serve('account', {}, {})({ action: 'session' }, context)).toMatchObject(outside);
      const work = jest.fn(() => Promise.resolve(ok({})));
      expect(await serveJob('retention', {}, {}, work)({}, context)).toMatchObject(outside);
      expect(work).not.toHaveBeenCalled();
      process.env['TENCENTCLOUD_REGION'] = 'ap-guangzhou';
      expect(await serve('account', {}, {})({ action: 'session' }, context)).toMatchObject({
        ok: false,
        error: { code: 'UNKNOWN_ACTION' },
      });
    },
  );
});

describe('settings that a function would stumble over later', () => {
  it.each([
    ['COOLING_OFF_DAYS', '99', '0 到 5'],
    ['COOLING_OFF_DAYS', '1.5', '0 到 5'],
    ['FREE_REQUESTS', '-1', 'FREE_REQUESTS'],
    ['FREE_REQUESTS', '0', 'FREE_REQUESTS'],
    ['PLATFORM_CLOSED', 'perhaps', 'true 或 false'],
    ['SMS_TEMPLATE_ID', undefined, 'SMS_TEMPLATE_ID'],
    ['SUBSCRIBE_TEMPLATE_ID', '', 'SUBSCRIBE_TEMPLATE_ID'],
    ['SMS_TEMPLATES', '[', 'SMS_TEMPLATES'],
    ['SMS_TEMPLATES', '{}', 'request-to-verify'],
    ['MINORS_STAFF', '张三，王审', '张三'],
    ['LOOKUP_KEY', good.variables['MASTER_KEY'], '同一把钥匙'],
  ])('%s as %s', async (name, value, words) => {
    expect(await faultOf(varied(name, value))).toContain(words);
  });
});
