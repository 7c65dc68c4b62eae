import type { account } from '@/contracts/account';
import { accounts } from '@/contracts/data-map/collections/accounts';
import type { Input } from '@/contracts/operation';
import { loginCopy } from '@/copy/login';
import type { PageName } from '@/platform/navigate';

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
  agreed: boolean;
  optional: Optional;
}

/** Nothing is ticked and nothing chosen for the person. */
export const emptyDraft: Draft = { agreed: false, optional: {} };

/** An item chosen but left blank counts as skipped. */
const isGiven = (value: string | undefined): value is string => value !== undefined && value.trim() !== '';

/** Whether an item's text is refused by the data map; blank is fine. */
export const isWrong = (item: OptionalItem, value: string | undefined): boolean =>
  isGiven(value) && !accounts.fields[item].schema.safeParse(value).success;

/** What still has to be done before the phone can be proven, in the person's words. */
export function missing({ age, agreed, optional }: Draft): string[] {
  const { missing: words } = loginCopy;
  return [
    ...(age === undefined ? [words.age] : []),
    ...(agreed ? [] : [words.agreement]),
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

/** Where to go after logging in, by the word in the address; anything else leads home. */
const nextPages: readonly (readonly [word: string, page: PageName])[] = [
  ['information', 'pages/privacy/information/index'],
];

/** The page that the address asks for, if it is one of those. */
export const nextPage = (word: string | undefined): PageName | undefined =>
  nextPages.find(([known]) => known === word)?.[1];
