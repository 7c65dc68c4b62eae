import fc from 'fast-check';
import type { Collection } from '../../../src/contracts/data-map/grammar';
import { columnsOfField } from '../../../src/contracts/data-map/derive/columns';
import { documentSchema } from '../../../src/contracts/data-map/derive/document-schema';
import { erasurePlan, type ErasureStep } from '../../../src/contracts/data-map/derive/erasure';
import { createSubjectKey } from '../../../cloudfunctions/platform/keys';
import { setTestKeys } from '../arbitrary/environment';
import { collections, wholeFactsOf } from '../arbitrary/facts';
import { rowOf } from '../arbitrary/rows';

setTestKeys();
const { key } = createSubjectKey('subject-1');
const plan = erasurePlan();
const linked = collections.filter(([, { link }]) => link.by !== 'none');

type Row = Readonly<Record<string, unknown>>;
type Field = Collection['fields'][string];
const isKept = ({ erase }: Field) => erase !== 'drop';

/** What the plan says becomes of a row; undefined when it is removed. */
function erased({ treat, dropped, replaced }: ErasureStep, row: Row | undefined): Row | undefined {
  if (treat === 'remove' || !row) return undefined;
  const kept = Object.entries(row).filter(([column]) => !dropped.includes(column));
  return { ...Object.fromEntries(kept), ...replaced };
}

const namesWhere = ({ fields }: Collection, isMeant: (field: Field) => boolean) =>
  Object.entries(fields)
    .filter(([, field]) => isMeant(field))
    .map(([name]) => name);

const columnsWhere = (collection: Collection, kept: boolean) =>
  namesWhere(collection, (field) => isKept(field) === kept).flatMap((name) =>
    columnsOfField(name, collection.fields[name] as Field).map(({ column }) => column),
  );

/** Texts too long to stand in another column by chance. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length >= 10 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('the erasure plan', () => {
  it('[P57] covers every collection that leads to a person, each once', () => {
    expect(plan.map(({ collection }) => collection).sort()).toEqual(linked.map(([name]) => name).sort());
  });

  it('ends with the account, whose digests lead to the rest', () => {
    expect(plan.at(-1)?.collection).toBe('accounts');
    expect(plan.filter(({ link }) => link.by === 'id')).toHaveLength(1);
  });

  it('comes to rows found through others before those others', () => {
    const place = (name: string) => plan.findIndex(({ collection }) => collection === name);
    for (const { collection, link } of plan) {
      if (link.by === 'through') expect(place(collection)).toBeLessThan(place(link.collection));
      if (link.by === 'columns') expect(place(collection)).toBeLessThan(place('accounts'));
    }
    expect(plan.some(({ link }) => link.by === 'through')).toBe(true);
    expect(plan.some(({ link }) => link.by === 'columns')).toBe(true);
  });

  it('leaves no column of the account', () => {
    expect(plan.at(-1)?.treat).toBe('remove');
  });
});

describe.each(linked)('erasing a person in %s', (name, collection) => {
  const step = plan.find((each) => each.collection === name) as ErasureStep;
  const rows = wholeFactsOf(collection).map((facts): { facts: Row; row: Row } => ({
    facts,
    row: rowOf(collection, facts, key),
  }));

  it('drops every column that neither stays by law nor becomes everyone’s, and no other', () => {
    expect([...step.dropped].sort()).toEqual(columnsWhere(collection, false).sort());
  });

  it('[P57] leaves no original value of what is not kept, in any form', () => {
    const gone = columnsWhere(collection, false);
    fc.assert(
      fc.property(rows, ({ facts, row }) => {
        const rest = erased(step, row);
        if (!rest) return;
        const kept = JSON.stringify(rest);
        expect(Object.keys(rest).filter((column) => gone.includes(column))).toEqual([]);
        const clear = namesWhere(collection, ({ erase }) => erase !== 'keep-until');
        const values = [...clear.map((field) => facts[field]), ...gone.map((column) => row[column])];
        const texts = values.flatMap(textsIn).map((text) => JSON.stringify(text).slice(1, -1));
        // Words like `constructor` are asked often: where one was also said in a field that stays, nothing is shown.
        const said = JSON.stringify(
          namesWhere(collection, ({ erase }) => erase === 'keep-until').map((each) => facts[each]),
        );
        fc.pre(!texts.some((text) => said.includes(text)));
        expect(texts.filter((text) => kept.includes(text))).toEqual([]);
      }),
    );
  });

  it('twice is the same as once', () => {
    fc.assert(
      fc.property(rows, ({ row }) => {
        const once = erased(step, row);
        expect(erased(step, once)).toEqual(once);
      }),
    );
  });

  it('leaves a row that the schema still accepts, so that it can be read and written', () => {
    fc.assert(
      fc.property(rows, ({ row }) => {
        const rest = erased(step, row);
        expect(rest === undefined || documentSchema(collection).safeParse(rest).success).toBe(true);
      }),
    );
  });

  it('removes the row, unless a law makes us keep some of it or something becomes everyone’s', () => {
    expect(step.treat === 'remove').toBe(columnsWhere(collection, true).length === 0);
    expect(step.treat === 'none').toBe(columnsWhere(collection, false).length === 0);
  });
});
