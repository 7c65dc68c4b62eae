import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  checks,
  faultsOf,
  miniProgramSources,
  type Deployment,
} from '../../../config/operate/check-deployment';
import { mainlandRegions } from '../../../cloudfunctions/platform/region';
import { serve } from '../../../cloudfunctions/platform/handler';
import { serveJob } from '../../../cloudfunctions/platform/job';
import { ok } from '../../../src/contracts/result';

const good: Deployment = {
  region: 'ap-shanghai',
  variables: {
    MASTER_KEY: 'a',
    LOOKUP_KEY: 'b',
    SIGNING_KEY: 'c',
    VAULT_PUBLIC_KEY: 'd',
    RECIPIENTS: '{"one":{"url":"https://one.example.com"}}',
  },
  project: readFileSync('project.config.json', 'utf8'),
  sources: miniProgramSources(),
};
const varied = (name: string, value: string) => ({
  ...good,
  variables: { ...good.variables, [name]: value },
});

describe('a deployment', () => {
  it('of this very project is good where its region and keys are', () => {
    expect(faultsOf(good)).toEqual([]);
    expect(Object.keys(good.sources).length).toBeGreaterThan(100);
  });

  it.each([undefined, '', 'ap-hongkong', 'ap-singapore', 'na-siliconvalley', 'eu-frankfurt', 'toString'])(
    '[P32] is refused in region %s',
    (region) => {
      expect(faultsOf({ ...good, region })).toHaveLength(1);
    },
  );

  it('[P32] may go to every region of the table', () => {
    for (const region of mainlandRegions) expect(faultsOf({ ...good, region })).toEqual([]);
  });

  it.each<[string, Deployment]>([
    ['a recipient’s address', varied('RECIPIENTS', '{"one":{"url":"http://one.example.com"}}')],
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
  ])('[P37] is refused for %s', (_, deployment) => {
    expect(faultsOf(deployment)).toHaveLength(1);
  });

  it('[P36] is refused with the vault’s private key, or without its public one', () => {
    expect(faultsOf(varied('VAULT_PRIVATE_KEY', 'x'))).toHaveLength(1);
    expect(faultsOf(varied('VAULT_PUBLIC_KEY', ''))).toHaveLength(1);
  });

  it('has a check for each of its laws', () => {
    expect(Object.keys(checks)).toHaveLength(5);
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
