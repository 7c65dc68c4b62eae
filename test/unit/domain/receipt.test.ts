import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { GENESIS, nextRow, type LedgerEvent } from '../../../cloudfunctions/domain/ledger';
import {
  purposeGranted,
  purposeWithdrawn,
  recipientGranted,
  recipientWithdrawn,
} from '../../../cloudfunctions/domain/receipt/body';
import { checkReceipt, headlineOf } from '../../../cloudfunctions/domain/receipt/checker/check';
import checker from '../../../cloudfunctions/domain/receipt/checker/files.json';
import { choiceOf, membersOf, receiptOf } from '../../../cloudfunctions/domain/receipt/receipt';
import { checkerFiles } from '../../../config/generate/checker';
import { recipients, type Recipient } from '../../../src/contracts/data-map/recipients';
import { choiceEvents, receipt as contract, type Receipt } from '../../../src/contracts/receipt';
import { coverOf } from '../../make/cover';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const signer = {
  sign: (statement: object) =>
    sign(null, Buffer.from(canonicalize(statement) ?? ''), privateKey).toString('base64url'),
  publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64url'),
};
const policyDigest = 'a'.repeat(64);
const policy = { version: '1', digest: policyDigest };
const cited = { policyVersion: '1', policyDigest };
type Body = NonNullable<LedgerEvent['body']>;

const bodies: Record<(typeof choiceEvents)[number], Body> = {
  'consent.granted': purposeGranted('analytics', policy),
  'consent.withdrawn': purposeWithdrawn('locate', 3, policy),
  'sharing.granted': recipientGranted('visit', recipients.visit, policy),
  'sharing.withdrawn': recipientWithdrawn('survey', recipients.survey, 4, policy),
};

function receiptFor(type: (typeof choiceEvents)[number], body: Body = bodies[type]): Receipt {
  const start = { seq: 6, head: GENESIS };
  const salt = 'c'.repeat(32);
  const row = nextRow('s-1', start, { type, body }, '2026-03-02T02:00:00.000Z', coverOf(salt));
  const choice = choiceOf({ ...row, content: { salt, body } });
  if (!choice) throw new Error('not a choice');
  return receiptOf(choice, '2026-03-03T02:00:00.000Z', signer);
}

/** The same receipt with another record, signed anew as only the platform could. */
function withRecord(receipt: Receipt, change: Partial<Receipt['record']>): Receipt {
  const { seal, ...open } = { ...receipt, record: { ...receipt.record, ...change } };
  const statement = membersOf(open);
  return { ...open, seal: { ...seal, members: statement.members, signature: signer.sign(statement) } };
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

describe('[P54] a receipt of what was agreed to', () => {
  /** The recipient as it was when the person agreed; the table says otherwise now. */
  const then: Recipient = { ...recipients.visit, why: '只打一次电话。', fields: ['accounts.phone'] };
  const agreedThen = receiptFor('sharing.granted', recipientGranted('visit', then, policy));

  it('says it in the words of that moment, whatever the tables say when it is issued', async () => {
    const { record } = agreedThen;
    expect(record['dpv:hasPurpose']).toMatchObject({
      'dct:title': recipients.visit.name,
      'dct:description': '只打一次电话。',
    });
    expect(record['dpv:hasPersonalData']).toMatchObject([
      { 'dct:identifier': 'accounts.phone', 'dct:title': '手机号', 'dct:type': '联系方式' },
    ]);
    expect(record['dpv:hasRecipient']).toMatchObject([
      { 'dct:identifier': 'visit', 'dct:type': '关联公司', 'schema:contactPoint': recipients.visit.contact },
    ]);
    expect(await checkReceipt(agreedThen)).toMatchObject({ good: true });
  });

  it('lists each field that a purpose collects, and the basis that a sensitive one needs', () => {
    const { record } = receiptFor('consent.granted');
    expect(record['dpv:hasPersonalData'].map((data) => data['dct:identifier'])).toContain('usage.page');
    expect(record['dpv:hasRecipient']).toEqual([]);
    const locate = receiptFor('consent.granted', purposeGranted('locate', policy)).record;
    expect(locate['dpv:hasLegalBasis']['dct:source']).toContain('第二十九条');
    expect(record['dpv:hasLegalBasis']['dct:source']).not.toContain('第二十九条');
  });

  it.each<[string, Partial<Receipt['record']>]>([
    ['dpv:hasPersonalData', receiptFor('sharing.granted').record],
    [
      'dpv:hasPurpose',
      { 'dpv:hasPurpose': { ...agreedThen.record['dpv:hasPurpose'], 'dct:description': 'x' } },
    ],
    ['dpv:hasRecipient', { 'dpv:hasRecipient': [] }],
    [
      'dpv:hasDataController',
      {
        'dpv:hasDataController': {
          ...agreedThen.record['dpv:hasDataController'],
          'schema:legalName': '别的公司',
        },
      },
    ],
    ['dct:references', { 'dct:references': 's-1.2' }],
  ])('is found wrong where its %s says more than the ledger sealed, even when signed', async (name, all) => {
    const change = { [name]: all[name as keyof typeof all] };
    const { good, wrong } = await checkReceipt(withRecord(agreedThen, change));
    expect([good, wrong]).toEqual([false, [`record.${name}`]]);
  });

  it('names with a withdrawal the grant that it takes back, and claims no words of its own', async () => {
    for (const [type, grant] of [
      ['consent.withdrawn', 3],
      ['sharing.withdrawn', 4],
    ] as const) {
      const { record } = receiptFor(type);
      expect(record).toMatchObject({ 'dct:references': `s-1.${String(grant)}`, 'dpv:hasPersonalData': [] });
      expect(record['dpv:hasPurpose']['dct:description']).toBe('');
    }
    const never = receiptFor('consent.withdrawn', purposeWithdrawn('locate', undefined, policy));
    expect(never.record).not.toHaveProperty(['dct:references']);
    expect(await checkReceipt(never)).toMatchObject({ good: true });
  });

  it('says honestly where an older row holds no words, and takes none from the tables of today', async () => {
    const older = { recipient: 'visit', fields: ['accounts.phone'], terms: 'b'.repeat(64), ...cited };
    const receipt = receiptFor('sharing.granted', older);
    expect(contract.safeParse(receipt)).toMatchObject({ success: true });
    expect(receipt.record['dct:description']).toContain('没有写下当时同意的');
    expect(receipt.record['dpv:hasPersonalData']).toEqual([
      {
        '@type': 'dpv:PersonalData',
        'dct:identifier': 'accounts.phone',
        'dct:title': 'accounts.phone',
      },
    ]);
    for (const word of [recipients.visit.why, recipients.visit.name])
      expect(JSON.stringify(receipt)).not.toContain(word);
    const { good, unchecked } = await checkReceipt(receipt);
    expect([good, unchecked]).toEqual([true, expect.arrayContaining([expect.stringContaining('没有写下')])]);
    expect(agreedThen.record).not.toHaveProperty(['dct:description']);
    expect((await checkReceipt(agreedThen)).unchecked.join()).not.toContain('没有写下');
  });
});

describe('a checker', () => {
  const receipt = receiptFor('consent.granted');

  it("tells another issuer's key and another policy text", async () => {
    const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect((await checkReceipt(receipt, { publicKey: other })).wrong).toEqual(['公钥']);
    const own = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect((await checkReceipt(receipt, { publicKey: own })).wrong).toEqual([]);
    const altered = [{ version: '1', nodes: [] }];
    expect((await checkReceipt(receipt, { policies: altered })).wrong).toEqual(['隐私政策指纹']);
  });

  it('holds each receipt against the version that it cites, whichever else is given', async () => {
    const policies = ['1', '2'].map((version) => ({ version, nodes: [version] }));
    const receipts = policies.map(({ version, nodes }) => {
      const digest = createHash('sha256').update(JSON.stringify({ nodes, version })).digest('hex');
      return receiptFor('consent.granted', purposeGranted('analytics', { version, digest }));
    });
    for (const given of [policies, [...policies].reverse()])
      for (const each of receipts) {
        const { good, checked } = await checkReceipt(each, { policies: given });
        expect([good, checked.includes('隐私政策指纹')]).toEqual([true, true]);
      }
    const { good, unchecked } = await checkReceipt(receipts[0], { policies: policies.slice(1) });
    expect([good, unchecked]).toEqual([true, expect.arrayContaining(['隐私政策原文（没有填第 1 版）'])]);
  });

  it('says whose key signed, by its fingerprint, until it is held against the platform’s', async () => {
    const der = publicKey.export({ type: 'spki', format: 'der' });
    const unknown = await checkReceipt(receipt);
    expect(unknown.signer).toBe(createHash('sha256').update(der).digest('hex'));
    expect(headlineOf(unknown)).toContain('是谁签的还要比对');
    const known = await checkReceipt(receipt, { publicKey: signer.publicKey });
    expect(known).not.toHaveProperty('signer');
    expect(headlineOf(known)).toBe('没有被改过');
    expect(headlineOf(await checkReceipt({ ...receipt, salt: 'd' }))).toBe('不对');
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
