import { howToFill, isStaffColumn } from '../../cloudfunctions/copy/staff';
import { dataMap } from '../../src/contracts/data-map';
import { deletable } from '../../src/contracts/data-map/derive/deletable';
import { documentSchema } from '../../src/contracts/data-map/derive/document-schema';
import {
  decisionColumns,
  decisions,
  presenceOf,
  type DecisionField,
  type Presence,
} from '../../src/contracts/decisions';
import {
  askedKinds,
  keysOf,
  refusalReasons,
  requestChannels,
  requestKinds,
  requestStates,
  urgencies,
} from '../../src/contracts/request-vocabulary';
import {
  INTAKE,
  SEND_CODE,
  staffDecision,
  staffIntake,
  staffSendCode,
  staffVerify,
  VERIFY,
} from '../../src/contracts/staff';
import { modelCopy } from './copy';
import { dataModel, type DataModel } from './data-model';

const reading = ['wedaGetItem', 'wedaGetList', 'wedaGetRecords'];
const filling = [...reading, 'wedaCreate', 'wedaUpdate'];

const { review_queue: queue, staff_decisions: rows } = dataMap;
const ofLetter = Object.keys(staffIntake.shape).filter((name) => !Object.hasOwn(staffDecision.shape, name));

const labelled = (labels: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(labels).map(([value, label]) => [value, { label }]));

/** When a column is filled: what some kind of request wants of a decision. */
function whenFilled(field: DecisionField): string {
  const labelsOf = (presence: Presence) =>
    keysOf(decisions)
      .filter((decision) =>
        keysOf(requestKinds).some((kind) => presenceOf(decision, field, kind) === presence),
      )
      .map((decision) => decisions[decision].label);
  const needed = labelsOf('needed');
  const optional = labelsOf('optional').filter((label) => !needed.includes(label));
  return [
    needed.length > 0 ? modelCopy.needed(needed) : '',
    optional.length > 0 ? modelCopy.optional(optional) : '',
    modelCopy.others,
  ].join('');
}

type Column = keyof typeof rows.fields;
const sentences: Readonly<Partial<Record<Column, string>>> = {
  requestId: modelCopy.notLetter,
  expectedVersion: modelCopy.notLetter,
  ...Object.fromEntries(keysOf(decisionColumns).map((field) => [decisionColumns[field], whenFilled(field)])),
  ...Object.fromEntries(ofLetter.map((column) => [column, modelCopy.letter])),
  code: modelCopy.code,
};
const wordsOfLetters = {
  [INTAKE]: modelCopy.intake,
  [SEND_CODE]: modelCopy.sendCode,
  [VERIFY]: modelCopy.verify,
};
const items = modelCopy.items(deletable.map(({ name, label }) => `${name}（${label}）`));

/** What the form says under a column: when it is filled, and with what. */
const hintOf = (column: Column): string =>
  isStaffColumn(column)
    ? `${sentences[column] ?? ''}${howToFill[column]}。${column === 'items' ? items : ''}`
    : modelCopy.bySystem;

/** The two collections that staff meet in 云后台, as it imports them: one to look at, one to fill. */
export const models = {
  review_queue: dataModel({
    collection: queue,
    description: modelCopy.queue,
    methods: reading,
    contracts: [documentSchema(queue)],
    columns: keysOf(queue.fields),
    hidden: ['subject', 'rank'],
    titles: {
      kind: requestKinds,
      state: requestStates,
      channel: requestChannels,
      urgency: urgencies,
      allowed: decisions,
    },
    hints: {},
    formats: {},
  }),
  staff_decisions: dataModel({
    collection: rows,
    description: modelCopy.decisions,
    methods: filling,
    contracts: [staffDecision, staffIntake, staffSendCode, staffVerify],
    columns: keysOf(rows.fields),
    hidden: ['seenAt'],
    titles: {
      decision: { ...decisions, ...labelled(wordsOfLetters) },
      reasonCode: refusalReasons,
      // Of a letter, which asks as a person does.
      kind: Object.fromEntries(askedKinds.map((kind) => [kind, requestKinds[kind]])),
      result: labelled(modelCopy.results),
    },
    hints: Object.fromEntries(keysOf(rows.fields).map((column) => [column, hintOf(column)])),
    formats: { phone: 'phone' },
  }),
} as const satisfies Record<string, DataModel>;

/** The files as they are checked in, by name. */
export const modelFiles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(models).map(([name, model]) => [`${name}.json`, `${JSON.stringify(model, null, 2)}\n`]),
);
