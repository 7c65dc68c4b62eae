import type { Actual } from './actual';
import { runbookOf } from '../operate/runbooks';
import { alarmRules } from './alarm-rules';
import { byHand } from './by-hand';
import { cloudCopy } from './copy';
import { desiredModels, type RefusedModel } from './data-models';
import type { DataStanding } from './data-standing';
import type { Desired } from './desired';
import type { Difference } from './difference';
import type { Life, Why } from './life';
import { Refusal } from './refusal';
import type { Obstacle, Step } from './steps';

/** One step in words. */
export function stepText(step: Step): string {
  const words = cloudCopy.steps;
  switch (step.do) {
    case 'create-collection':
      return words[step.do](step.name);
    case 'create-model':
    case 'update-model':
    case 'publish-model':
      return words[step.do](step.name);
    case 'close-collection':
      return words[step.do](step.name, step.was);
    case 'create-indexes':
      return words[step.do](step.indexes.map(({ collection, index }) => `${collection}.${index.name}`));
    case 'close-storage':
      return words[step.do](step.was);
    case 'create-function':
    case 'finish-function':
    case 'restore-code':
      return words[step.do](step.wanted.name);
    case 'update-code':
    case 'update-config':
      return words[step.do](step.wanted.name, step.differs.map(cloudCopy.setting));
    case 'set-triggers':
      return words[step.do](
        step.wanted.name,
        step.wanted.triggers.map(({ name, cron }) => `${name}（${cron}）`),
      );
    case 'set-rule':
      return words[step.do](step.shut, step.opened);
  }
}

/** What the cloud would not do, with what to do. */
export const refusalText = ({ reason, action, code }: Refusal): string =>
  cloudCopy.refusal[reason](action, code);

/** That data models could not be looked at, with what to do. */
export const modelsUnknownText = ({ action, code }: Refusal): string =>
  cloudCopy.models.unknown(
    desiredModels().map(({ name }) => name),
    action,
    code,
  );

/** What became of a data model that the cloud refused, with what to do. */
export const refusedModelText = ({ name, do: what, refusal: { action, code } }: RefusedModel): string =>
  `${cloudCopy.models.refused[what](name)}。${cloudCopy.models.why(action, code)}`;

/** Why the test person's life stopped, as half a sentence. */
function whyText({ code = '', refusal, failed }: Why): string {
  const { life } = cloudCopy;
  if (refusal) return refusalText(refusal).replace(/。$/, '');
  if (failed) return life.failed(failed);
  const known: Readonly<Record<string, string>> = life.codes;
  return known[code] ?? (code ? life.code(code) : life.strange);
}

/** How the test person's life ended, in words, with what to do. */
export function lifeText(life: Life): string {
  const words = cloudCopy.life;
  switch (life.end) {
    case 'proven':
      return words.proven(life.certificate);
    case 'closed':
    case 'waiting':
      return words[life.end];
    case 'stopped':
      return words.stopped(words.chapters[life.at], whyText(life.why));
  }
}

type AboutData = Extract<Obstacle, { is: 'older-data' | 'lost-variables' }>;
const isAboutData = (obstacle: Obstacle): obstacle is AboutData =>
  obstacle.is === 'older-data' || obstacle.is === 'lost-variables';

/** What many functions have alike is told once, with all of them. */
function aboutDataTexts(obstacles: readonly AboutData[]): string[] {
  const words = cloudCopy.obstacles;
  const older = obstacles.filter((obstacle) => obstacle.is === 'older-data');
  const lost = new Map<string, string[]>();
  for (const obstacle of obstacles)
    if (obstacle.is === 'lost-variables')
      for (const variable of obstacle.variables)
        lost.set(variable, [...(lost.get(variable) ?? []), obstacle.name]);
  return [
    ...older.slice(0, 1).map(({ is, becomes }) =>
      words[is](
        older.map(({ name }) => name),
        Math.max(...older.map(({ was }) => was)),
        becomes,
      ),
    ),
    ...(lost.size > 0 ? [words['lost-variables'](lost)] : []),
  ];
}

/** What stands in the way in words, each with what to do. */
export const obstacleTexts = (obstacles: readonly Obstacle[]): string[] => [
  ...obstacles.flatMap((obstacle) => (isAboutData(obstacle) ? [] : [obstacleText(obstacle)])),
  ...aboutDataTexts(obstacles.filter(isAboutData)),
];

function obstacleText(obstacle: Exclude<Obstacle, AboutData>): string {
  const words = cloudCopy.obstacles;
  switch (obstacle.is) {
    case 'other-index':
      return words[obstacle.is](obstacle.collection, obstacle.index);
    case 'foreign-collection':
      return words[obstacle.is](obstacle.name, obstacle.rows);
    case 'custom-rule':
      return words[obstacle.is](obstacle.of);
    case 'unreadable-rule':
      return words[obstacle.is]();
    case 'foreign-function':
      return words[obstacle.is](obstacle.name);
    case 'foreign-model':
      return words[obstacle.is](obstacle.name);
    case 'other-runtime':
      return words[obstacle.is](obstacle.name, obstacle.was, obstacle.wanted);
    case 'broken-function':
      return words[obstacle.is](obstacle.name, obstacle.status);
  }
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];

/** How the data stands to the functions that run, where there is something to say. */
const dataText = (standing: DataStanding | undefined): string[] =>
  (['older', 'unknown'] as const).flatMap((which) =>
    standing && standing[which] > 0 ? [cloudCopy.data[which](standing[which], runbookOf('schema'))] : [],
  );

export interface Planned {
  env: string;
  region: string;
  isVault: boolean;
  desired: Desired;
  actual: Actual;
  standing: DataStanding | undefined;
  difference: Difference;
}

/** The plan for one environment: what is there, what will be done, what stands in the way, what only a hand can do. */
export function planText({ env, region, isVault, desired, actual, standing, difference }: Planned): string {
  const { there, sections } = cloudCopy;
  const { collections, functions } = desired;
  const counts = there(actual.collections.size, collections.length, actual.functions.size, functions.length);
  const steps = difference.steps.map(stepText);
  const unknown = actual.models instanceof Refusal ? [modelsUnknownText(actual.models)] : [];
  const nothing =
    unknown.length > 0 || difference.obstacles.length > 0 ? cloudCopy.nothingElse : cloudCopy.nothing;
  return [
    isVault ? cloudCopy.vault(env) : cloudCopy.where(env, region),
    ...section(sections.there, [counts, ...dataText(standing)]),
    ...section(sections.steps, steps.length === 0 ? [nothing] : steps),
    ...section(sections.obstacles, obstacleTexts(difference.obstacles)),
    ...section(sections.extra, difference.extra),
    ...(isVault
      ? []
      : [
          ...section(sections.byHand, [...unknown, ...byHand(unknown.length === 0)]),
          ...section(
            sections.alarms,
            alarmRules().map(({ name, query, condition, everyMinutes, runbook }) =>
              cloudCopy.alarm(name, query, condition, everyMinutes, runbook),
            ),
          ),
          ...section(sections.onlyThere, cloudCopy.onlyThere),
        ]),
  ].join('\n');
}
