import { randomBytes } from 'node:crypto';
import { masterKeyFrom, masterKeys } from '../../../cloudfunctions/platform/master-key';
import { startTestKms, type TestKms } from '../../make/kms';

const MINE = ['MASTER_KEY', 'MASTER_KEY_KMS', 'MASTER_KEY_PREVIOUS', 'MASTER_KEY_PREVIOUS_KMS'];
const CLOUDS = [
  'KMS_ENDPOINT',
  'TENCENTCLOUD_SECRETID',
  'TENCENTCLOUD_SECRETKEY',
  'TENCENTCLOUD_SESSIONTOKEN',
];
const clear = () => {
  for (const name of [...MINE, ...CLOUDS]) Reflect.deleteProperty(process.env, name);
};
const newKey = () => randomBytes(32).toString('base64');

beforeEach(clear);
afterAll(clear);

describe('master keys of the environment', () => {
  it('are the current one, and a former one while there is one, each named by its fingerprint', async () => {
    const [current, previous] = [newKey(), newKey()];
    process.env['MASTER_KEY'] = current;
    expect(await masterKeys()).toEqual({ current: masterKeyFrom(current) });
    process.env['MASTER_KEY_PREVIOUS'] = previous;
    expect(await masterKeys()).toEqual({
      current: masterKeyFrom(current),
      previous: masterKeyFrom(previous),
    });
    expect(masterKeyFrom(current).id).toMatch(/^[0-9a-f]{16}$/);
    expect(masterKeyFrom(current).id).not.toBe(masterKeyFrom(previous).id);
  });

  it.each([
    ['nothing', {}, 'environment variable MASTER_KEY is not set'],
    ['a short key', { MASTER_KEY: 'c2hvcnQ=' }, 'a key must be 32 bytes'],
    ['a short former key', { MASTER_KEY: newKey(), MASTER_KEY_PREVIOUS: 'eA==' }, 'a key must be 32 bytes'],
    [
      'two sources',
      { MASTER_KEY: newKey(), MASTER_KEY_KMS: 'eA==' },
      'both MASTER_KEY and MASTER_KEY_KMS are set',
    ],
  ])('are refused with a clear sentence where there is %s', async (_, variables, sentence) => {
    Object.assign(process.env, variables);
    await expect(masterKeys()).rejects.toThrow(sentence);
  });
});

describe('master keys of Tencent Cloud KMS, by its real client', () => {
  let kms: TestKms;
  beforeAll(async () => {
    kms = await startTestKms();
  });
  beforeEach(() => {
    kms.answers.length = 0;
    const { secretId, secretKey, token } = kms.credential;
    Object.assign(process.env, {
      KMS_ENDPOINT: kms.endpoint,
      TENCENTCLOUD_SECRETID: secretId,
      TENCENTCLOUD_SECRETKEY: secretKey,
      TENCENTCLOUD_SESSIONTOKEN: token,
    });
  });
  afterAll(() => kms.stop());

  it('are decrypted once a process, with a signature that the service makes out anew', async () => {
    const [current, previous] = [newKey(), newKey()];
    process.env['MASTER_KEY_KMS'] = kms.encrypted(current);
    process.env['MASTER_KEY_PREVIOUS_KMS'] = kms.encrypted(previous);
    const all = await Promise.all(Array.from({ length: 5 }, () => masterKeys()));
    for (const keys of all)
      expect(keys).toEqual({ current: masterKeyFrom(current), previous: masterKeyFrom(previous) });
    expect(kms.answers).toEqual(['ok', 'ok']);
  });

  it('tell a wrong secret, an altered ciphertext and a silent service by a code that quotes nothing', async () => {
    const ciphertext = kms.encrypted(newKey());
    process.env['MASTER_KEY_KMS'] = ciphertext;
    process.env['TENCENTCLOUD_SECRETKEY'] = 'wrong';
    await expect(masterKeys()).rejects.toThrow(/^KMS: AuthFailure\.SignatureFailure$/);
    process.env['TENCENTCLOUD_SECRETKEY'] = kms.credential.secretKey;
    process.env['MASTER_KEY_KMS'] = `${ciphertext.slice(0, -8)}AAAAAAA=`;
    await expect(masterKeys()).rejects.toThrow(/^KMS: InvalidParameterValue\.InvalidCiphertext$/);
    process.env['KMS_ENDPOINT'] = 'http://127.0.0.1:1';
    process.env['MASTER_KEY_KMS'] = kms.encrypted(newKey());
    await expect(masterKeys()).rejects.toThrow(/^KMS: /);
    process.env['KMS_ENDPOINT'] = 'a/b/c';
    await expect(masterKeys()).rejects.toThrow(/^KMS: KMS_ENDPOINT is not a host$/);
  });

  it('are asked for again after a failure, for a service that was away may be back', async () => {
    const key = newKey();
    process.env['MASTER_KEY_KMS'] = kms.encrypted(key);
    process.env['TENCENTCLOUD_SECRETKEY'] = 'wrong';
    await expect(masterKeys()).rejects.toThrow('KMS');
    process.env['TENCENTCLOUD_SECRETKEY'] = kms.credential.secretKey;
    expect((await masterKeys()).current).toEqual(masterKeyFrom(key));
  });

  it('are refused where what KMS decrypts is no key', async () => {
    process.env['MASTER_KEY_KMS'] = kms.encrypted(Buffer.from('short').toString('base64'));
    await expect(masterKeys()).rejects.toThrow('a key must be 32 bytes');
  });
});
