import { controller } from '../../../src/contracts/controller';
import { dataMap } from '../../../src/contracts/data-map';
import { labelAt } from '../../../src/contracts/data-map/derive/field-path';
import { keptFor } from '../../../src/contracts/data-map/derive/presentation';
import type { Collection, Field } from '../../../src/contracts/data-map/grammar';
import { recipientKinds, recipients, type Recipient } from '../../../src/contracts/data-map/recipients';
import {
  bases,
  categories,
  purposes,
  sources,
  type PurposeId,
} from '../../../src/contracts/data-map/vocabulary';
import { keysOf } from '../../../src/contracts/request-vocabulary';
import { staffRights, staffRoles } from '../../../src/contracts/staff-roles';
import { packCopy } from './copy';
import type { Page } from './document';

const { processing, impact } = packCopy;
const yesOrNo = (yes: boolean) => (yes ? packCopy.yes : packCopy.no);
const all: readonly Collection[] = Object.values(dataMap);
const everyField = all.flatMap(({ name, label, fields }) =>
  Object.entries(fields).map(([key, field]) => ({ path: `${name}.${key}`, of: label, field })),
);
const everyRecipient: readonly Recipient[] = Object.values(recipients);
const listed = (words: readonly string[]) => [...new Set(words)].join('、') || packCopy.none;

const fieldsFor = (purpose: PurposeId) => everyField.filter(({ field }) => field.purpose === purpose);

function recipientsOf(purpose: PurposeId): string {
  const paths = new Set(fieldsFor(purpose).map(({ path }) => path));
  return listed(
    everyRecipient.filter(({ fields }) => fields.some((path) => paths.has(path))).map(({ name }) => name),
  );
}

/**
 * A phone comes by WeChat's button, or typed with an SMS code; the map names the first, and each trace which it was.
 */
const sourceOf = (path: string, { source }: Field) =>
  path === 'accounts.phone' ? `${sources.wechat} / ${sources.subject}` : sources[source];

/**
 * How consent is given to a purpose, if it is needed: by a switch, or by filling in what rests on it and may stay
 * empty.
 */
function consentTo(id: PurposeId, kind: 'basic' | 'extended'): 'extended' | 'voluntary' | 'basic' {
  if (kind === 'extended') return 'extended';
  return fieldsFor(id).some(({ field }) => field.basis === 'consent') ? 'voluntary' : 'basic';
}

/** The record of processing activities (PIPL 55 and 56, GB/T 35273 11.3), read from the map. */
export const processingRecord = (): Page => ({
  file: 'processing-record',
  title: processing.title,
  lead: [processing.law, processing.controller(controller.company, controller.office, controller.email)],
  tables: [
    {
      file: 'processing-activities',
      title: processing.activities,
      head: processing.activityHead,
      rows: keysOf(purposes).map((id) => {
        const { label, why, without, kind, sensitive } = purposes[id];
        return [
          label,
          why,
          without,
          processing[consentTo(id, kind)],
          yesOrNo(sensitive),
          listed(fieldsFor(id).map(({ field }) => field.label)),
          recipientsOf(id),
        ];
      }),
    },
    {
      file: 'processing-fields',
      title: processing.fields,
      head: processing.fieldHead,
      rows: everyField.map(({ path, of, field }) => [
        of,
        field.label,
        path,
        categories[field.category],
        purposes[field.purpose].label,
        bases[field.basis],
        sourceOf(path, field),
        yesOrNo(field.sensitive),
        packCopy.store[field.store],
        keptFor(field),
        packCopy.erase[field.erase],
        field.because ?? '',
      ]),
    },
    { file: 'measures', title: processing.measures, head: processing.measureHead, rows: packCopy.measures },
    {
      file: 'staff-rights',
      title: packCopy.rights,
      head: packCopy.rightHead,
      rows: keysOf(staffRights).map((action) => [
        packCopy.actions[action],
        staffRights[action].map((role) => staffRoles[role].label).join('、'),
      ]),
    },
  ],
});

/** Purposes in which a program arranges or evaluates by itself; none of them decides about anybody. */
const automated: readonly PurposeId[] = ['same-city', 'analytics'];

const purposeRow = (id: PurposeId, why: 'sensitive' | 'automated'): string[] => {
  const held = fieldsFor(id).map(({ field }) => field.label);
  return [
    purposes[id].label,
    impact[why],
    held.length > 0 ? listed(held) : impact.notKept,
    `${purposes[id].why}${purposes[id].without}`,
    impact.risks[why],
    impact.means[why],
    impact.conclusion,
  ];
};

const recipientRow = ({ name, kind, why, fields, agreement }: Recipient): string[] => {
  const how = kind === 'processor' ? 'entrusted' : 'shared';
  return [
    `${name}（${recipientKinds[kind]}）`,
    impact[how],
    listed(fields.map(labelAt)),
    why,
    impact.risks[how],
    impact.means[how](agreement.reference, agreement.expiresOn),
    impact.conclusion,
  ];
};

/** What an impact assessment must look at (PIPL 55): whatever is sensitive, automated, entrusted or shared. */
export const impactFacts = (): Page => ({
  file: 'impact-assessment',
  title: impact.title,
  lead: [impact.law],
  tables: [
    {
      file: 'impact-assessment',
      title: impact.table,
      head: impact.head,
      rows: [
        ...keysOf(purposes)
          .filter((id) => purposes[id].sensitive || fieldsFor(id).some(({ field }) => field.sensitive))
          .map((id) => purposeRow(id, 'sensitive')),
        ...automated.map((id) => purposeRow(id, 'automated')),
        ...everyRecipient.map(recipientRow),
      ],
    },
    { file: 'not-done', title: impact.absentTable, head: impact.absentHead, rows: impact.absent },
  ],
});
