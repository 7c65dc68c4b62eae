import { usage } from '../../../cloudfunctions/consent/usage';
import { newestVersion } from '../../../cloudfunctions/domain/policy/archive';
import type { Call } from '../../../cloudfunctions/platform/handler';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { agreedAt } from '../../make/agreed-at';
import { memoryStore } from '../../make/memory-store';
import { putAccount } from '../../make/put-account';

setTestKeys();

const now = new Date(`${newestVersion.document.effectiveOn}T12:00:00+08:00`);

/** Sends one event of a person who let us count when this version was in force. */
async function countedUnder(agreed: { policyVersion: string; policyDigest: string }) {
  const memory = memoryStore();
  const grant = { granted: true, at: now.toISOString(), policyVersion: agreed.policyVersion, seq: 2 };
  putAccount(memory, 'someone', { ...agreed, grants: { analytics: grant } });
  const event = { page: 'pages/home/index', at: now.toISOString() };
  const call = { input: { events: [event] }, now, store: memory.store, openid: 'o-someone' };
  const answer = await usage(call as unknown as Call<Parameters<typeof usage>[0]['input']>);
  return { answer, rows: memory.rows('usage').length };
}

describe('counting pages', () => {
  it('keeps them for whoever lets us and agreed to a version that says so', async () => {
    expect(await countedUnder(agreedAt(now))).toMatchObject({ answer: { ok: true }, rows: 1 });
  });

  it('[P68] keeps nothing for whoever let us under version 1, which says that nothing is counted', async () => {
    const { answer, rows } = await countedUnder(agreedAt('2025-04-25T12:00:00+08:00'));
    expect(answer).toMatchObject({ ok: false, error: { code: 'CONSENT_NEEDED' } });
    expect(rows).toBe(0);
  });
});
