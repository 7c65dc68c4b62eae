import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { purposeGranted } from '../../../cloudfunctions/domain/receipt/body';
import { checkReceipt, headlineOf, titleOf } from '../../../cloudfunctions/domain/receipt/checker/check';
import checker from '../../../cloudfunctions/domain/receipt/checker/files.json';
import { checkerFiles } from '../../../config/generate/checker';
import { publicKey, receiptFor, signer } from '../../make/receipts';

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

  it('names a receipt with the time that people in Beijing read, and what is no time as it stands', () => {
    expect(titleOf({ id: 'r-1', purpose: 'city', at: '2026-03-02T16:05:00.000Z' })).toBe(
      'r-1 · city · 2026年3月3日 00:05（北京时间）',
    );
    expect(titleOf({ id: 'r-1', at: '昨天' })).toBe('r-1 · 昨天');
    expect(titleOf({})).toBe('?');
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
      expect(unknown).toMatchObject({
        code: 2,
        said: expect.stringMatching(/^用法：.*\n不认识“--foo”.*\n$/) as string,
      });
    });
  });
});
