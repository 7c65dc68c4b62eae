import { dataMap } from '../../../src/contracts/data-map';
import { addressOf } from '../../../src/contracts/picture';
import { takingDown } from '../../../cloudfunctions/platform/own-pictures';
import { askForCheck, lookAgain, settleCheck } from '../../../cloudfunctions/platform/picture-check';
import { picturesFor, presentedPictures } from '../../../cloudfunctions/platform/pictures-in-copy';
import { openedMember } from '../../../cloudfunctions/platform/member';
import { sealRow } from '../../../cloudfunctions/platform/sealing';
import { Conflict, type Row } from '../../../cloudfunctions/platform/store';
import { checkPictures } from '../../../cloudfunctions/reconcile/check-pictures';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { faultyStore, Killed } from '../../make/faulty-store';
import { memoryStore } from '../../make/memory-store';
import { smallJpeg } from '../../make/pictures';
import { accountIn, putAccount } from '../../make/put-account';

setTestKeys();
const now = new Date('2026-03-02T02:00:00Z');
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** Somebody's picture that waits to be looked at, and a WeChat that does what it is told. */
async function waiting(checkPicture: () => Promise<string> = () => Promise.resolve('trace-1')) {
  const memory = memoryStore();
  putAccount(memory, 'author');
  const facts = {
    subject: 'author',
    proposal: 'p1',
    state: 'checking',
    at: now.toISOString(),
    nextAt: now.toISOString(),
    format: 'jpeg',
    bytes: smallJpeg.length,
    picture: addressOf(smallJpeg.toString('base64')),
  } as const;
  const member = await openedMember(accountIn(memory, 'author'));
  memory.put('pictures', sealRow(dataMap.pictures, 'i1', facts, member.key));
  const wechat = { checkPicture } as never;
  return {
    memory,
    member,
    work: (when = now) => ({ store: memory.store, wechat, now: when }),
    row: () => memory.rows('pictures')[0] as unknown as Row<'pictures'>,
    refused: () => {
      memory.put('pictures', { ...memory.rows('pictures')[0], _id: 'i1', state: 'refused' });
    },
  };
}

describe('the file from which WeChat fetches a picture', () => {
  it('goes at once where WeChat could not be asked', async () => {
    const { memory, work, member, row } = await waiting(() => Promise.reject(new Error('busy')));
    await expect(askForCheck(work(), member, row())).rejects.toThrow('busy');
    expect(memory.files()).toEqual([]);
  });

  it('goes at once where the picture was taken away meanwhile', async () => {
    const { memory, work, member, row } = await waiting(async () => {
      await memory.store.remove('pictures', { _id: 'i1' });
      return 'trace-1';
    });
    await askForCheck(work(), member, row());
    expect([memory.files(), memory.rows('pictures')]).toEqual([[], []]);
  });

  it('is known to the row before it is there, killed at any call', async () => {
    for (const when of ['before', 'after'] as const)
      for (let call = 1; call <= 5; call += 1) {
        const { memory, work, member, row } = await waiting();
        const { store } = faultyStore(memory.store, call, when);
        await askForCheck({ ...work(), store }, member, row()).catch((error: unknown) => {
          expect(error).toBeInstanceOf(Killed);
        });
        const known = row().file;
        for (const file of memory.files()) expect(file).toBe(known);
      }
  });

  it('goes before what WeChat could not fetch is asked for anew', async () => {
    const { memory, work, member, row } = await waiting();
    await askForCheck(work(), member, row());
    expect(memory.files()).toHaveLength(1);
    await lookAgain(work(), row());
    expect(memory.files()).toEqual([]);
    expect(row()).not.toHaveProperty('trace');
  });

  it('stops an author who takes the picture away while it is being laid, and goes when they try again', async () => {
    const { memory, work, member, row } = await waiting();
    const seen = row();
    await askForCheck(work(), member, row());
    const { also } = await takingDown(memory.store, [seen]);
    await expect(memory.store.transaction(also)).rejects.toThrow(Conflict);
    await memory.store.transaction((await takingDown(memory.store, [row()])).also);
    expect([memory.files(), memory.rows('pictures')]).toEqual([[], []]);
  });
});

describe('a verdict', () => {
  it('settles nothing that was settled since it was read', async () => {
    for (const verdict of ['review', 'risky'] as const) {
      const { memory, work, member, row } = await waiting();
      await askForCheck(work(), member, row());
      const seen = row();
      await settleCheck(work(), seen, 'pass');
      await expect(settleCheck(work(), seen, verdict)).rejects.toThrow(Conflict);
      expect(row().state).toBe('published');
      expect(memory.rows('requests')).toEqual([]);
    }
  });

  it('waits for whoever is leaving, and is asked for anew when they come back', async () => {
    const { memory, work, member, row } = await waiting();
    await askForCheck(work(), member, row());
    const account = accountIn(memory, 'author');
    memory.put('accounts', { ...account, status: 'frozen' });
    await settleCheck(work(), row(), 'pass');
    expect([row().state, memory.files()]).toEqual(['checking', []]);
    memory.put('accounts', account);
    await checkPictures(work(at(61)), () => true);
    expect(row()).toMatchObject({ state: 'checking', trace: 'trace-1' });
  });
});

describe('the timer', () => {
  it('lets the others pass where one cannot be worked on', async () => {
    const { memory, work, row } = await waiting();
    memory.put('pictures', { ...row(), _id: 'i1', picture: 's1.broken' });
    await checkPictures(work(at(1)), () => true);
    expect(row().nextAt).toBe(at(61).toISOString());
  });

  it('gives a picture to a person that WeChat could not be asked about for a day', async () => {
    const { memory, work, row } = await waiting(() => Promise.reject(new Error('busy')));
    await checkPictures(work(at(1)), () => true);
    expect(row().state).toBe('checking');
    await checkPictures(work(at(25 * 60)), () => true);
    expect(row().state).toBe('reviewing');
    expect(memory.rows('requests')).toMatchObject([{ kind: 'publication' }]);
    expect(memory.files()).toEqual([]);
  });
});

it('a picture that a person kept back does not come back past that person', async () => {
  const { memory, member, refused, row } = await waiting();
  refused();
  await memory.store.transaction((await takingDown(memory.store, [row()])).also);
  expect(row()).toMatchObject({ state: 'refused', removed: true });
  expect(row()).not.toHaveProperty('picture');
  // What is left of it is told in a copy of data, and nothing in it is said to be damaged.
  const copied = presentedPictures(await picturesFor(memory.store, member, 1_000_000), 'pictures');
  const told = Object.fromEntries((copied[0] ?? []).map(({ field, value }) => [field, value]));
  expect(told).toMatchObject({ proposal: 'p1', picture: null });
});
