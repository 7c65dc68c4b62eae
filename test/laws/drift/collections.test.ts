import * as z from 'zod/mini';
import { collectionDrift } from '../../../config/drift/collections';
import { parsed, type Source } from '../../../config/drift/sources';
import type { Collection } from '../../../src/contracts/data-map/grammar';
import { working } from '../../../src/contracts/data-map/presets';
import { foundIn, job, page } from './found';

const trial: Collection = {
  name: 'trial',
  label: '试',
  link: { by: 'none' },
  fields: { neverNamed: { ...working, schema: z.string(), label: '甲' } },
  indexes: [],
};

describe('the database', () => {
  it.each([
    [`store.find('visitors', { _id })`, 'collection visitors is not declared'],
    [`call.store.add('visitors', [row])`, 'collection visitors is not declared'],
    [`store.find('accounts', { gps: 1 })`, 'column accounts.gps is not declared'],
    [`store.find('accounts', { _id }, { only: ['_id', 'gps'] })`, 'column accounts.gps is not declared'],
    [`store.find('accounts', { _id }, { orderBy: ['gps', 'asc'] })`, 'column accounts.gps is not declared'],
    [`store.change('accounts', { _id }, { gps })`, 'column accounts.gps is not declared'],
    [`transaction.change('accounts', id, { 'gps': 1 })`, 'column accounts.gps is not declared'],
    [`transaction.add('accounts', [{ _id, gps: 1 }])`, 'column accounts.gps is not declared'],
    [`db.collection('accounts').get()`, 'the database is reached directly'],
    [`const db = job.store; db.find('visitors', { _id })`, 'collection visitors is not declared'],
    [`const { store: db } = job; db.find('visitors', { _id })`, 'collection visitors is not declared'],
    [`(db: Store) => db.find('visitors', { _id })`, 'collection visitors is not declared'],
    [`const a = job.store; const b = a; b.add('visitors', [row])`, 'collection visitors is not declared'],
    [`store['find']('visitors', { _id })`, 'collection visitors is not declared'],
    [`const db = job.store; db.change('accounts', { _id }, { gps })`, 'column accounts.gps is not declared'],
  ])('is used only as declared: %s is found', (text, what) => {
    const found = foundIn(collectionDrift, job, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${job}:1  ${what}`);
  });

  it.each([
    [page, `db.collection('visitors').add({ data })`],
    [page, `wx.cloud.database()`],
    [job, `db['collection']('visitors').get()`],
    [job, `app.database()`],
    [page, `const { database } = cloud`],
  ])('is not reached past the store, in %s: %s is found', (path, text) => {
    expect(foundIn(collectionDrift, path, text)).toEqual([
      expect.stringContaining(`${path}:1  the database is reached directly`),
    ]);
  });

  it('takes declared columns, digests among them', () => {
    const text = `store.find('accounts', { openidDigest, ...more }, { only: ['_id', 'key'], orderBy: ['_id', 'asc'] })`;
    expect(foundIn(collectionDrift, job, text)).toEqual([]);
  });

  it('holds no collection that nothing uses, and no field', () => {
    const says = (sources: readonly Source[]) => collectionDrift(sources, { trial }).map(({ what }) => what);
    expect(says([])).toEqual(['collection trial is declared and nothing uses it']);
    const named = parsed(job, `store.find('trial', { _id })`);
    expect(says([named])).toEqual(['field trial.neverNamed is declared and nothing uses it']);
    const whole = parsed(job, `store.find('trial', { neverNamed })`);
    expect(says([whole])).toEqual([]);
  });
});

describe('a field that is declared and not used', () => {
  const asks = `store.find('trial', { _id });`;
  it.each([
    ['a local variable', `${asks} const neverNamed = 1;`],
    ['a method', `${asks} text.neverNamed();`],
    ['a part of a list', `${asks} const [neverNamed] = list;`],
  ])('is not used by %s of its name', (_, text) => {
    expect(collectionDrift([parsed(job, text)], { trial }).map(({ what }) => what)).toEqual([
      'field trial.neverNamed is declared and nothing uses it',
    ]);
  });

  it.each([
    ['read', job, `row.neverNamed`],
    ['taken apart', job, `const { neverNamed: told } = row`],
    ['read by its digest', job, `row.neverNamedDigest`],
    ['named in a list of columns', job, `only(['neverNamed'])`],
  ])('is used where it is %s in a file that speaks of the collection', (_, path, text) => {
    const about = (said: string) => collectionDrift([parsed(path, said)], { trial });
    expect(about(`${asks} ${text}`)).toEqual([]);
  });

  it.each([
    `import { trial } from '@/contracts/data-map/collections/trial'; trial.fields.neverNamed`,
    `type Part = Pick<Row<'trial'>, 'neverNamed'>`,
    `dataMap.trial.fields.neverNamed`,
    `show('trial.neverNamed')`,
  ])('is used elsewhere only with the collection: %s', (text) => {
    const other = 'src/features/trial/model.ts';
    const says = (said: string) => collectionDrift([parsed(job, asks), parsed(other, said)], { trial });
    expect(says(text)).toEqual([]);
    expect(says(text.replaceAll('trial', 'elsewhere'))).toHaveLength(1);
  });
});
