import type { Actual, ActualFunction } from './actual';
import type { DesiredFunction } from './desired';
import type { Found, Obstacle, Setting } from './steps';
import { isVariable, lostVariables } from './variables';

/** What the operator names who means to run code that cannot read the newest rows; no variable looks like it. */
export const OLDER_DATA = 'data';

type Values = Readonly<Record<string, string>>;

/** The variables as they will be: what somebody else gave the function stays. */
const variablesAfter = (wanted: Values, stands: Values): Values => ({
  ...Object.fromEntries(Object.entries(stands).filter(([name]) => !isVariable(name))),
  ...wanted,
});

function settingsOf(wanted: DesiredFunction, stands: ActualFunction): Setting[] {
  const [before, after] = [stands.variables, wanted.variables];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const how = {
    added: names.filter((name) => !(name in before)),
    changed: names.filter((name) => name in before && name in after && before[name] !== after[name]),
    removed: names.filter((name) => !(name in after)),
  };
  return [
    ...(['timeout', 'memory'] as const).flatMap((of) =>
      wanted[of] === stands[of] ? [] : [{ of, was: stands[of], becomes: wanted[of] }],
    ),
    ...(['added', 'changed', 'removed'] as const).flatMap((kind) =>
      how[kind].length === 0 ? [] : [{ of: 'variables' as const, how: kind, names: how[kind] }],
    ),
  ];
}

/** Why a function that stands cannot be touched as it is. */
function obstacleOf(
  wanted: DesiredFunction,
  stands: ActualFunction,
  accepted: ReadonlySet<string>,
): Obstacle | undefined {
  const { name, runtime } = wanted;
  if (!stands.release) return { is: 'foreign-function', name };
  if (/fail/i.test(stands.status)) return { is: 'broken-function', name, status: stands.status };
  if (stands.release.data > wanted.data && !accepted.has(OLDER_DATA))
    return { is: 'older-data', name, was: stands.release.data, becomes: wanted.data };
  if (stands.runtime !== runtime) return { is: 'other-runtime', name, was: stands.runtime, wanted: runtime };
  const lost = lostVariables(stands.variables, wanted.variables).filter(
    (variable) => !accepted.has(variable),
  );
  return lost.length > 0 ? { is: 'lost-variables', name, variables: lost } : undefined;
}

function codeDiffers(
  wanted: DesiredFunction,
  { release, runs, isAsPublished }: ActualFunction,
  differs: readonly Setting[],
  found: Found,
): void {
  if (!release) return;
  const isThere = release.code === wanted.code && release.stage !== 'changing';
  if (!isThere)
    found.steps.push({
      do: 'update-code',
      wanted,
      // Begun and not finished: what ran before it began is what it goes back to.
      before: release.stage === 'changing' ? release.before : runs,
      differs,
    });
  else {
    if (runs === '0') found.steps.push({ do: 'finish-function', wanted, release });
    else if (!isAsPublished) found.steps.push({ do: 'restore-code', wanted, release });
    if (differs.length > 0) found.steps.push({ do: 'update-config', wanted, differs });
  }
}

/** What separates a function from what it must be. */
export function functionDiffers(
  desired: DesiredFunction,
  actual: Actual,
  accepted: ReadonlySet<string>,
  found: Found,
): void {
  const stands = actual.functions.get(desired.name);
  if (!stands) {
    found.steps.push({ do: 'create-function', wanted: desired });
    if (desired.triggers.length > 0) found.steps.push({ do: 'set-triggers', wanted: desired, stale: [] });
    return;
  }
  const wanted = { ...desired, variables: variablesAfter(desired.variables, stands.variables) };
  const obstacle = obstacleOf(wanted, stands, accepted);
  if (obstacle) {
    found.obstacles.push(obstacle);
    return;
  }
  codeDiffers(wanted, stands, settingsOf(wanted, stands), found);
  const isRunning = ({ name, cron }: { name: string; cron: string }) =>
    stands.triggers.some((trigger) => trigger.name === name && trigger.cron === cron && trigger.isOn);
  const names = wanted.triggers.map(({ name }) => name);
  if (!wanted.triggers.every(isRunning))
    found.steps.push({
      do: 'set-triggers',
      wanted,
      stale: stands.triggers.map(({ name }) => name).filter((name) => names.includes(name)),
    });
  found.extra.push(
    ...stands.triggers
      .filter(({ name }) => !names.includes(name))
      .map(({ name }) => `${wanted.name}.${name}`),
  );
}
