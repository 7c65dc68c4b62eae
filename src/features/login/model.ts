import type { account } from '@/contracts/account';
import { accounts } from '@/contracts/data-map/collections/accounts';
import type { Input } from '@/contracts/operation';
import { loginCopy } from '@/copy/login';

/** What a person says of the own age. */
export type AgeGroup = Input<typeof account.register>['age'];

/** The items that may be given at registration, in the order shown. */
export const optionalItems = ['nickname', 'avatar', 'address', 'wechatId'] as const;

export type OptionalItem = (typeof optionalItems)[number];

/** What was chosen to be filled in: an item that is absent was skipped. */
export type Optional = Readonly<Partial<Record<OptionalItem, string>>>;

/** The form as filled in so far. */
export interface Draft {
  age?: AgeGroup | undefined;
  /** The version of the policy that was ticked; a newer text needs a tick of its own. */
  agreedTo?: string | undefined;
  optional: Optional;
}

/** Nothing is ticked and nothing chosen for the person. */
export const emptyDraft: Draft = { optional: {} };

/** An item chosen but left blank counts as skipped. */
const isGiven = (value: string | undefined): value is string => value !== undefined && value.trim() !== '';

/** Whether an item's text is refused by the data map; blank is fine. */
export const isWrong = (item: OptionalItem, value: string | undefined): boolean =>
  isGiven(value) && !accounts.fields[item].schema.safeParse(value).success;

/** Whether the text in force is the one that was ticked. */
export const isAgreed = ({ agreedTo }: Draft, version: string): boolean => agreedTo === version;

/** What still has to be done before the phone can be proven, in the person's words. */
export function missing(draft: Draft, version: string): string[] {
  const { age, optional } = draft;
  const { missing: words } = loginCopy;
  return [
    ...(age === undefined ? [words.age] : []),
    ...(isAgreed(draft, version) ? [] : [words.agreement]),
    ...(optionalItems.some((item) => isWrong(item, optional[item])) ? [words.optional] : []),
  ];
}

/** The optional part of the call: what was given, nothing else. */
export const given = (optional: Optional): Optional =>
  Object.fromEntries(
    optionalItems.flatMap((item) => (isGiven(optional[item]) ? [[item, optional[item]]] : [])),
  );

/** The choice with one item changed; `undefined` skips it. */
export function withItem(optional: Optional, item: OptionalItem, value: string | undefined): Optional {
  const { [item]: _before, ...others } = optional;
  return value === undefined ? others : { ...others, [item]: value };
}
