import type { Collection, Field } from '../../../src/contracts/data-map/grammar';
import { dataMap } from '../../../src/contracts/data-map';
import { columnsOfField } from '../../../src/contracts/data-map/derive/columns';
import { erasurePlan } from '../../../src/contracts/data-map/derive/erasure';
import { working } from '../../../src/contracts/data-map/presets';
import * as z from 'zod/mini';

/** What the account's own digests are of, by label: the same kind of value has the same name everywhere. */
const sought = Object.values(dataMap.accounts.fields as Collection['fields'])
  .filter(({ store }) => store.includes('digest'))
  .map(({ label }) => label);

/** What every column is called that holds somebody's id. */
const subjectLabel = /随机编号$/;

/**
 * The columns of a collection by which a person could be found: a digest of what the account holds, or anybody's id.
 */
function leadsOf({ fields }: Collection): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (subjectLabel.test(field.label)) return [name];
    if (!field.store.includes('digest') || !sought.includes(field.label)) return [];
    return columnsOfField(name, field)
      .map(({ column }) => column)
      .filter((column) => column.endsWith('Digest'));
  });
}

/** The columns by which the erasure comes to a collection's rows, and by which it looks again before it certifies. */
function waysTo({ link }: Collection): string[] {
  if (link.by === 'columns') return Object.keys(link.columns);
  return link.by === 'field' ? [link.field] : [];
}

/** Leads to whom something else than the plan comes. */
const elsewhere: Readonly<Record<string, string>> = {
  'accounts.openidDigest': 'what is looked for; the scan counts whoever else has the same (look-again)',
  'accounts.phoneDigest': 'what is looked for; the scan counts whoever else has the same (look-again)',
  'accounts.formerPhoneDigest':
    'of the row itself; what was sent to that number was asked for by the same openid',
  'accounts.guardian':
    'a child leaves with its guardian, and who has grown up names none (leave-wards, execute)',
};

/** Leads that the erasure and its scan would not follow. */
const unfollowed = (map: Readonly<Record<string, Collection>>): string[] =>
  Object.entries(map).flatMap(([name, collection]) => {
    const ways = waysTo(collection);
    return leadsOf(collection)
      .filter((column) => !ways.includes(column))
      .map((column) => `${name}.${column}`)
      .filter((column) => !(column in elsewhere));
  });

const fieldsOf = (name: string): Field[] =>
  Object.values(dataMap as Record<string, Collection>).flatMap(({ fields }) => fields[name] ?? []);
const field = (more: Partial<Field>): Field => ({ ...working, schema: z.string(), label: '甲', ...more });
const trial = (fields: Collection['fields'], link: Collection['link']): Record<string, Collection> => ({
  trial: { name: 'trial', label: '试', link, fields, indexes: [] },
});

describe('[P57] every column that leads to a person', () => {
  it('is one by which the erasure comes and its scan looks, in every collection', () => {
    expect(unfollowed(dataMap)).toEqual([]);
    expect(sought.length).toBe(3);
    const subjects = fieldsOf('subject');
    expect(subjects.length).toBeGreaterThan(5);
    expect(subjects.filter(({ label }) => !subjectLabel.test(label))).toEqual([]);
    expect(Object.values(dataMap as Record<string, Collection>).flatMap(leadsOf).length).toBeGreaterThan(6);
  });

  it('is found out where a collection forgets it', () => {
    const subject = { subject: field({ label: '随机编号' }), other: field({ label: '乙' }) };
    const two = { ...subject, guardian: field({ label: '监护人随机编号' }) };
    const digest = { number: field({ store: 'digest', label: dataMap.accounts.fields.phone.label }) };
    expect(unfollowed(trial(subject, { by: 'none' }))).toEqual(['trial.subject']);
    expect(unfollowed(trial(subject, { by: 'field', field: 'other' }))).toEqual(['trial.subject']);
    expect(unfollowed(trial(two, { by: 'field', field: 'subject' }))).toEqual(['trial.guardian']);
    expect(unfollowed(trial(two, { by: 'columns', columns: { subject: '_id', guardian: '_id' } }))).toEqual(
      [],
    );
    expect(unfollowed(trial(digest, { by: 'none' }))).toEqual(['trial.numberDigest']);
    expect(unfollowed(trial(digest, { by: 'columns', columns: { numberDigest: 'phoneDigest' } }))).toEqual(
      [],
    );
  });

  it('is a step of the plan, so that nothing that can be found is left unlooked at', () => {
    const planned = new Set<string>(erasurePlan().map(({ collection }) => collection));
    for (const [name, collection] of Object.entries(dataMap as Record<string, Collection>)) {
      if (leadsOf(collection).length > 0) expect(planned).toContain(name);
    }
  });
});
