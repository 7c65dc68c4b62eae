import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { GENESIS, nextRow, type LedgerEvent } from '../../../cloudfunctions/domain/ledger';
import { checkReceipt } from '../../../cloudfunctions/domain/receipt/checker/check';
import checker from '../../../cloudfunctions/domain/receipt/checker/files.json';
import { choiceOf, receiptOf } from '../../../cloudfunctions/domain/receipt/receipt';
import { checkerFiles } from '../../../config/generate/checker';
import { choiceEvents, receipt as contract, type Receipt } from '../../../src/contracts/receipt';
import { coverOf } from '../../make/cover';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const signer = {
  sign: (statement: object) =>
    sign(null, Buffer.from(canonicalize(statement) ?? ''), privateKey).toString('base64url'),
  publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64url'),
};
const policyDigest = 'a'.repeat(64);
const cited = { policyVersion: '1', policyDigest };

const bodies: Record<(typeof choiceEvents)[number], NonNullable<LedgerEvent['body']>> = {
  'consent.granted': { purpose: 'analytics', ...cited },
  'consent.withdrawn': { purpose: 'locate', ...cited },
  'sharing.granted': { recipient: 'visit', fields: ['accounts.phone'], terms: 'b'.repeat(64), ...cited },
  'sharing.withdrawn': { recipient: 'survey', fields: [], terms: 'b'.repeat(64), ...cited },
};

function receiptFor(type: (typeof choiceEvents)[number]): Receipt {
  const [salt, body] = ['c'.repeat(32), bodies[type]];
  const start = { seq: 0, head: GENESIS };
  const row = nextRow('s-1', start, { type, body }, '2026-03-02T02:00:00.000Z', coverOf(salt));
  const choice = choiceOf({ ...row, content: { salt, body } });
  if (!choice) throw new Error('not a choice');
  return receiptOf(choice, '2026-03-03T02:00:00.000Z', signer);
}

type Path = readonly (string | number)[];

/** Every place of a receipt that holds a text or a number. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, member]) => placesIn(member, [...path, key]));
}

/** The receipt with one character of one place changed. */
function changedAt(receipt: Receipt, path: Path): Receipt {
  const copy = structuredClone(receipt) as never as Record<string, unknown>;
  let holder = copy;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  const last = String(path.at(-1));
  const value = holder[last];
  holder[last] =
    typeof value === 'number'
      ? value + 1
      : `${String(value).startsWith('x') ? 'y' : 'x'}${String(value).slice(1)}`;
  return copy as never;
}

/** The name under which a place is signed. */
const memberAt = ([first, second]: Path): string =>
  first === 'record' ? `record.${String(second)}` : String(first);

describe.each(choiceEvents)('a receipt of %s', (type) => {
  const receipt = receiptFor(type);

  it('is what its contract says, in the terms of a standard, and names nobody', () => {
    expect(contract.safeParse(receipt)).toMatchObject({ success: true });
    expect(receipt.record['@type']).toContain('dpv:ConsentReceipt');
    expect(receipt.record['dpv:hasConsentStatus']['@type']).toBe(
      type.endsWith('.granted') ? 'dpv:ConsentGiven' : 'dpv:ConsentWithdrawn',
    );
    expect(receipt.record['dpv:hasNotice']['dct:identifier']).toBe(`sha256:${policyDigest}`);
  });

  it('is found intact', async () => {
    const verdict = await checkReceipt(receipt, { publicKey: signer.publicKey });
    expect(verdict).toMatchObject({ good: true, wrong: [] });
    expect(verdict.checked).toContain('签名');
  });

  it.each(placesIn(receipt).filter(([first]) => first !== 'seal'))(
    'is found changed, by its name, when one character differs at %s',
    async (...path) => {
      const { good, wrong } = await checkReceipt(changedAt(receipt, path));
      expect(good).toBe(false);
      expect(wrong).toContain(memberAt(path));
    },
  );

  it.each(placesIn(receipt).filter(([first]) => first === 'seal'))(
    'is found badly signed when one character differs at %s',
    async (...path) => {
      const { good, wrong } = await checkReceipt(changedAt(receipt, path));
      expect(good).toBe(false);
      expect(wrong).toContain('签名');
    },
  );

  it('is found changed when a member is taken away or added', async () => {
    for (const name of Object.keys(receipt)) {
      const { [name as keyof Receipt]: _, ...rest } = receipt;
      expect((await checkReceipt(rest)).wrong).toEqual([
        expect.stringMatching(new RegExp(`^缺少 \\p{Script=Han}+（${name}）$`, 'u')),
      ]);
    }
    expect((await checkReceipt({ ...receipt, more: 1 })).wrong).toEqual(['多出 more']);
  });
});

describe('a checker', () => {
  const receipt = receiptFor('consent.granted');

  it("tells another issuer's key and another policy text", async () => {
    const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect((await checkReceipt(receipt, { publicKey: other })).wrong).toEqual(['公钥']);
    const own = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect((await checkReceipt(receipt, { publicKey: own })).wrong).toEqual([]);
    expect((await checkReceipt(receipt, { policy: { version: '1' } })).wrong).toEqual(['隐私政策指纹']);
  });

  it.each([null, 1, 'x', [], {}, { seal: 1 }])('finds %j wrong and does not stumble', async (nothing) => {
    expect((await checkReceipt(nothing)).good).toBe(false);
  });

  it('lies in the repository as its sources make it', async () => {
    expect(await checkerFiles()).toEqual(checker);
  });

  describe('under plain node', () => {
    const folder = mkdtempSync(join(tmpdir(), 'check-receipt-'));
    afterAll(() => {
      rmSync(folder, { recursive: true });
    });
    const run = (content: unknown, file = 'receipts.json') => {
      writeFileSync(join(folder, 'check-receipt.mjs'), checker['check-receipt.mjs']);
      writeFileSync(join(folder, 'receipts.json'), JSON.stringify(content));
      try {
        const args = ['check-receipt.mjs', file, '--key', signer.publicKey];
        const how = { cwd: folder, encoding: 'utf8', stdio: 'pipe' } as const;
        return { code: 0, said: execFileSync(process.execPath, args, how) };
      } catch (error) {
        const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
        return { code: status, said: stdout + stderr };
      }
    };

    it('tells intact from changed, by exit code and in words', () => {
      const good = run({ receipts: [receipt, receiptFor('sharing.granted')] });
      expect(good).toMatchObject({ code: 0, said: expect.stringContaining('没有被改过') as string });
      const bad = run({ ...receipt, salt: 'd'.repeat(32) });
      expect(bad).toMatchObject({
        code: 1,
        said: expect.stringContaining('不对的地方：随机盐值（salt）') as string,
      });
      expect(run({ receipts: [] }).code).toBe(2);
    });

    it('says in one sentence what it cannot read or does not know', () => {
      const missing = run(receipt, 'none.json');
      expect(missing).toMatchObject({
        code: 2,
        said: expect.stringMatching(/^“none.json”读写不了.*\n$/) as string,
      });
      const unknown = run(receipt, '--foo');
      expect(unknown).toMatchObject({ code: 2, said: expect.stringMatching(/^用法：.*\n$/) as string });
    });
  });
});
