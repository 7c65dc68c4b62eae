import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { eventTypes } from '../../../src/contracts/events';
import {
  commitmentOf,
  contentDigest,
  GENESIS,
  nextRow,
  sealedDigest,
} from '../../../cloudfunctions/domain/ledger';
import { body, salt } from '../../make/any-chain';

describe('a digest of a content', () => {
  it('that is absent is SHA-256 of nothing, as anyone can reckon', () => {
    expect(contentDigest(undefined)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('does not depend on the order in which members were written', () => {
    expect(contentDigest({ salt: 's', body: { a: 1, b: 2 } })).toBe(
      contentDigest({ body: { b: 2, a: 1 }, salt: 's' }),
    );
  });

  it('cannot be guessed from a short content, for the salt is in it', () => {
    fc.assert(
      fc.property(salt, salt, body, (one, other, same) => {
        fc.pre(one !== other);
        expect(contentDigest({ salt: one, body: same })).not.toBe(contentDigest({ salt: other, body: same }));
      }),
    );
  });
});

describe('a row', () => {
  const start = { seq: 0, head: GENESIS };
  const at = '2026-03-01T00:00:00.000Z';

  /** Seals nothing, but says for which row it was asked. */
  const cover = { salt: '5a', seal: (content: object, id: string) => `${id}|${JSON.stringify(content)}` };

  it('carries its content sealed for its own name, with the digests of both forms', () => {
    const row = nextRow('a', start, { type: 'consent.granted', body: { purpose: 'sms' } }, at, cover);
    const content = { salt: '5a', body: { purpose: 'sms' } };
    expect(row).toMatchObject({ _id: 'a.1', content: `a.1|${JSON.stringify(content)}` });
    expect(row.digest).toBe(contentDigest(content));
    expect(row.sealed).toBe(createHash('sha256').update(String(row.content)).digest('hex'));
  });

  it('of an event without content carries none, and the digests of nothing', () => {
    const row = nextRow('a', start, { type: 'account.frozen' }, at, cover);
    expect(row).not.toHaveProperty('content');
    expect([row.digest, row.sealed]).toEqual([contentDigest(undefined), sealedDigest(undefined)]);
    expect(row.digest).toBe(row.sealed);
  });
});

const ledgerWords =
  /^(account|guardian|policy|consent|sharing|authorization|staff|incident|notice|request|community|survey)\.[a-z-]+$/;

it('no event type is named twice, and each is dotted and in the past', () => {
  expect(new Set(eventTypes).size).toBe(eventTypes.length);
  expect(eventTypes.filter((type) => !ledgerWords.test(type))).toEqual([]);
});

it('a row commits to what RFC 8785 writes, whatever the texts hold', () => {
  const [previous, digest, sealed] = ['e'.repeat(64), 'f'.repeat(64), 'd'.repeat(64)];
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.nat(),
      fc.string({ unit: 'binary' }),
      (subject, seq, at) => {
        const row = { subject, seq, type: 'consent.granted', at, previous, digest, sealed } as const;
        const written = canonicalize([subject, seq, row.type, at, previous, digest, sealed]) ?? '';
        expect(commitmentOf(row)).toBe(createHash('sha256').update(written).digest('hex'));
      },
    ),
  );
});
