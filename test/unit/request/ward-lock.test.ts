import { readFileSync } from 'node:fs';
import { openedMember } from '../../../cloudfunctions/platform/member';
import { record } from '../../../cloudfunctions/platform/record';
import { download } from '../../../cloudfunctions/request/download';
import { mine, read } from '../../../cloudfunctions/request/reading';
import { lockCopy } from '../../../src/copy/privacy/lock';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { asked, familyAt, memoryFamily, type Family } from '../../make/memory-family';
import { accountIn } from '../../make/put-account';

setTestKeys();
beforeAll(() => {
  process.env['STAFF'] = JSON.stringify({ 王审: 'second' });
});
afterAll(() => {
  delete process.env['STAFF'];
});

/** A family with a copy to fetch, of which one has then locked the account. */
async function lockedBy(who: string) {
  const here = memoryFamily();
  const id = await asked(here, 'copy', '');
  await here.decide(id, { decision: 'approve' });
  const row = accountIn(here, who);
  await record(here.store, await openedMember(row), familyAt, {
    events: [{ type: 'account.locked', body: {} }],
    facts: { lockedAt: familyAt.toISOString() },
  });
  return { ...here, id };
}
/** Everything that a guardian does for the child, one after the other. */
const acts = async ({ call, submit }: Family, id: string) => [
  await submit('access', '请查'),
  await mine(call({ ward: 'ward' })),
  await read(call({ id })),
  await download(call({ id })),
];

describe('[P65] a lock', () => {
  it('of the child shuts out whoever holds the child’s WeChat account, and not the guardian', async () => {
    const { id, ...here } = await lockedBy('ward');
    for (const answer of await acts(here, id)) expect(answer).toMatchObject({ ok: true });
    expect(await read(here.call({ id }, 'ward'))).toMatchObject({ error: { code: 'LOCKED' } });
  });

  it('of the guardian shuts out whoever holds the guardian’s, of the child’s data too', async () => {
    const { id, ...here } = await lockedBy('guardian');
    for (const answer of await acts(here, id)) expect(answer).toMatchObject({ error: { code: 'LOCKED' } });
  });

  it('says so on its page and in the policy', () => {
    const policy = readFileSync('cloudfunctions/domain/policy/versions/2.md', 'utf8');
    for (const text of [lockCopy.locked.text, policy])
      expect(text).toMatch(/改动您的信息（[^）]*监护人除外）/);
  });
});
