import { accountFact } from '../../src/contracts/data-map/derive/field-path';
import { guarded } from '../../src/contracts/data-map/interfaces';
import { dataMap } from '../../src/contracts/data-map';
import type { FieldPath } from '../../src/contracts/data-map/recipients';
import { consentPurposes, type ConsentPurpose } from '../../src/contracts/data-map/vocabulary';
import { isRevocation, revocations } from '../../src/contracts/wechat-events';
import type { LedgerEvent } from './ledger';
import { executionOf, isDeletable, isHindrance, type Execution, type Situation } from './requests/execute';

type Table = typeof guarded;
type Grants = Situation['grants'];

const PICTURES: readonly FieldPath[] = ['request_attachments.picture', 'pictures.picture'];

/** What a person no longer lets WeChat give us: facts of the account, consents, and pictures. */
export interface TakenBack {
  facts: string[];
  purposes: ConsentPurpose[];
  /** Whether the pictures go that the person added to requests and proposals. */
  pictures: boolean;
}

/** What one kind of information was used for; nothing where the map declares no use. */
function usedFor(table: Table, kind: string | null, only?: readonly string[]): TakenBack {
  const use = table.find(([key]) => key === kind)?.[1].use;
  const paths: readonly string[] = use ? use.fields.filter((path) => !only || only.includes(path)) : [];
  return {
    facts: paths.flatMap((path) => accountFact(path) ?? []),
    purposes: consentPurposes.filter((purpose) => (use?.purposes ?? []).some((each) => each === purpose)),
    pictures: PICTURES.some((path) => paths.includes(path)),
  };
}

/** What a revocation's number takes back; one that WeChat does not document takes nothing. */
export function revoked(info: string, table: Table = guarded): TakenBack {
  if (!isRevocation(info)) return { facts: [], purposes: [], pictures: false };
  const { kind, ...more } = revocations[info];
  return usedFor(table, kind, 'only' in more ? more.only : undefined);
}

/** What goes with a whole WeChat account: all that came from WeChat or through one of its interfaces. */
export function cancelled(table: Table = guarded): TakenBack {
  const uses = table.map(([kind]) => usedFor(table, kind));
  const given = Object.entries(dataMap.accounts.fields).flatMap(([name, { source }]) =>
    source === 'wechat' ? [name] : [],
  );
  return {
    facts: [...new Set([...given, ...uses.flatMap(({ facts }) => facts)])],
    purposes: consentPurposes.filter((purpose) => uses.some(({ purposes }) => purposes.includes(purpose))),
    pictures: uses.some(({ pictures }) => pictures),
  };
}

/** As much of an account as says what there is to take back. */
type Held = Readonly<Record<string, unknown>> & { grants: Grants };

/**
 * The part that is held, or granted, and may go; and the facts that the account cannot do without, so that they stay.
 */
export function held({ facts, purposes }: Pick<TakenBack, 'facts' | 'purposes'>, account: Held) {
  const present = facts.filter((name) => (account[name] ?? null) !== null);
  return {
    gone: present.filter(isDeletable),
    kept: present.filter((name) => !isDeletable(name)),
    ended: purposes.filter((purpose) => account.grants[purpose]?.granted === true),
  };
}

/** What taking back changes, with the consents that end. */
export interface Taking {
  facts: Execution['facts'];
  events: LedgerEvent[];
  ended: ConsentPurpose[];
}

/**
 * Carries it out as an approved request to delete and to withdraw would be: the same facts, events and receipts.
 * `first` is what WeChat said, which comes before them in the chain.
 */
export function taking(part: ReturnType<typeof held>, first: LedgerEvent, situation: Situation): Taking {
  const asked = [
    ...(part.gone.length > 0 ? [['delete', { fields: part.gone.join() }] as const] : []),
    ...part.ended.map((purpose) => ['withdraw', { purpose }] as const),
  ];
  const begun: Taking = { facts: {}, events: [first], ended: part.ended };
  return asked.reduce<Taking>(({ facts, events, ended }, [kind, details]) => {
    const done = executionOf(kind, details, {
      ...situation,
      grants: facts.grants ?? situation.grants,
      seq: situation.seq + events.length,
    });
    if (isHindrance(done)) throw new RangeError(`nothing can be taken back by ${kind}`);
    return { facts: { ...facts, ...done.facts }, events: [...events, ...done.events], ended };
  }, begun);
}
