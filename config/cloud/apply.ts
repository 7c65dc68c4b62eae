import { setTimeout as pause } from 'node:timers/promises';
import type { Actual, ActualFunction } from './actual';
import { applyModels, type RefusedModel } from './data-models';
import { zipOf, type Desired } from './desired';
import type { Difference } from './difference';
import type { Listed, Management } from './management';
import { Refusal } from './refusal';
import { deploymentAt, isSameRelease, type Release } from './release';
import type { Step } from './steps';

/** How long functions may take to become ready, and how often they are asked; milliseconds. */
const PATIENCE = 300_000;
const BETWEEN = 2000;

/** Functions that change take no other change until they are ready; asks for all of them in one call. */
export async function untilReady(
  management: Management,
  names: readonly string[],
  since = Date.now(),
): Promise<ReadonlyMap<string, Listed>> {
  const listed = await management.functions();
  const busy = names.filter((name) => listed.get(name)?.status !== 'Active');
  if (busy.length === 0) return listed;
  const failed = busy.find((name) => /fail/i.test(listed.get(name)?.status ?? ''));
  if (failed !== undefined) throw new Refusal('other', failed, listed.get(failed)?.status ?? '');
  if (Date.now() - since > PATIENCE) throw new Refusal('busy', busy.join(','), 'still');
  await pause(BETWEEN);
  return untilReady(management, names, since);
}

/** Whoever else changes the function meanwhile has said so in its description: their code is not ours to name. */
function stillOurs(listed: ReadonlyMap<string, Listed>, name: string, release: Release): void {
  const found = listed.get(name)?.release;
  if (!isSameRelease(found, release) || found?.stage !== release.stage)
    throw new Refusal('busy', name, 'changed');
}

/** Replaces a function's code: says so first, then does it; answers once it runs and nobody else has come between. */
export async function replaceCode(
  management: Management,
  name: string,
  zip: string,
  release: Release,
): Promise<void> {
  const changing = { ...release, stage: 'changing' } as const;
  await untilReady(management, [name]);
  await management.state(name, changing);
  await untilReady(management, [name]);
  await management.updateCode(name, zip);
  stillOurs(await untilReady(management, [name]), name, changing);
}

/** Keeps what these functions run as versions, where it is still what was put there. */
async function publishAll(
  management: Management,
  made: readonly { name: string; release: Release }[],
): Promise<void> {
  if (made.length === 0) return;
  const listed = await untilReady(
    management,
    made.map(({ name }) => name),
  );
  for (const { name, release } of made) {
    stillOurs(listed, name, release);
    await management.publish(name, { ...release, stage: 'done' });
  }
}

/** The deployment that was begun with this code and not finished; a resumed one is the same, and goes back as one. */
export function begunAt({ functions: wanted }: Desired, { functions }: Actual): string | undefined {
  const begun = wanted.flatMap(({ name, code }) => {
    const stands = functions.get(name);
    const release = stands?.release;
    const isBegun = release?.code === code && (release.stage === 'changing' || stands?.runs === '0');
    return isBegun ? [release.at] : [];
  });
  return begun.sort().at(-1);
}

/**
 * When a new deployment begins, by its operator's clock, and later than every one that stands: what goes back together
 * is told by it, so two are never of one second, nor is a newer one older where clocks differ.
 */
export function newDeployment(
  now: Date,
  functions: ReadonlyMap<string, Pick<ActualFunction, 'release'>>,
): string {
  const standing = [...functions.values()].flatMap(({ release }) =>
    release ? [Date.parse(release.at)] : [],
  );
  return deploymentAt(new Date(Math.max(now.getTime(), ...standing.map((at) => at + 1000))));
}

type Kind = Step['do'];
type Of<K extends Kind> = Extract<Step, { do: K }>;

/**
 * Does what the plan says, one step after another; `at` names the deployment. Whatever breaks it off, the same plan
 * made anew holds what is left: nothing is done that cannot be done twice. Rejects with `Refusal`; answers the data
 * models that the cloud would not take, for which nobody but staff waits and which a hand can make.
 */
export async function applySteps(
  management: Management,
  { steps }: Difference,
  at: string,
  onDone: (step: Step) => void,
): Promise<RefusedModel[]> {
  const of = <K extends Kind>(kind: K): Of<K>[] => steps.filter((step): step is Of<K> => step.do === kind);
  const each = async <K extends Kind>(kind: K, act: (step: Of<K>) => Promise<unknown>) => {
    for (const step of of(kind)) {
      await act(step);
      onDone(step);
    }
  };
  await each('create-collection', async ({ name }) => {
    await management.createCollection(name).catch((error: unknown) => {
      // What another operator, or an answer that was lost, has made already is made.
      if (!(error instanceof Refusal) || error.reason !== 'exists') throw error;
    });
  });
  await each('close-collection', ({ name }) => management.closeCollection(name));
  await each('create-indexes', ({ indexes }) => management.createIndexes(indexes));
  await each('close-storage', () => management.closeStorage());
  const created = ({ code, data }: { code: string; data: number }) =>
    ({ code, data, at, before: '0', stage: 'created' }) as const;
  await each('create-function', ({ wanted }) => management.createFunction(wanted, created(wanted)));
  const made = [
    ...of('create-function').map(({ wanted }) => ({ name: wanted.name, release: created(wanted) })),
    ...of('finish-function').map(({ wanted, release }) => ({ name: wanted.name, release })),
  ];
  await publishAll(management, made);
  for (const step of of('finish-function')) onDone(step);
  await each('update-code', async ({ wanted, before }) => {
    const { code, data } = wanted;
    const release = { code, data, at, before, stage: 'done' } as const;
    await replaceCode(management, wanted.name, zipOf(wanted), release);
    await management.updateConfig(wanted, release);
    await publishAll(management, [{ name: wanted.name, release }]);
  });
  await each('restore-code', async ({ wanted, release }) => {
    await replaceCode(management, wanted.name, zipOf(wanted), release);
    await management.state(wanted.name, release);
  });
  await each('update-config', async ({ wanted }) => {
    await untilReady(management, [wanted.name]);
    await management.updateConfig(wanted);
  });
  const timed = of('set-triggers').map(({ wanted }) => wanted.name);
  if (timed.length > 0) await untilReady(management, timed);
  await each('set-triggers', ({ wanted, stale }) => management.setTriggers(wanted, stale));
  await each('set-rule', ({ rule }) => management.setRule(rule));
  return applyModels(management, steps, onDone);
}
