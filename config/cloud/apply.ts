import { setTimeout as pause } from 'node:timers/promises';
import { zipOf, type DesiredFunction, type Release } from './desired';
import type { Difference, Step } from './difference';
import type { Management } from './management';
import { Refusal } from './refusal';

/** How long functions may take to become ready, and how often they are asked; milliseconds. */
const PATIENCE = 300_000;
const BETWEEN = 2000;

/** What has been done, as it is done. */
export type Progress = (step: Step) => void;

/** Functions that change take no other change until they are ready; asks for all of them in one call. */
export async function untilReady(
  management: Management,
  names: readonly string[],
  since = Date.now(),
): Promise<void> {
  const statuses = await management.functions();
  const busy = names.filter((name) => statuses.get(name) !== 'Active');
  if (busy.length === 0) return;
  const failed = busy.find((name) => /fail/i.test(statuses.get(name) ?? ''));
  if (failed !== undefined) throw new Refusal('other', failed, statuses.get(failed) ?? '');
  if (Date.now() - since > PATIENCE) throw new Refusal('busy', busy.join(','), 'still');
  await pause(BETWEEN);
  await untilReady(management, names, since);
}

/** What another operator, or an answer that was lost, has done already is done. */
const unlessThere = (work: Promise<void>): Promise<void> =>
  work.catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.reason !== 'exists') throw error;
  });

type Do = { [Kind in Step['do']]: (step: Extract<Step, { do: Kind }>) => Promise<void> };

const doing = (management: Management, at: string): Do => {
  const release = ({ code }: DesiredFunction): Release => ({ code, at });
  return {
    'create-collection': ({ name }) => unlessThere(management.createCollection(name)),
    'close-collection': ({ name }) => management.closeCollection(name),
    'create-indexes': ({ indexes }) => management.createIndexes(indexes),
    'close-storage': () => management.closeStorage(),
    'create-function': ({ wanted }) => unlessThere(management.createFunction(wanted)),
    'update-code': ({ wanted }) => management.updateCode(wanted.name, zipOf(wanted)),
    'update-config': ({ wanted }) => management.updateConfig(wanted, release(wanted)),
    'set-triggers': ({ wanted, stale }) => unlessThere(management.setTriggers(wanted, stale)),
    'set-rule': ({ rule }) => management.setRule(rule),
  };
};

/** Kinds of steps in the order in which they are done; a function must be ready before the kinds that wait. */
const phases: readonly { kinds: readonly Step['do'][]; waits: boolean }[] = [
  { kinds: ['create-collection', 'close-collection'], waits: false },
  { kinds: ['create-indexes', 'close-storage'], waits: false },
  { kinds: ['create-function', 'update-code'], waits: false },
  { kinds: ['update-config'], waits: true },
  { kinds: ['set-triggers'], waits: true },
  { kinds: ['set-rule'], waits: false },
];

/**
 * Does what the plan says, one step after another; `at` names the deployment. Whatever breaks it off, the same plan
 * made anew holds what is left: nothing is done that cannot be done twice. Rejects with `Refusal`.
 */
export async function applySteps(
  management: Management,
  { steps }: Difference,
  at: string,
  onDone: Progress,
): Promise<void> {
  const act = doing(management, at);
  for (const { kinds, waits } of phases) {
    const now = steps.filter((step) => kinds.includes(step.do));
    const names = now.flatMap((step) => ('wanted' in step ? [step.wanted.name] : []));
    if (waits && names.length > 0) await untilReady(management, names);
    for (const step of now) {
      await (act[step.do] as (step: Step) => Promise<void>)(step);
      onDone(step);
    }
  }
}
