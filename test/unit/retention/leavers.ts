import { createPublicKey, verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import { dataMap, type CollectionName } from '../../../src/contracts/data-map';
import { columnsOfField } from '../../../src/contracts/data-map/derive/columns';
import { documentSchema } from '../../../src/contracts/data-map/derive/document-schema';
import { erasurePlan } from '../../../src/contracts/data-map/derive/erasure';
import type { Collection, Field } from '../../../src/contracts/data-map/grammar';
import { keyFingerprint, openSubjectKey } from '../../../cloudfunctions/platform/keys';
import { publicKey } from '../../../cloudfunctions/platform/signing';
import type { Row } from '../../../cloudfunctions/platform/store';
import { allRows, makeTown } from '../../make/town';

/** When the leavers' cooling-off ends, and when a run looks. */
export const due = new Date('2026-03-02T02:00:00.000Z');
export const now = new Date('2026-03-02T03:00:00.000Z');
const steps = erasurePlan();
/** A store with its people. */
export type Town = ReturnType<typeof makeTown>;
type Cells = Record<string, unknown>;

/** Two who leave and two who stay, each with rows everywhere. */
export function town(): Town {
  const made = makeTown(['leaver-1', 'leaver-2', 'stayer-1', 'stayer-2'], due);
  for (const account of made.rows('accounts').filter(({ _id }) => _id === 'stayer-1'))
    made.put('accounts', { ...account, status: 'active' });
  for (const account of made.rows('accounts').filter(({ _id }) => _id === 'stayer-2'))
    made.put('accounts', { ...account, eraseAfter: '2026-03-02T03:00:00.001Z' });
  return made;
}
/** A run of the timer on a town's store. */
export const jobOn = ({ store }: Pick<Town, 'store'>) => ({ store, wechat: undefined as never, now });
/** Rows that name somebody whose id begins so. */
export const isOf = (name: string) => (row: { _id: string }) => JSON.stringify(row).includes(name);

/** Rows as they lie, of those who stay. */
const ofStayers = (made: Town) =>
  Object.fromEntries(
    Object.entries(allRows(made.rows)).map(([name, rows]) => [name, rows.filter(isOf('stayer'))]),
  );

const columnsWhere = (collection: Collection, is: (field: Field) => boolean) =>
  Object.entries(collection.fields)
    .filter(([, field]) => is(field))
    .flatMap(([name, field]) => columnsOfField(name, field).map(({ column }) => column));

const cellsOf = (rows: Record<CollectionName, Cells[]>, is: (field: Field) => boolean): string[] =>
  steps.flatMap(({ collection }) => {
    const columns = columnsWhere(dataMap[collection], is);
    return rows[collection]
      .filter((row) => isOf('leaver')(row as never))
      .flatMap((row) => columns.map((column) => JSON.stringify(row[column] ?? '')));
  });

/**
 * Long texts that an erasure must take away: every stored form of what no law keeps, unless it also lies in what stays.
 */
function canariesOf(before: Record<CollectionName, Cells[]>): string[] {
  const staying = [
    ...cellsOf(before, ({ erase }) => erase === 'keep-until'),
    ...Object.values(before).flatMap((rows) => rows.map(({ _id }) => JSON.stringify(_id))),
    JSON.stringify(
      Object.values(before).flatMap((rows) => rows.filter((row) => isOf('stayer')(row as never))),
    ),
  ].join();
  return cellsOf(before, ({ erase }) => erase !== 'keep-until').filter(
    (text) => text.length > 20 && !staying.includes(text),
  );
}

const once = <T>(make: () => T) => {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
const before = once(town);
const canariesBefore = once(() => canariesOf(allRows(before().rows)));
const stayersBefore = once(() => ofStayers(before()));

/** That nothing of the leavers is left but proof, and nothing of the others is touched. */
export function expectErased(made: Town): void {
  const since = allRows(made.rows);
  const left = JSON.stringify(since);
  const canaries = canariesBefore();
  expect(canaries.length).toBeGreaterThan(20);
  expect(canaries.filter((text) => left.includes(text))).toEqual([]);
  expect(ofStayers(made)).toEqual(stayersBefore());
  for (const { collection, treat } of steps) {
    const rows = since[collection].filter(isOf('leaver'));
    if (treat === 'remove') expect({ collection, rows }).toEqual({ collection, rows: [] });
    for (const row of rows) expect(documentSchema(dataMap[collection]).safeParse(row).success).toBe(true);
  }
}

/** A person's certificate, checked as anyone can check it. */
export function expectCertified(made: Town, id: string): void {
  const certificate = made
    .rows('certificates')
    .find(({ _id }) => _id === id) as unknown as Row<'certificates'>;
  const account = before()
    .rows('accounts')
    .find(({ _id }) => _id === id) as unknown as Row<'accounts'>;
  const { _id, signature, ...statement } = certificate;
  expect(statement).toEqual({
    begunAt: now.toISOString(),
    certifiedAt: now.toISOString(),
    keyFingerprint: keyFingerprint(openSubjectKey(id, account.key)),
    counts: Object.fromEntries(
      steps
        .filter(({ treat }) => treat !== 'none')
        .map(({ collection, treat, link }) => {
          const rows = link.by === 'id' ? 1 : 2;
          return [
            collection,
            { removed: treat === 'remove' ? rows : 0, reduced: treat === 'reduce' ? rows : 0, found: 0 },
          ];
        }),
    ),
    recipients: [],
  });
  const signed = Buffer.from(canonicalize({ subject: _id, ...statement }) ?? '');
  expect(verify(null, signed, createPublicKey(publicKey()), Buffer.from(signature, 'base64url'))).toBe(true);
  expect(made.rows('erasures').find((row) => row._id === id)).toMatchObject({
    state: 'certified',
    begunAt: now.toISOString(),
    keyFingerprint: statement.keyFingerprint,
    planned: Object.fromEntries(
      Object.entries(statement.counts).map(([name, { removed, reduced }]) => [name, removed + reduced]),
    ),
  });
}
