import fc from 'fast-check';
import {
  createSubjectKey,
  decrypt,
  encrypt,
  keyFingerprint,
  lookupDigest,
  openSubjectKey,
} from '../../../cloudfunctions/platform/keys';
import { setTestKeys } from '../../laws/arbitrary/environment';

beforeEach(setTestKeys);
const bytes = fc.uint8Array({ maxLength: 64 }).map((array) => Buffer.from(array));
const key = Buffer.alloc(32, 7);

describe('encryption', () => {
  it('gives back the same bytes at the same place', () => {
    fc.assert(
      fc.property(bytes, fc.string(), (clear, place) => {
        expect(decrypt(key, place, encrypt(key, place, clear)).equals(clear)).toBe(true);
      }),
    );
  });

  it('does not open at another place', () => {
    fc.assert(
      fc.property(bytes, fc.string(), fc.string(), (clear, place, other) => {
        fc.pre(Buffer.from(place).compare(Buffer.from(other)) !== 0);
        expect(() => decrypt(key, other, encrypt(key, place, clear))).toThrow();
      }),
    );
  });

  it('does not open when it was cut short', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), (clear, cut) => {
        const sealed = encrypt(key, 'here', clear);
        expect(() => decrypt(key, 'here', sealed.slice(0, cut % sealed.length))).toThrow();
      }),
    );
  });
});

describe('the keys of the environment', () => {
  it.each(['MASTER_KEY', 'LOOKUP_KEY'])('without %s nothing works, and the sentence names it', (name) => {
    Reflect.deleteProperty(process.env, name);
    const use = name === 'MASTER_KEY' ? () => createSubjectKey('a') : () => lookupDigest('a');
    expect(use).toThrow(`environment variable ${name} is not set`);
    process.env[name] = Buffer.alloc(16, 1).toString('base64');
    expect(use).toThrow('a key must be 32 bytes');
  });

  it('another master key opens no subject key', () => {
    const { wrapped } = createSubjectKey('subject-1');
    process.env['MASTER_KEY'] = Buffer.alloc(32, 5).toString('base64');
    expect(() => openSubjectKey('subject-1', wrapped)).toThrow();
  });

  it('two subjects never share a key', () => {
    expect(createSubjectKey('a').key.equals(createSubjectKey('a').key)).toBe(false);
  });

  it('a fingerprint tells keys apart', () => {
    const [one, other] = [createSubjectKey('a').key, createSubjectKey('b').key];
    expect(keyFingerprint(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(keyFingerprint(one)).not.toBe(keyFingerprint(other));
  });
});
