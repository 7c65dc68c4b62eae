import { keyVaultElsewhere } from '../../../cloudfunctions/platform/key-vault-elsewhere';
import { keyVaultInRow } from '../../../cloudfunctions/platform/key-vault-in-row';
import { keyFingerprint, openSubjectKey } from '../../../cloudfunctions/platform/keys';
import { keyVault } from '../../../cloudfunctions/platform/open-key-vault';
import type { Store } from '../../../cloudfunctions/platform/store';
import { eraseDue } from '../../../cloudfunctions/retention/erase';
import { replay } from '../../../cloudfunctions/retention/replay';
import { takeUpReturned } from '../../../cloudfunctions/retention/returned';
import { dataMap } from '../../../src/contracts/data-map';
import { controller } from '../../../src/contracts/controller';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { memoryStore } from '../../make/memory-store';
import { accountIn } from '../../make/put-account';
import { expectErased, isOf, jobOn, now, town, type Town } from './leavers';

setTestKeys();
jest.mock('../../../cloudfunctions/platform/open-key-vault', () => ({ keyVault: jest.fn() }));
jest.mock('../../../cloudfunctions/platform/log', () => ({ log: () => undefined }));

const collections = Object.keys(dataMap);
type Kept = readonly (readonly [string, ReturnType<Town['rows']>])[];
const kept = (made: Town): Kept => collections.map((name) => [name, made.rows(name)]);
const bringBack = (made: Town, backup: Kept, names: readonly string[], who: string) => {
  for (const [name, rows] of backup.filter(([each]) => names.includes(each)))
    for (const row of rows.filter(isOf(who))) made.put(name, row);
};
const journalOf = ({ rows }: Pick<Town, 'rows'>, id: string) =>
  rows('erasures').find(({ _id }) => _id === id);
const inRow = () => jest.mocked(keyVault).mockReturnValue(keyVaultInRow());

/** A town whose leavers are erased, and what a backup from before still has. */
async function afterErasing() {
  const made = town();
  const backup = kept(made);
  await eraseDue(jobOn(made));
  return { made, backup };
}

/** The same with the keys in an environment of their own. */
async function withVault() {
  const made = town();
  const keys = memoryStore();
  const vault = keyVaultElsewhere(keys.store);
  jest.mocked(keyVault).mockReturnValue(vault);
  for (const { _id } of made.rows('accounts')) {
    const account = accountIn(made, _id);
    made.put('accounts', { ...account, ...(await vault.elsewhere?.adopt(account, now)) });
  }
  const backup = kept(made);
  await eraseDue(jobOn(made));
  const named = (id: string) => String(keys.rows('keys').find(({ _id }) => _id === id)?.['fingerprint']);
  return { made, backup, keys, named };
}

beforeEach(inRow);

describe('[P52] who comes back with a backup', () => {
  it.each(['certified', 'wiped'] as const)(
    'is given back to erasing where the journal says %s, and nobody else is',
    async (state) => {
      const { made, backup } = await afterErasing();
      made.put('erasures', { ...journalOf(made, 'leaver-1'), _id: 'leaver-1', state });
      bringBack(made, backup, ['accounts', 'messages'], 'leaver-1');
      expect(await takeUpReturned(jobOn(made))).toEqual({ returned: 1 });
      expect(journalOf(made, 'leaver-1')).toMatchObject({ state: 'begun' });
      expect(journalOf(made, 'leaver-1')).not.toHaveProperty('certifiedAt');
      expect(journalOf(made, 'leaver-2')).toMatchObject({ state: 'certified' });
      expect(await eraseDue(jobOn(made))).toEqual({ erased: 1, left: 0 });
      expectErased(made);
      expect(await takeUpReturned(jobOn(made))).toEqual({ returned: 0 });
    },
  );

  it.each(['messages', 'usage', 'requests', 'staff_decisions', 'guardian_consents'])(
    'is found by rows of %s alone, and keeps the first certificate',
    async (name) => {
      const { made, backup } = await afterErasing();
      const first = made.rows('certificates');
      bringBack(made, backup, [name], 'leaver-1');
      // By the openid's digest nobody is found who has no account; such a row lives a day.
      await made.store.remove('guardian_consents', { _id: 'guardian_consents-leaver-1-0' });
      expect(await takeUpReturned(jobOn(made))).toEqual({ returned: 1 });
      expect(await eraseDue(jobOn(made))).toEqual({ erased: 1, left: 0 });
      expectErased(made);
      expect(made.rows('certificates')).toEqual(first);
      expect(journalOf(made, 'leaver-1')).toMatchObject({ state: 'certified' });
      expect(await takeUpReturned(jobOn(made))).toEqual({ returned: 0 });
    },
  );

  it('is found by a request that is open again, though nothing else of it came back', async () => {
    const { made } = await afterErasing();
    await made.store.change('requests', { _id: 'requests-leaver-1-0' }, { open: true, state: 'in_review' });
    expect(await takeUpReturned(jobOn(made))).toEqual({ returned: 1 });
    expect(await eraseDue(jobOn(made))).toEqual({ erased: 1, left: 0 });
    expect(
      made
        .rows('requests')
        .filter(isOf('leaver'))
        .map(({ open }) => open),
    ).toEqual(Array(4).fill(false));
  });

  it('is looked for by one call a page for each collection and each thing that must be gone', async () => {
    const memory = crowd(900, () => false);
    const asked: string[] = [];
    const countBy: Store['countBy'] = (name, filter, column) => {
      asked.push(`${name}.${column}`);
      return memory.store.countBy(name, filter, column);
    };
    await run({ store: { ...memory.store, countBy } }, 0);
    const calls = Object.fromEntries(asked.map((each) => [each, asked.filter((one) => one === each).length]));
    expect(calls).toEqual({
      'accounts._id': 1,
      'messages.subject': 1,
      'request_attachments.subject': 1,
      'proposals.subject': 1,
      'pictures.subject': 1,
      'comments.subject': 1,
      'supports.subject': 1,
      'survey_answers.subject': 1,
      'usage.subject': 1,
      'guardian_consents.guardian': 1,
      'review_queue.subject': 1,
      // Four sealed texts, a letter's code, and whether it is open.
      'requests.subject': 6,
    });
  });

  it('is known by the vault where the journal is gone, and named as the vault remembers the key', async () => {
    const { made, backup, named } = await withVault();
    for (const id of ['leaver-1', 'leaver-2']) await made.store.remove('erasures', { _id: id });
    bringBack(made, backup, ['accounts', 'sms_codes'], 'leaver-1');
    expect(await takeUpReturned(jobOn(made))).toEqual({ returned: 1 });
    const planned = { accounts: 1, sms_codes: 2, messages: 0 };
    expect(made.rows('erasures')).toMatchObject([
      { _id: 'leaver-1', state: 'begun', keyFingerprint: named('leaver-1'), planned },
    ]);
    expect(await eraseDue(jobOn(made))).toEqual({ erased: 1, left: 0 });
    expect(made.rows('accounts').filter(isOf('leaver'))).toEqual([]);
  });

  /** People of a page and more who were erased; some are back. */
  function crowd(size: number, isBack: (index: number) => boolean) {
    const memory = memoryStore();
    const account = accountIn(town(), 'stayer-1');
    // In no order that helps.
    for (let index = size - 1; index >= 0; index -= 1) {
      const _id = Math.floor((index / size) * 2 ** 32)
        .toString(16)
        .padStart(8, '0');
      memory.put('erasures', { _id, state: 'certified', planned: {}, keyFingerprint: 'a'.repeat(64) });
      if (isBack(index)) memory.put('accounts', { ...account, _id });
    }
    return memory;
  }
  const run = (memory: { store: Store }, minutes: number) =>
    takeUpReturned({ ...jobOn(memory), now: new Date(now.getTime() + minutes * 60_000) });

  it('is found wherever the run begins to look, though they are more than a batch', async () => {
    for (const minutes of [0, 10, 20, 30, 40]) {
      const memory = crowd(1500, (index) => index % 6 === 0);
      const together: unknown[] = [];
      const change: Store['change'] = (name, filter, values) => {
        together.push(filter._id);
        return memory.store.change(name, filter, values);
      };
      expect(await run({ store: { ...memory.store, change } }, minutes)).toEqual({ returned: 250 });
      expect(together).toMatchObject([{ value: { length: 200 } }, { value: { length: 50 } }]);
      expect(memory.rows('erasures').filter(({ state }) => state === 'begun')).toHaveLength(250);
    }
  });

  it('is found by few runs, where one cannot look at everybody', async () => {
    const memory = crowd(9000, (index) => index % 1000 === 500);
    const looks: number[] = [];
    let reads = 0;
    const find: Store['find'] = (name, filter, reading) => {
      reads += Number(name === 'erasures' && 'state' in filter);
      return memory.store.find(name, filter, reading);
    };
    const counted = { store: { ...memory.store, find } };
    for (let runs = 0; runs < 6; runs += 1) looks.push((await run(counted, runs * 10)).returned);
    expect(reads).toBe(6 * 5);
    expect(looks[0]).toBeGreaterThanOrEqual(4);
    expect(looks[0]).toBeLessThan(9);
    expect(looks.reduce((sum, returned) => sum + returned, 0)).toBe(9);
  });
});

describe('[P52] replaying a journal', () => {
  const ask = (made: Town, erased: { subject: string; keyFingerprint: string }[], confirm?: string) =>
    replay({
      ...jobOn(made),
      input: { erased, confirm: confirm ?? controller.platform, by: '王管理' },
      openid: '',
      once: (work) => work(),
    });
  const line = (subject: string, keyFingerprint: string) => ({ subject, keyFingerprint });
  const keyOf = (made: Town, id: string) => keyFingerprint(openSubjectKey(id, accountIn(made, id).key));
  const states = (made: Town) => made.rows('erasures').map(({ _id, state }) => [_id, state]);
  const answered = (taken: number, alive: number, other: string[]) => ({
    ok: true,
    data: { taken, alive, other },
  });
  /** The whole database is as it was before anyone was erased. */
  async function restored() {
    const { made, backup } = await afterErasing();
    await made.store.remove('erasures', { state: 'certified' });
    bringBack(made, backup, ['accounts', 'messages', 'requests'], 'leaver');
    return made;
  }

  it('does nothing without the platform’s name', async () => {
    const made = await restored();
    const lines = [line('leaver-1', keyOf(made, 'leaver-1'))];
    expect(await ask(made, lines, '别的平台')).toMatchObject({ error: { code: 'CONFIRMATION_WRONG' } });
    expect([states(made), made.rows('audits').filter(isOf('王管理'))]).toEqual([[], []]);
  });

  it('takes whom it names with the very key, once, and writes down who asked', async () => {
    const made = await restored();
    const lines = [
      line('leaver-1', keyOf(made, 'leaver-1')),
      line('leaver-1', keyOf(made, 'leaver-1')),
      line('leaver-2', 'f'.repeat(64)),
    ];
    expect(await ask(made, lines)).toEqual(answered(1, 0, ['leaver-2']));
    expect(states(made)).toEqual([['leaver-1', 'begun']]);
    expect(made.rows('audits').filter(isOf('王管理'))).toMatchObject([
      { action: 'erasures-replayed', requestId: 'replay', reviewer: '王管理', outcome: '1' },
    ]);
    expect(await eraseDue(jobOn(made))).toMatchObject({ erased: 2 });
    expectErased(made);
  });

  it('takes who has no account or no key any more: there is nothing to compare', async () => {
    const made = await restored();
    await made.store.change('accounts', { _id: 'leaver-1' }, { key: 'destroyed' });
    await made.store.remove('accounts', { _id: 'leaver-2' });
    const lines = ['leaver-1', 'leaver-2', 'nobody'].map((id) => line(id, 'f'.repeat(64)));
    expect(await ask(made, lines)).toEqual(answered(3, 0, []));
    // Of whom nothing is there nothing is journalled.
    expect(states(made)).toEqual([
      ['leaver-1', 'begun'],
      ['leaver-2', 'begun'],
    ]);
  });

  it('signs the name that the journal saw destroyed, where no account says another', async () => {
    const made = await restored();
    const [of1, of2] = [keyOf(made, 'leaver-1'), keyOf(made, 'leaver-2')];
    await made.store.remove('certificates', { _id: 'leaver-1' });
    await made.store.remove('certificates', { _id: 'leaver-2' });
    await made.store.change('accounts', { _id: 'leaver-1' }, { key: 'destroyed' });
    await made.store.remove('accounts', { _id: 'leaver-2' });
    await ask(made, [line('leaver-1', of1), line('leaver-2', of2)]);
    await eraseDue(jobOn(made));
    for (const [id, named] of [
      ['leaver-1', of1],
      ['leaver-2', of2],
    ] as const) {
      expect(journalOf(made, id)).toMatchObject({ state: 'certified', keyFingerprint: named });
      const certificate = made.rows('certificates').find(({ _id }) => _id === id);
      expect(certificate).toMatchObject({ keyFingerprint: named });
    }
  });

  it('believes the vault before any file: who is alive there is not touched', async () => {
    const { made, backup, named } = await withVault();
    bringBack(made, backup, ['accounts', 'messages', 'erasures'], 'leaver');
    await made.store.remove('accounts', { _id: 'leaver-2' });
    await made.store.remove('erasures', { _id: 'leaver-2' });
    const lines = [
      line('leaver-1', named('leaver-1')),
      line('leaver-2', 'f'.repeat(64)),
      line('stayer-1', 'f'.repeat(64)),
    ];
    expect(await ask(made, lines)).toEqual(answered(2, 1, []));
    expect(journalOf(made, 'leaver-2')).toMatchObject({ keyFingerprint: named('leaver-2') });
    expect(journalOf(made, 'stayer-1')).toBeUndefined();
    expect(accountIn(made, 'stayer-1').status).toBe('active');
  });
});
