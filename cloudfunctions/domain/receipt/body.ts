import { controller } from '../../../src/contracts/controller';
import { fieldAt } from '../../../src/contracts/data-map/derive/field-path';
import { keptFor } from '../../../src/contracts/data-map/derive/presentation';
import { usedFor } from '../../../src/contracts/data-map/derive/used-for';
import { recipientKinds, type Recipient } from '../../../src/contracts/data-map/recipients';
import { categories, purposes, type ConsentPurpose } from '../../../src/contracts/data-map/vocabulary';
import type { Agreed } from '../../../src/contracts/receipt';
import { termsOf } from '../sharing';

// What the ledger seals of a choice. The only place where a choice meets today's tables: what they say now is what the
// person sees now, and whatever they say later, a receipt is made of what was sealed here.

/** The version of the policy that counts for the person. */
interface Cited {
  version: string;
  digest: string;
}

const cited = ({ version, digest }: Cited) => ({ policyVersion: version, policyDigest: digest });

const withdraws = (grant: number | undefined) => (grant === undefined ? {} : { withdraws: grant });

const inWords = (paths: readonly string[]): Agreed['fields'] =>
  paths.flatMap((path) => {
    const field = fieldAt(path);
    if (!field) return [];
    const { label, category, sensitive } = field;
    return [{ path, label, category: categories[category], keptFor: keptFor(field), sensitive }];
  });

/** What a purpose uses, in the words that are agreed to. */
export const usesOf = (purpose: ConsentPurpose): Agreed['fields'] => inWords(usedFor(purpose));

/** Of a purpose that is granted, with all that the person agrees to. */
export function purposeGranted(purpose: ConsentPurpose, policy: Cited) {
  const { label: name, why, sensitive } = purposes[purpose];
  const agreed: Agreed = {
    name,
    why,
    sensitive,
    controller: controller.company,
    fields: usesOf(purpose),
  };
  return { purpose, agreed, ...cited(policy) };
}

/** Of a purpose whose consent is withdrawn; `grant` is the number of the row that gave it, where there is one. */
export const purposeWithdrawn = (purpose: ConsentPurpose, grant: number | undefined, policy: Cited) => ({
  purpose,
  name: purposes[purpose].label,
  ...withdraws(grant),
  ...cited(policy),
});

/** Of a recipient that is granted, with all that the person agrees to and the digest that voids it (P23). */
export function recipientGranted(id: string, recipient: Recipient, policy: Cited) {
  const { name, why, kind, contact } = recipient;
  const fields = inWords(recipient.fields);
  const agreed: Agreed = {
    name,
    why,
    sensitive: fields.some(({ sensitive }) => sensitive),
    controller: controller.company,
    kind: recipientKinds[kind],
    contact,
    fields,
  };
  return { recipient: id, agreed, terms: termsOf(recipient), ...cited(policy) };
}

/** Of a recipient whose consent is withdrawn; `grant` as with a purpose. */
export const recipientWithdrawn = (
  id: string,
  { name }: Recipient,
  grant: number | undefined,
  policy: Cited,
) => ({ recipient: id, name, ...withdraws(grant), ...cited(policy) });
