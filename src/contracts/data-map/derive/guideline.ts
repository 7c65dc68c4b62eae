import { guarded, positionInterfaces } from '../interfaces';
import { purposes, type PurposeId } from '../vocabulary';

type Guarded = (typeof guarded)[number][1];
type PositionInterface = (typeof positionInterfaces)[number];

/** One line of WeChat's privacy guideline, as its form takes it. */
export interface GuidelineLine {
  /** WeChat's `privacy_key`. */
  key: string;
  label: string;
  /** What follows 为了 in the guideline (`privacy_text`). */
  why: string;
  purpose: string;
}

/** Purposes by their words. */
const purposesOf = (ids: readonly PurposeId[]): string => ids.map((id) => purposes[id].label).join('、');

/** What the map says about each used kind of information, in WeChat's order. */
export const guidelineLines = (table: readonly (readonly [string, Guarded])[] = guarded): GuidelineLine[] =>
  table.flatMap(([key, { label, use }]) =>
    use === null ? [] : [{ key, label, why: use.why, purpose: purposesOf(use.purposes) }],
  );

/** The guideline as WeChat will show it: one sentence for each kind, ready to be pasted into the form. */
export const guidelineText = (lines: readonly GuidelineLine[] = guidelineLines()): string =>
  lines.map(({ label, why }) => `为了${why}，开发者将在获取你的明示同意后，${label}。`).join('\n');

/** The switches of app.json that follow from the interfaces used; empty where no position is asked for. */
export interface AppSwitches {
  requiredPrivateInfos?: PositionInterface[];
  permission?: Record<string, { desc: string }>;
}

/** The two scopes whose prompt shows our own sentence, at most 30 characters. */
const described = ['scope.userLocation', 'scope.userFuzzyLocation'];

/**
 * `requiredPrivateInfos` and `permission` of app.json. WeChat disables a position interface that is not named there,
 * and shows the sentence when it asks; a scope is named only when an interface that needs it is used.
 */
export function appSwitches(table: readonly (readonly [string, Guarded])[] = guarded): AppSwitches {
  const used = table.flatMap(([, each]) => (each.use ? [{ ...each, use: each.use }] : []));
  const named = used.flatMap(({ use }) => positionInterfaces.filter((name) => use.by.includes(name)));
  const scopeOf = (name: string) =>
    name === 'getFuzzyLocation' ? 'scope.userFuzzyLocation' : 'scope.userLocation';
  const asked = used.flatMap(({ use, scopes = [] }) =>
    use.by
      .map(scopeOf)
      .filter((scope) => scopes.includes(scope) && described.includes(scope))
      .map((scope): [string, { desc: string }] => [scope, { desc: use.why.slice(0, 30) }]),
  );
  return {
    ...(named.length > 0 && { requiredPrivateInfos: named }),
    ...(asked.length > 0 && { permission: Object.fromEntries(asked) }),
  };
}
