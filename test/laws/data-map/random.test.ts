import fc from 'fast-check';
import { columnsOf, columnsOfField } from '../../../src/contracts/data-map/derive/columns';
import { changeSchema, documentSchema } from '../../../src/contracts/data-map/derive/document-schema';
import { erasurePlan, waysThrough, type ErasureStep } from '../../../src/contracts/data-map/derive/erasure';
import { mask } from '../../../src/contracts/data-map/derive/mask';
import { present, presentWhole } from '../../../src/contracts/data-map/derive/presentation';
import { provisionPlan } from '../../../src/contracts/data-map/derive/provision';
import type { Collection, Field } from '../../../src/contracts/data-map/grammar';
import { createSubjectKey } from '../../../cloudfunctions/platform/keys';
import { setTestKeys } from '../arbitrary/environment';
import { maps, PLACEHOLDER, type RandomMap } from '../arbitrary/map';
import { rowOf } from '../arbitrary/rows';

setTestKeys();
type Row = Record<string, unknown> & { _id: string };
type Rows = Readonly<Record<string, readonly Row[]>>;
const people = ['ada', 'ben'];
const keys = new Map(people.map((id) => [id, createSubjectKey(id).key]));

/** Facts in which every value can be told from every other. */
function factsFor(collection: Collection, person: string, place: number): Record<string, string> {
  const value = (name: string) => `${collection.name} ${name} of ${person} no. ${place}`;
  return Object.fromEntries(Object.keys(collection.fields).map((name) => [name, value(name)]));
}

/** What leads a row to its person, by the link that is declared. */
function leadOf({ link }: Collection, person: string, place: number): Record<string, string> {
  const account = { phone: `people phone of ${person} no. 0`, openid: `people openid of ${person} no. 0` };
  if (link.by === 'field') return { [link.field]: person };
  if (link.by === 'through') return { [link.field]: `${link.collection}-${person}-${place}` };
  if (link.by !== 'columns') return {};
  return [{ number: account.phone }, { asker: account.openid }, { keeper: person }][place] ?? {};
}

/** How many rows each person has: one by each of the ways, where there are several. */
const placesIn = ({ link }: Collection) =>
  link.by === 'id' ? [0] : link.by === 'columns' ? [0, 1, 2] : [0, 1];

/** Rows of each person in every collection, as they are stored. */
const stored = (map: RandomMap): Rows =>
  Object.fromEntries(
    Object.entries(map).map(([name, collection]) => [
      name,
      people.flatMap((person) =>
        placesIn(collection).map((place) => {
          const facts = { ...factsFor(collection, person, place), ...leadOf(collection, person, place) };
          const id = collection.link.by === 'id' ? person : `${name}-${person}-${place}`;
          return rowOf(collection, facts, keys.get(person), id);
        }),
      ),
    ]),
  );

/** Which rows a step means, looked up in what is there when the step is taken. */
function meant(
  { link, collection }: ErasureStep<string>,
  rows: Rows,
  plan: readonly ErasureStep<string>[],
  who: string,
) {
  const all = rows[collection] ?? [];
  const [account] = (rows['people'] ?? []).filter(({ _id }) => _id === who);
  switch (link.by) {
    case 'id':
      return all.filter(({ _id }) => _id === who);
    case 'field':
      return all.filter((row) => row[link.field] === who);
    case 'through': {
      const way = waysThrough(plan).find((each) => each.collection === link.collection);
      const through = (rows[link.collection] ?? []).filter((row) => row[way?.field ?? ''] === who);
      return all.filter((row) => through.some(({ _id }) => _id === row[link.field]));
    }
    case 'columns':
      return all.filter((row) =>
        Object.entries(link.columns).some(([column, held]) => account && row[column] === account[held]),
      );
  }
}

/** The plan taken, step by step, on rows in memory. */
function erase(map: RandomMap, rows: Rows, who: string): Rows {
  const plan = erasurePlan(map);
  return plan.reduce<Rows>((then, step) => {
    const hit = meant(step, then, plan, who);
    const reduced = (row: Row): Row[] => {
      if (!hit.includes(row) || step.treat === 'none') return [row];
      if (step.treat === 'remove') return [];
      const left = Object.entries(row).filter(([column]) => !step.dropped.includes(column));
      return [{ ...(Object.fromEntries(left) as Row), ...step.replaced }];
    };
    return { ...then, [step.collection]: (then[step.collection] ?? []).flatMap(reduced) };
  }, rows);
}

const isKept = ({ erase: how }: Field) => how === 'keep-until';
const isAdas = ({ _id }: Row) => _id.includes('ada');

/** Every stored form of Ada's values that no law keeps. */
const goneOf = (map: RandomMap, rows: Rows): string[] =>
  Object.entries(map)
    .filter(([, { link }]) => link.by !== 'none')
    .flatMap(([name, { fields }]) => {
      const columns = Object.entries(fields)
        .filter(([, field]) => !isKept(field))
        .flatMap(([field, declared]) => columnsOfField(field, declared).map(({ column }) => column));
      return (rows[name] ?? []).filter(isAdas).flatMap((row) => columns.map((column) => String(row[column])));
    })
    // A name that leads to somebody is theirs as long as they are there.
    .filter((text) => !text.startsWith('ada') && !/^(letters|notes)-ada-\d$/.test(text));

const holding = (check: (map: RandomMap) => void) => {
  fc.assert(fc.property(maps, check));
};

describe('whatever the map declares,', () => {
  it('[P57] after an erasure no original value of what no law keeps is left in any form', () => {
    holding((map) => {
      const rows = stored(map);
      const linked = Object.entries(erase(map, rows, 'ada')).filter(
        ([name]) => map[name]?.link.by !== 'none',
      );
      const left = JSON.stringify(linked);
      const kept = JSON.stringify(
        Object.entries(map).flatMap(([name, { fields }]) =>
          (rows[name] ?? []).map((row) =>
            Object.entries(fields)
              .filter(([, field]) => isKept(field))
              .flatMap(([field, declared]) =>
                columnsOfField(field, declared).map(({ column }) => row[column]),
              ),
          ),
        ),
      );
      // A vault's cell stands in for ciphertext by its name, so two may be alike.
      const gone = goneOf(map, rows).filter((text) => !text.startsWith('v1.') && !kept.includes(text));
      expect(gone.length).toBeGreaterThan(3);
      expect(gone.filter((text) => left.includes(JSON.stringify(text)))).toEqual([]);
    });
  });

  it('[P57] what a law keeps is kept as it was, and what is everyone’s takes the place of what was one’s own', () => {
    holding((map) => {
      const [rows, since] = [stored(map), {} as Record<string, readonly Row[]>];
      Object.assign(since, erase(map, rows, 'ada'));
      for (const [name, { fields, link }] of Object.entries(map)) {
        const erases = Object.values(fields).map((field) => field.erase);
        const stays = link.by === 'none' || erases.some((how) => how !== 'drop');
        const left = (since[name] ?? []).filter(isAdas);
        expect(left.length > 0).toBe(stays);
        for (const row of left) {
          const before = (rows[name] ?? []).find(({ _id }) => _id === row._id);
          for (const [field, declared] of Object.entries(fields)) {
            const columns = columnsOfField(field, declared).map(({ column }) => column);
            const expected = (column: string) => {
              if (link.by === 'none' || declared.erase === 'keep-until') return before?.[column];
              return declared.erase === 'drop' ? undefined : PLACEHOLDER;
            };
            for (const column of columns) expect(row[column]).toEqual(expected(column));
          }
        }
      }
    });
  });

  it('erasing twice is erasing once, others keep every byte, and what is left may be stored', () => {
    holding((map) => {
      const rows = stored(map);
      const once = erase(map, rows, 'ada');
      expect(erase(map, once, 'ada')).toEqual(once);
      const ofBen = (all: Rows) => Object.values(all).map((each) => each.filter((row) => !isAdas(row)));
      expect(ofBen(once)).toEqual(ofBen(rows));
      for (const [name, left] of Object.entries(once))
        for (const row of left)
          expect(documentSchema(map[name] as Collection).safeParse(row).success).toBe(true);
    });
  });

  it('the plan has a step for every collection that leads to a person, and no other', () => {
    holding((map) => {
      const plan = erasurePlan(map);
      const linked = Object.entries(map).flatMap(([name, { link }]) => (link.by === 'none' ? [] : [name]));
      expect(plan.map(({ collection }) => collection).sort()).toEqual(linked.sort());
      for (const { collection, link, treat, dropped, replaced } of plan) {
        expect(link).toEqual(map[collection]?.link);
        if (treat === 'none') expect([dropped, replaced]).toEqual([[], {}]);
        if (treat === 'remove') expect(replaced).toEqual({});
        expect(dropped.filter((column) => column in replaced)).toEqual([]);
      }
      expect(plan.at(-1)?.collection).toBe('people');
      expect(
        waysThrough(plan)
          .map(({ collection }) => collection)
          .sort(),
      ).toEqual(['letters', 'notes']);
      expect(waysThrough(plan).every(({ field }) => field === 'owner')).toBe(true);
    });
  });

  it('nothing undeclared can be stored, and every declared column can', () => {
    holding((map) => {
      for (const [name, rows] of Object.entries(stored(map))) {
        const collection = map[name] as Collection;
        const columns = columnsOf(collection).map(({ column }) => column);
        for (const row of rows) {
          expect(Object.keys(row).sort()).toEqual(['_id', ...columns].sort());
          expect(documentSchema(collection).safeParse(row).success).toBe(true);
          expect(documentSchema(collection).safeParse({ ...row, more: 'x' }).success).toBe(false);
          const { _id, ...change } = row;
          expect(changeSchema(collection).safeParse(change).success).toBe(true);
          expect(changeSchema(collection).safeParse({ ...change, more: 'x' }).success).toBe(false);
          expect(changeSchema(collection).safeParse({ _id }).success).toBe(false);
        }
      }
    });
  });

  it('every environment is provisioned with its own collections, and every index with its directions', () => {
    holding((map) => {
      const plans = provisionPlan(map);
      expect(plans.map(({ name }) => name)).toEqual(Object.keys(map));
      const [main, keysOnly] = [provisionPlan(map, 'main'), provisionPlan(map, 'keys')];
      expect(keysOnly.every(({ name }) => map[name]?.environment === 'keys')).toBe(true);
      expect([...main, ...keysOnly].map(({ name }) => name).sort()).toEqual(Object.keys(map).sort());
      for (const { name, indexes } of plans)
        expect(
          indexes.map((each) => ({
            name: each.name,
            on: each.fields.map(({ field, direction }) => (direction < 0 ? `-${field}` : field)),
            ...(each.unique && { unique: true }),
          })),
        ).toEqual([...(map[name]?.indexes ?? []), { name: 'schemaVersion', on: ['schemaVersion', '_id'] }]);
    });
  });

  it('[P45] a page shows what is shown, masks what is masked and never what is omitted; a copy holds all that is shown', () => {
    holding((map) => {
      for (const collection of Object.values(map)) {
        const facts = factsFor(collection, 'ada', 0);
        const expected = (whole: boolean) =>
          Object.entries(collection.fields)
            .filter(([, { access }]) => access !== 'omit')
            .map(([field, { access, category }]) => {
              const value = facts[field] ?? '';
              return [field, access === 'mask' && !whole ? mask(category, value) : value];
            });
        const shown = (made: ReturnType<typeof present>) => made.map(({ field, value }) => [field, value]);
        expect(shown(present(collection, facts))).toEqual(expected(false));
        expect(shown(presentWhole(collection, facts))).toEqual(expected(true));
      }
    });
  });
});
