import { readdirSync, readFileSync } from 'node:fs';
import { fromJSONSchema } from 'zod/v4';
import * as z from 'zod/mini';
import { dataModel, type DataModel, type ModelSource } from '../../config/console/data-model';
import type { ModelColumn } from '../../config/console/model-column';
import { modelFiles, models } from '../../config/console/models';
import { allowedDecisions, decisionsByKind } from '../../cloudfunctions/domain/requests/moves';
import { queueRow } from '../../cloudfunctions/domain/requests/queue-row';
import { dataMap } from '../../src/contracts/data-map';
import { deletable } from '../../src/contracts/data-map/derive/deletable';
import { decisionColumns, decisions, presenceOf } from '../../src/contracts/decisions';
import {
  askedKinds,
  keysOf,
  requestChannels,
  requestKinds,
  requestStates,
} from '../../src/contracts/request-vocabulary';
import { staffDecision, staffIntake } from '../../src/contracts/staff';
import { filledFor, filledWhole } from './requests/filled';

const folder = 'config/console';
const han = /\p{Script=Han}/u;
const named = Object.entries(models) as [keyof typeof models, DataModel][];
const columns = named.flatMap(([name, { properties }]) =>
  Object.entries(properties).map(([column, schema]) => [name, column, schema] as const),
);

/** Reads by the model as JSON Schema alone; the platform's own formats say how a form looks and no more. */
function reader(schema: object) {
  const text = JSON.stringify(schema, (key, value: unknown) =>
    key === 'format' || key.startsWith('x-') ? undefined : value,
  );
  const parsed = fromJSONSchema(JSON.parse(text) as Parameters<typeof fromJSONSchema>[0]);
  return (value: unknown) => parsed.safeParse(value).success;
}

describe('the data models that 云后台 imports', () => {
  it('lie in the repository as they are derived today: config/generate/data-models.ts changes nothing', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    expect(files.sort()).toEqual(Object.keys(modelFiles).sort());
    for (const file of files) expect(readFileSync(`${folder}/${file}`, 'utf8')).toBe(modelFiles[file]);
  });

  it.each(named)('%s has every column of the map, and none besides', (name, { properties }) => {
    expect(Object.keys(properties)).toEqual(Object.keys(dataMap[name].fields));
  });

  it.each(columns)('%s.%s has the Chinese title of the map', (name, column, { title }) => {
    const fields: Readonly<Record<string, { label: string }>> = dataMap[name].fields;
    expect(title).toBe(fields[column]?.label);
    expect(title).toMatch(han);
  });

  it.each(columns.filter(([, , { format }]) => format === 'x-enum'))(
    '%s.%s has a Chinese title for each of its values',
    (_, __, { enum: own, items, 'x-enumObj': titled = [] }) => {
      const values = own ?? (items as ModelColumn).enum;
      expect(titled.map(({ value }) => value)).toEqual(values);
      for (const { label } of titled) expect(label).toMatch(han);
      expect(new Set(titled.map(({ label }) => label)).size).toBe(values?.length);
    },
  );

  it('are in the form that the platform wants', () => {
    for (const [, model] of named)
      expect(model).toMatchObject({ type: 'object', 'x-kind': 'tcb', 'x-primary-column': '_id' });
    for (const [, , { type }] of columns) expect(['string', 'number', 'boolean', 'array']).toContain(type);
  });

  it('[P40] let nobody write the list, nor take away a row that was filled', () => {
    const writing = (model: DataModel) =>
      model['x-defaultMethods'].filter((method) => !/^wedaGet/.test(method));
    expect(writing(models.review_queue)).toEqual([]);
    expect(writing(models.staff_decisions)).toEqual(['wedaCreate', 'wedaUpdate']);
  });

  it('are refused where a value has no title, and where a column is none', () => {
    const source: ModelSource = {
      collection: dataMap.review_queue,
      description: '',
      methods: [],
      contracts: [z.strictObject({ kind: z.enum(['copy']) })],
      columns: ['kind'],
      hidden: [],
      titles: { kind: requestKinds },
      hints: {},
      formats: {},
    };
    expect(dataModel(source).properties).toHaveProperty('kind');
    expect(() => dataModel({ ...source, titles: {} })).toThrow('no title for kind copy');
    expect(() => dataModel({ ...source, titles: { kind: {} } })).toThrow('no title for kind copy');
    expect(() => dataModel({ ...source, columns: ['nothing'] })).toThrow('no column nothing');
  });
});

const signed = { reviewer: '王审', submit: true };
const rows = keysOf(requestKinds).flatMap((kind) =>
  [...decisionsByKind[kind], 'endorse' as const, 'return' as const].flatMap((decision) =>
    [filledFor(decision, kind), filledWhole(decision, kind)].map(
      (filled) => [decision, kind, { requestId: '01A', expectedVersion: 1, ...filled, ...signed }] as const,
    ),
  ),
);
const letter = {
  decision: 'intake',
  phone: '13800138000',
  words: '请问',
  receivedOn: '2026-03-02',
  ...signed,
};

describe('the form of a decision', () => {
  const reads = reader(models.staff_decisions);

  it.each(rows)('takes %s about %s as the contract does', (_, __, row) => {
    expect([staffDecision.safeParse(row).success, reads(row)]).toEqual([true, true]);
  });

  it.each(askedKinds)('takes a letter that asks for %s as the contract does', (kind) => {
    const row = { ...letter, kind };
    expect([staffIntake.safeParse(row).success, reads(row)]).toEqual([true, true]);
  });

  const contracts: Readonly<Record<string, z.ZodMiniType[]>> = Object.fromEntries(
    Object.keys(models.staff_decisions.properties).map((column) => [
      column,
      [staffDecision.shape, staffIntake.shape].flatMap(
        (shape) => (shape as Record<string, z.ZodMiniType>)[column] ?? [],
      ),
    ]),
  );
  const values = [
    ...[
      '01A',
      '王审',
      'approve',
      'intake',
      'malice',
      'copy',
      'nickname、address',
      'a b',
      '2026-03-02',
      '2026-02-30',
    ],
    ...[
      '13800138000',
      '12800138000',
      '长'.repeat(2000),
      '长'.repeat(2001),
      '两\n行',
      '零\u0000',
      '反\u202e',
      '-x',
      '1',
    ],
    ...[0, 1, 2, 1.5, -1, 0.01, 0.001, 12.34, 1000, 1000.01, true, [], {}, null],
  ];
  const typed = keysOf(contracts).filter((column) => (contracts[column] ?? []).length > 0);

  it.each(typed)('takes in the column %s what the contract takes, and nothing else', (column) => {
    const readsColumn = reader(models.staff_decisions.properties[column] as ModelColumn);
    const both = values.map((value) => [
      value,
      (contracts[column] ?? []).some((schema) => schema.safeParse(value).success),
      // Whether it is submitted is what the person who fills it may say either way.
      column === 'submit' && value === false ? false : readsColumn(value),
    ]);
    for (const [value, contract, model] of both)
      expect([column, value, model]).toEqual([column, value, contract]);
  });

  it('says which columns a decision needs', () => {
    for (const field of keysOf(decisionColumns)) {
      const { description = '' } = models.staff_decisions.properties[decisionColumns[field]] as ModelColumn;
      for (const decision of keysOf(decisions)) {
        const isAsked = keysOf(requestKinds).some((kind) => presenceOf(decision, field, kind) !== 'absent');
        expect(description.includes(`“${decisions[decision].label}”`)).toBe(isAsked);
      }
    }
  });

  it('names every item that can be deleted alone', () => {
    const { description = '' } = models.staff_decisions.properties['items'] as ModelColumn;
    for (const { name, label } of deletable) expect(description).toContain(`${name}（${label}）`);
  });
});

describe('the list', () => {
  const reads = reader(models.review_queue);
  const now = new Date('2026-03-02T02:00:00Z');
  const states = keysOf(requestStates).filter((state) => requestStates[state].waitsFor === 'staff');

  it.each(states.flatMap((state) => keysOf(requestKinds).map((kind) => [state, kind] as const)))(
    'shows a request that is %s and asks for %s',
    (state, kind) => {
      for (const channel of keysOf(requestChannels)) {
        const row = queueRow(
          '01A',
          {
            subject: 'subject-1',
            kind,
            state,
            version: 2,
            channel,
            minor: true,
            submittedAt: now.toISOString(),
            dueOn: '2026-03-23',
            provisional: false,
            history: [{ at: now.toISOString(), move: 'submit', by: 'subject', state: 'verified' }],
          },
          '138****8000',
          now,
        );
        expect(row.allowed).toEqual(allowedDecisions({ kind, state }));
        expect(reads(row)).toBe(true);
      }
    },
  );
});
