import { Unreadable } from '../../../cloudfunctions/platform/unreadable';
import { disclose } from '../../../cloudfunctions/retention/disclose';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { sharingWorld } from '../../make/sharing-world';

setTestKeys();

/** Somebody whose address does not open. */
async function damaged() {
  const made = sharingWorld([]);
  await made.register();
  made.put('accounts', { ...made.account(), address: 's1.AAAA' });
  const asked = { phone: '13800138000', authority: '某区公安分局', exception: 'criminal-justice' } as const;
  const by = { document: '2026-001', by: '王办', second: '李审' };
  const give = (...fields: string[]) => disclose(made.call({ ...asked, ...by, fields }));
  return { ...made, give };
}

describe('giving an authority what the law makes us give', () => {
  it('[P22] records nothing as given that does not open', async () => {
    const made = await damaged();
    await expect(made.give('accounts.nickname', 'accounts.address')).rejects.toThrow(Unreadable);
    for (const name of ['disclosures', 'ledger', 'audits']) expect(made.rows(name)).toEqual([]);
  });

  it('is not stopped by what nobody asked for', async () => {
    const made = await damaged();
    expect(await made.give('accounts.nickname', 'accounts.wechatId')).toMatchObject({
      ok: true,
      data: {
        values: [
          { field: 'accounts.nickname', value: '小林' },
          { field: 'accounts.wechatId', value: null },
        ],
      },
    });
    expect(made.events()).toEqual(['sharing.compelled']);
  });
});
