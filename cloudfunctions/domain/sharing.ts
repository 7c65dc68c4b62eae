import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { isFieldPath } from '../../src/contracts/data-map/derive/field-path';
import type { Recipient } from '../../src/contracts/data-map/recipients';

/** A table of recipients; passed in, so that another table can be judged by the same rules. */
export type Recipients = Readonly<Record<string, Recipient>>;

/** A person's stored choice about one recipient. */
export interface Share {
  granted: boolean;
  terms: string;
  deliveredAt?: string | undefined;
  /** Paths such as `accounts.phone`. */
  sent?: readonly string[] | undefined;
}

/**
 * Why nothing leaves to a recipient, in the order in which the door looks: that it is not connected comes last, for
 * that passes, and what only waits for it must be such as may leave.
 */
export type Refusal = 'unknown' | 'ended' | 'expired' | 'no-grant' | 'voided' | 'not-connected';

/** What the door looks at besides the table. */
export interface Situation {
  connected: boolean;
  /** The day in Beijing, `YYYY-MM-DD`. */
  today: string;
  share: Share | undefined;
}

/** The digest of what a person agrees to: other terms are another agreement (P23). */
export const termsOf = ({ name, kind, why, fields }: Recipient): string =>
  createHash('sha256')
    .update(canonicalize({ name, kind, why, fields: [...fields].sort() }) ?? '')
    .digest('hex');

/** A processor works for us alone and needs no grant (PIPL 21); everyone else needs each person's own (PIPL 22, 23). */
export const needsGrant = ({ kind }: Recipient): boolean => kind !== 'processor';

/** The last day of the agreement still counts. */
export const isExpired = ({ agreement }: Recipient, today: string): boolean => today > agreement.expiresOn;

/** From its last day on nothing new reaches a recipient; what it has it is still told to delete. */
export const isEnded = ({ endedOn }: Recipient, today: string): boolean =>
  endedOn !== undefined && today >= endedOn;

/** The recipient of that id, by its own name only. */
export const recipientOf = (table: Recipients, id: string): Recipient | undefined =>
  Object.hasOwn(table, id) ? table[id] : undefined;

/** Whether a grant was given for terms that are no longer these. */
export const isVoided = (recipient: Recipient, share: Share | undefined): boolean =>
  share?.granted === true && share.terms !== termsOf(recipient);

/** Whether a grant stands: given, and for these very terms. */
export const isGranted = (recipient: Recipient, share: Share | undefined): boolean =>
  share?.granted === true && !isVoided(recipient, share);

/** Why nothing may leave to this recipient now, or undefined where the door is open (P21, P23, P25). */
export function refusalOf(
  table: Recipients,
  id: string,
  { connected, today, share }: Situation,
): Refusal | undefined {
  const recipient = recipientOf(table, id);
  if (!recipient) return 'unknown';
  if (isEnded(recipient, today)) return 'ended';
  if (isExpired(recipient, today)) return 'expired';
  if (!needsGrant(recipient) || isGranted(recipient, share)) return connected ? undefined : 'not-connected';
  return share?.granted === true ? 'voided' : 'no-grant';
}

/** The asked fields in two heaps: what the table declares for the recipient, and what is held back (P24). */
export function admitted(recipient: Recipient, asked: readonly string[]) {
  const wanted = [...new Set(asked)];
  const declared = new Set<string>(recipient.fields.filter(isFieldPath));
  return {
    fields: wanted.filter((path) => declared.has(path)),
    heldBack: wanted.filter((path) => !declared.has(path)),
  };
}

/**
 * Every field that left to a recipient or may have, whatever the table says today. A share from before this was
 * remembered is taken to have sent all that the recipient may have.
 */
export const sentBy = (
  { sent, deliveredAt }: Pick<Share, 'sent' | 'deliveredAt'>,
  recipient: Recipient | undefined,
): readonly string[] => sent ?? (deliveredAt === undefined ? [] : (recipient?.fields ?? []));

/** Who still holds something by a grant that was not taken back; what another gave was asked back when it ended. */
export const holdersOf = (table: Recipients, shares: Readonly<Record<string, Share>>): string[] =>
  Object.entries(shares).flatMap(([id, share]) =>
    share.granted && sentBy(share, recipientOf(table, id)).length > 0 ? [id] : [],
  );

/** The subjects whose grant for a recipient stands: who has not agreed is not handed over (P26). */
export const agreed = <S extends { shares?: Readonly<Record<string, Share | undefined>> | undefined }>(
  recipient: Recipient,
  id: string,
  people: readonly S[],
): S[] => people.filter(({ shares }) => isGranted(recipient, shares?.[id]));
