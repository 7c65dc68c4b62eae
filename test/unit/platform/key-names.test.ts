import { keyNames } from '../../../cloudfunctions/platform/key-names';
import {
  createSubjectKey,
  keyFingerprint,
  keyReference,
  rewrapKey,
  wrappedFingerprint,
} from '../../../cloudfunctions/platform/keys';
import { masterKeys } from '../../../cloudfunctions/platform/master-key';

const [OLD, NEW, FOREIGN] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte).toString('base64'));
const given = process.env;
beforeEach(() => {
  process.env = { ...given, MASTER_KEY: OLD };
});
afterAll(() => {
  process.env = given;
});

const namesOf = async (column: string) =>
  (await keyNames([{ _id: 'somebody', key: column }])).get('somebody');

describe('[P52] the name of a key', () => {
  it('stays when the master key changes, so that a backup from before is still recognised', async () => {
    const { key, wrapped } = createSubjectKey('somebody');
    process.env = { ...given, MASTER_KEY: NEW, MASTER_KEY_PREVIOUS: OLD };
    const anew = rewrapKey('somebody', wrapped, await masterKeys())?.wrapped ?? '';
    expect(anew).not.toBe(wrapped);
    expect((await namesOf(wrapped))?.[0]).toBe(keyFingerprint(key));
    expect((await namesOf(anew))?.[0]).toBe(keyFingerprint(key));
  });

  it('is also the one that the first release wrote', async () => {
    const { wrapped } = createSubjectKey('somebody');
    expect(await namesOf(wrapped)).toContain(wrappedFingerprint(wrapped));
  });

  it('is what lies there where the key does not open: erasing waits for no key', async () => {
    const { wrapped } = createSubjectKey('somebody');
    process.env = { ...given, MASTER_KEY: FOREIGN };
    expect(await namesOf(wrapped)).toEqual([wrappedFingerprint(wrapped)]);
    delete process.env['MASTER_KEY'];
    expect(await namesOf(wrapped)).toEqual([wrappedFingerprint(wrapped)]);
  });

  it('is the vault’s own where the key lies there', async () => {
    expect(await namesOf(keyReference('a'.repeat(64)))).toEqual(['a'.repeat(64)]);
  });
});
