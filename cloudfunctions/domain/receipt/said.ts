import type { ConsentRecord } from '../../../src/contracts/receipt';

type Json = Readonly<Record<string, unknown>>;

/** Whether a value is an object with members. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A member of that name, where the value is a text. */
const member = <N extends string>(name: N, value: unknown): { [K in N]?: string } =>
  typeof value === 'string' ? ({ [name]: value } as { [K in N]?: string }) : {};

/** One field that was agreed to; rows from before its words were written down hold its path alone. */
function fieldSaid(field: unknown): ConsentRecord['dpv:hasPersonalData'][number] {
  const said = isObject(field) ? field : { path: field };
  return {
    '@type': said['sensitive'] === true ? 'dpv:SensitivePersonalData' : 'dpv:PersonalData',
    'dct:identifier': textIn(said['path']),
    'dct:title': textIn(said['label'] ?? said['path']),
    ...member('dct:type', said['category']),
    ...member('dpv:hasStorageCondition', said['keptFor']),
  };
}

/**
 * The members of a record that say what was chosen, read off the ledger's body alone. Who issues a receipt and who
 * checks it read alike, so that a record can say nothing that was not sealed; what the body does not say stays empty.
 * Takes any body and never throws, for a checker meets any.
 */
export function saidBy(
  body: Json,
): Pick<ConsentRecord, 'dpv:hasPurpose' | 'dpv:hasPersonalData' | 'dpv:hasRecipient'> {
  const agreed = isObject(body['agreed']) ? body['agreed'] : {};
  const id = textIn(body['purpose'] ?? body['recipient']);
  const named = { 'dct:identifier': id, 'dct:title': textIn(agreed['name'] ?? body['name'] ?? id) };
  const recipient = {
    '@type': 'dpv:ThirdParty',
    ...named,
    ...member('dct:type', agreed['kind']),
    ...member('schema:contactPoint', agreed['contact']),
  };
  return {
    'dpv:hasPurpose': { '@type': 'dpv:Purpose', ...named, 'dct:description': textIn(agreed['why']) },
    'dpv:hasPersonalData': listIn(agreed['fields'] ?? body['fields']).map(fieldSaid),
    'dpv:hasRecipient': 'recipient' in body ? [recipient] : [],
  };
}
