import { instant } from '../../values';
import type { Collection, Field } from '../grammar';
import { trace, userLabel, type Trace } from '../trace';
import { bases, categories, purposes, sources } from '../vocabulary';
import { mask } from './mask';

/** One fact about a person as pages, export and lists show it; `value` is null where nothing is held. */
export interface PresentedField {
  field: string;
  label: string;
  category: string;
  purpose: string;
  basis: string;
  source: string;
  keptFor: string;
  correct: Field['correct'];
  sensitive: boolean;
  value: string | null;
  /** When the value was collected; null where nothing is held or nobody noted it. */
  collectedAt: string | null;
  /** When it was used last, and by whom in words; null when it was only kept so far. */
  usedAt: string | null;
  usedBy: string | null;
}

const from = { collected: '收集起', deregistered: '注销起', completed: '办完起' } as const;
const units = { D: '天', M: '个月', Y: '年' } as const;

/** A field's life in plain Chinese, such as `办完起3年`. */
export function keptFor({
  retain,
}: {
  retain: { readonly from: Field['retain']['from']; readonly for: string; readonly since?: string };
}): string {
  if (retain.for === 'account') return '到注销账号为止';
  const [, count = '', unit = 'D'] = /^P(\d+)([DMY])$/.exec(retain.for) ?? [];
  return `${retain.since ?? from[retain.from]}${count}${units[unit as keyof typeof units]}`;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** An instant as it lies in a row; anything else says nothing. */
const asInstant = (value: unknown): string | null => instant.safeParse(value).data ?? null;

/** What the row remembers of one field: its own trace, or else when the row's values are taken to be collected. */
function traceOf(collection: Collection, facts: Record<string, unknown>, name: string): Partial<Trace> {
  const { traces } = facts;
  const own = trace.safeParse(
    typeof traces === 'object' && traces !== null ? (traces as Record<string, unknown>)[name] : undefined,
  ).data;
  if (own) return own;
  const at = asInstant(facts[collection.times?.collected ?? '']);
  return at === null ? {} : { at };
}

type Show = (field: Field, value: string) => string;

function presentWith(show: Show, collection: Collection, facts: Record<string, unknown>): PresentedField[] {
  return Object.entries(collection.fields)
    .filter(([, field]) => field.access !== 'omit')
    .map(([name, field]) => {
      const value = facts[name];
      const isHeld = value !== undefined && value !== null;
      const { at, source = field.source, usedAt, usedBy } = isHeld ? traceOf(collection, facts, name) : {};
      return {
        field: name,
        label: field.label,
        category: categories[field.category],
        purpose: purposes[field.purpose].label,
        basis: bases[field.basis],
        source: sources[source],
        keptFor: keptFor(field),
        correct: field.correct,
        sensitive: field.sensitive,
        value: isHeld ? show(field, asText(value)) : null,
        collectedAt: at ?? null,
        usedAt: usedAt ?? null,
        usedBy: usedBy === undefined ? null : userLabel(usedBy),
      };
    });
}

const masked: Show = (field, value) => (field.access === 'mask' ? mask(field.category, value) : value);

/** The fields a person may see of one row, in the order declared; fields with `access: omit` never leave. */
export const present = (collection: Collection, facts: Record<string, unknown>): PresentedField[] =>
  presentWith(masked, collection, facts);

/** The same with nothing masked, for the copy that a person takes along (PIPL 45). */
export const presentWhole = (collection: Collection, facts: Record<string, unknown>): PresentedField[] =>
  presentWith((_, value) => value, collection, facts);
