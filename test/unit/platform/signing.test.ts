import { createPublicKey, verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { publicKey, signStatement } from '../../../cloudfunctions/platform/signing';
import { setTestKeys } from '../../laws/arbitrary/environment';

beforeEach(setTestKeys);

/** What anyone does who holds a certificate and the published key. */
const isGenuine = (statement: object, signature: string) =>
  verify(
    null,
    Buffer.from(canonicalize(statement) ?? ''),
    createPublicKey(publicKey()),
    Buffer.from(signature, 'base64url'),
  );

const statements = fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), fc.oneof(fc.string(), fc.integer()), {
  minKeys: 1,
  maxKeys: 5,
  noNullPrototype: true,
});

describe('a signed statement', () => {
  it('is genuine by the published key, in whatever order its members come', () => {
    fc.assert(
      fc.property(statements, (statement) => {
        const reversed = Object.fromEntries(Object.entries(statement).reverse());
        expect(isGenuine(reversed, signStatement(statement))).toBe(true);
      }),
    );
  });

  it('is not once a word of it is another', () => {
    fc.assert(
      fc.property(statements, (statement) => {
        const [name = ''] = Object.keys(statement);
        const forged = { ...statement, [name]: `${String(statement[name])}!` };
        expect(isGenuine(forged, signStatement(statement))).toBe(false);
      }),
    );
  });

  it('is not by another key', () => {
    const signature = signStatement({ subject: 'a' });
    process.env['SIGNING_KEY'] = Buffer.alloc(32, 8).toString('base64');
    expect(isGenuine({ subject: 'a' }, signature)).toBe(false);
  });
});

it('the public key is public only', () => {
  expect(publicKey()).toMatch(/^-----BEGIN PUBLIC KEY-----/);
  expect(publicKey()).not.toContain('PRIVATE');
});
