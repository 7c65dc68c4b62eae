import { correct, switchCity } from '../../../cloudfunctions/account/correct';
import { listRecipients } from '../../../cloudfunctions/consent/recipients';
import { recipients, type Recipient } from '../../../src/contracts/data-map/recipients';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { sharingWorld } from '../../make/sharing-world';

setTestKeys();

const table: Record<string, Recipient> = recipients;
const { visit } = recipients;
/** The table as an operator would edit it; the functions read it at each use. */
const edit = (change: Partial<Recipient>) => Object.assign(table, { visit: { ...visit, ...change } });

const logged: object[] = [];
jest.mock('../../../cloudfunctions/platform/log', () => ({
  log: (_level: string, line: object) => void logged.push(line),
}));

const fetched = globalThis.fetch;
beforeEach(() => {
  edit({});
  logged.length = 0;
});
afterAll(() => {
  edit({});
  globalThis.fetch = fetched;
});

const world = async (facts: object = {}) => {
  const made = sharingWorld(['visit', 'survey']);
  await made.register(facts);
  return made;
};
const DAY = 24 * 60;
const ALL = ['accounts.nickname', 'accounts.phone', 'accounts.address'];

describe('a recipient with whom it has ended', () => {
  const end = (endedOn: string) => {
    edit({ endedOn });
  };

  it('[P51] is still told to delete, and receives and is granted nothing from that very day', async () => {
    const made = await world();
    await made.share('visit');
    await made.send();
    end('2026-06-02');
    made.wait(DAY - 5 * 60);
    expect(await made.share('visit', false)).toMatchObject({ ok: true });
    // In Beijing, where the day counts, 2 June has begun at 16:00 UTC of the first.
    expect(await made.share('visit')).toMatchObject({ ok: false, error: { code: 'RECIPIENT_CLOSED' } });
    await made.send();
    expect(made.sent.map(({ path, fields }) => [path, fields]).at(-1)).toEqual(['deletions', ALL]);
    expect(made.disclosures('deletion')).toMatchObject([{ state: 'done' }]);
  });

  it('holds back what waited for it, says why, and stays in the list as ended', async () => {
    const made = await world();
    await made.share('visit');
    end('2026-06-01');
    await made.send();
    expect(made.sent).toEqual([]);
    expect(made.disclosures('delivery')).toMatchObject([
      { state: 'refused', reason: expect.stringMatching(/停止合作/) as string },
    ]);
    const answer = await listRecipients(made.call({}));
    const items = answer.ok ? answer.data.items : [];
    expect(items.find(({ recipient }) => recipient === 'visit')).toMatchObject({
      state: 'ended',
      granted: true,
    });
  });

  it('leaves nothing waiting unseen when it is gone from the table against the law over it', async () => {
    const made = await world();
    await made.queue({ to: 'nobody' });
    for (let days = 0; days < 3; days += 1) {
      await made.send();
      made.wait(DAY);
    }
    expect(made.sent).toEqual([]);
    expect(made.disclosures('deletion')).toMatchObject([{ state: 'waiting', tries: 3 }]);
    const line = { fault: 'deletion for a recipient that the table does not know', recipient: 'nobody' };
    expect(logged).toEqual([1, 2, 3].map(() => ({ function: 'reconcile', disclosure: 'queued', ...line })));
  });
});

describe('what a recipient was sent', () => {
  it('[P51] is asked back by name at a withdrawal, also what has left its list since', async () => {
    const made = await world();
    await made.share('visit');
    await made.send();
    edit({ fields: ['accounts.nickname'] });
    await made.share('visit', false);
    await made.send();
    expect(made.sent.at(-1)).toEqual({ to: 'visit', path: 'deletions', fields: ALL });
  });

  it('[P51] is asked back when the person clears it, also what has left its list since', async () => {
    const made = await world();
    await made.share('visit');
    await made.send();
    edit({ fields: ['accounts.nickname'] });
    await correct(made.call({ field: 'address', value: '' }));
    await made.send();
    expect(made.sent.at(-1)).toEqual({ to: 'visit', path: 'deletions', fields: ['accounts.address'] });
  });

  it('is not asked back where it was never filled and so never left', async () => {
    const made = await world({ address: undefined });
    await made.share('visit');
    await made.send();
    await correct(made.call({ field: 'address', value: '' }));
    await made.share('visit', false);
    expect(made.disclosures('deletion').map(({ fields }) => fields)).toEqual([
      ['accounts.nickname', 'accounts.phone'],
    ]);
  });

  it.each([
    [
      'clears it',
      (made: Awaited<ReturnType<typeof world>>) => correct(made.call({ field: 'address', value: '' })),
      ['accounts.address'],
    ],
    ['withdraws', (made: Awaited<ReturnType<typeof world>>) => made.share('visit', false), ALL],
  ])(
    '[P51] counts although the answer was lost: whoever then %s has it deleted there',
    async (_does, act, fields) => {
      const made = await world();
      await made.share('visit');
      made.behave('visit', 'lost');
      await made.send();
      expect(made.sent).toHaveLength(1);
      await act(made);
      expect(made.disclosures('deletion').map((row) => row.fields)).toEqual([fields]);
      made.behave('visit', 200);
      await made.send();
      expect(made.sent).toContainEqual({ to: 'visit', path: 'deletions', fields });
      made.wait(DAY);
      await made.send();
      expect(made.disclosures('deletion')).toHaveLength(1);
    },
  );

  it('[P51] counts from before it leaves: who clears it in that moment has it deleted there', async () => {
    const made = await world();
    await made.share('visit');
    made.midway.push(() => correct(made.call({ field: 'address', value: '' })));
    await made.send();
    expect(made.sent.map(({ path }) => path)).toEqual(['people']);
    expect(made.disclosures('deletion')).toMatchObject([{ fields: ['accounts.address'], state: 'waiting' }]);
  });

  it('alone is asked back when the door shuts after a lost answer', async () => {
    const made = await world({ address: undefined });
    await made.share('visit');
    made.behave('visit', 'lost');
    await made.send();
    edit({ endedOn: '2026-06-02' });
    made.behave('visit', 202);
    made.wait(DAY);
    await made.send();
    expect(made.disclosures('deletion').map(({ fields }) => fields)).toEqual([
      ['accounts.nickname', 'accounts.phone'],
    ]);
  });

  it('is noted in one transaction of its own the first time, and in none when it is sent again', async () => {
    const made = await world();
    await made.share('visit');
    made.behave('visit', 503);
    for (let tries = 0; tries < 3; tries += 1) {
      await made.send();
      made.wait(DAY);
    }
    made.behave('visit', 200);
    await made.send();
    expect(made.sent).toHaveLength(4);
    expect(made.events()).toEqual(['sharing.granted', 'sharing.sent', 'sharing.delivered']);
    expect(made.account().shares?.['visit']).toMatchObject({ granted: true, sent: ALL });
  });
});

describe('the list of recipients', () => {
  const recalled = async (made: Awaited<ReturnType<typeof world>>) => {
    const answer = await listRecipients(made.call({}));
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.data.items.find(({ recipient }) => recipient === 'visit')?.recalled;
  };

  it('[P51] says what became of a deletion: asked, and acknowledged or excused, until the next choice', async () => {
    const made = await world();
    await made.share('visit');
    expect(await recalled(made)).toBeNull();
    await made.send();
    made.wait(5);
    await made.share('visit', false);
    const fields = ['昵称', '手机号', '地址'];
    const at = made.now().toISOString();
    expect(await recalled(made)).toEqual({ state: 'waiting', at, fields, law: null });
    made.wait(5);
    await made.send();
    const doneAt = made.now().toISOString();
    expect(await recalled(made)).toEqual({ state: 'done', at: doneAt, fields, law: null });
    await made.store.change('disclosures', { kind: 'deletion' }, { state: 'excused', law: '某法第一条' });
    expect(await recalled(made)).toEqual({ state: 'excused', at: doneAt, fields, law: '某法第一条' });
    made.wait(5);
    await made.share('visit');
    expect(await recalled(made)).toBeNull();
  });

  it('reads once more only for a person who ever let something be given', async () => {
    const made = await world();
    const find = jest.spyOn(made.store, 'find');
    await listRecipients(made.call({}));
    expect(find).toHaveBeenCalledTimes(1);
    await made.share('visit');
    find.mockClear();
    await listRecipients(made.call({}));
    expect(find).toHaveBeenCalledTimes(2);
  });
});

describe('a value that changes after it was given', () => {
  const given = async () => {
    const made = await world({ city: '440300' });
    for (const id of ['visit', 'survey']) await made.share(id);
    await made.send();
    made.sent.splice(0);
    return made;
  };
  const rename = (made: Awaited<ReturnType<typeof given>>) =>
    correct(made.call({ field: 'nickname', value: '小森' }));

  it('goes to each recipient that was sent the old one, and nothing else goes with it', async () => {
    const made = await given();
    await rename(made);
    await switchCity(made.call({ code: '110100' }));
    expect(await made.send()).toEqual({ delivered: 3, deleted: 0 });
    expect(made.sent.map(({ to, fields }) => [to, fields])).toEqual(
      expect.arrayContaining([
        ['visit', { 'accounts.nickname': '小森' }],
        ['survey', { 'accounts.nickname': '小森' }],
        ['survey', { 'accounts.city': '110100' }],
      ]),
    );
  });

  it('goes there also when it changes in the very moment in which the old one leaves', async () => {
    const made = await world();
    await made.share('visit');
    made.midway.push(() => rename(made));
    await made.send();
    await made.send();
    expect(made.sent.at(-1)?.fields).toEqual({ 'accounts.nickname': '小森' });
  });

  it('is sent once more where a deletion asked earlier was done later and took it away', async () => {
    const made = await world();
    await made.share('visit');
    await made.send();
    made.behave('visit', 202);
    await correct(made.call({ field: 'address', value: '' }));
    await made.send();
    await correct(made.call({ field: 'address', value: '旧路1号' }));
    made.wait(1);
    await made.send();
    made.behave('visit', 200);
    made.wait(DAY);
    await made.send();
    expect(made.sent.at(-1)?.path).toBe('deletions');
    await made.send();
    expect(made.sent.at(-1)).toEqual({
      to: 'visit',
      path: 'people',
      fields: { 'accounts.address': '旧路1号' },
    });
    made.wait(DAY);
    expect(await made.send()).toEqual({ delivered: 0, deleted: 0 });
  });

  it('is not sent where the grant does not stand, the work has ended, or it was never given', async () => {
    const made = await given();
    await made.share('survey', false);
    edit({ endedOn: '2026-06-01' });
    await rename(made);
    expect(made.disclosures('delivery').filter(({ state }) => state === 'waiting')).toEqual([]);
    edit({});
    await correct(made.call({ field: 'wechatId', value: 'lin_2026' }));
    await correct(made.call({ field: 'nickname', value: '小森' }));
    expect(made.disclosures('delivery').filter(({ state }) => state === 'waiting')).toEqual([]);
  });
});

it('a deletion that a recipient accepts for ever and never ends is reported like any other', async () => {
  const made = await world();
  made.behave('visit', 202);
  await made.queue({});
  for (let days = 0; days < 7; days += 1) {
    await made.send();
    made.wait(DAY);
  }
  expect(logged).toEqual([]);
  await made.send();
  expect(logged).toEqual([
    { function: 'reconcile', fault: 'deletion not acknowledged', recipient: 'visit', disclosure: 'queued' },
  ]);
});
