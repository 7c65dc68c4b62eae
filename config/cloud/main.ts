import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beijingTime } from '../operate/beijing-time';
import { faultsOf, miniProgramSources } from '../operate/check-deployment';
import { argumentsOf, CannotOperate, exit, misused, run, sentenceOf } from '../operate/run';
import { functions, isBuilt } from '../functions';
import { readActual, readFunctions } from './actual';
import { applySteps, begunAt, newDeployment } from './apply';
import { cloudbaseManagement } from './cloudbase-management';
import { cloudCopy } from './copy';
import type { RefusedModel } from './data-models';
import { readDataStanding } from './data-standing';
import { desiredOf, type Desired } from './desired';
import { differenceOf } from './difference';
import { OLDER_DATA } from './function-difference';
import { live } from './life';
import { tooLarge } from './limits';
import type { Management } from './management';
import { readOperatorFile, type OperatorFile } from './operator-file';
import { Refusal } from './refusal';
import { AlteredCode, goBack, readWayBack } from './rollback';
import {
  lifeText,
  modelsUnknownText,
  obstacleTexts,
  planText,
  refusalText,
  refusedModelText,
  stepText,
} from './plan-text';
import { upload } from './upload';
import { isVariable } from './variables';
import { verify } from './verify';

/** One environment with what it must hold. */
interface Place {
  env: string;
  desired: Desired;
  management: Management;
}

const root = resolve(__dirname, '../..');
const say = (text: string) => {
  console.log(text);
};

function keyPair(): { secretId: string; secretKey: string } {
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env;
  if (!secretId || !secretKey) throw new CannotOperate(cloudCopy.noCredentials);
  return { secretId, secretKey };
}

/** What is wrong before the cloud is asked at all. */
async function checked({ region, variables }: OperatorFile, { main }: { main: Desired }): Promise<void> {
  const project = readFileSync(resolve(root, 'project.config.json'), 'utf8');
  const faults = [
    ...(await faultsOf({ region, variables, project, sources: miniProgramSources() })),
    ...tooLarge(main).map(({ name, bytes, most }) => cloudCopy.tooLarge(name, bytes, most)),
  ];
  if (faults.length > 0) throw new CannotOperate(faults.map((fault) => `${fault}。`).join('\n'));
}

/** Refuses an environment that is not where the file says, or whose permissions are not what they seem. */
async function reachable(management: Management, { region }: OperatorFile): Promise<void> {
  const found = await management.environment();
  if (found.region !== region) throw new CannotOperate(cloudCopy.elsewhere(region, found.region));
  if (found.isRuledByOpa) throw new CannotOperate(cloudCopy.opa);
}

/** Where the functions lie as built; refuses those of an older source, unless the operator names a folder. */
function builtIn(named: string | undefined): string {
  const folder = named ?? join(root, 'dist/cloudfunctions');
  const names = Object.keys(functions);
  if (!names.every((name) => existsSync(join(folder, name, 'index.js'))))
    throw new CannotOperate(cloudCopy.notBuilt);
  if (named === undefined && !isBuilt()) throw new CannotOperate(cloudCopy.stale);
  return folder;
}

/** The environment, after the vault's own where keys live elsewhere: no function may look for one that is not there. */
async function placesOf(env: string, file: OperatorFile, folder: string): Promise<Place[]> {
  const desired = desiredOf(file, folder);
  await checked(file, desired);
  const pair = keyPair();
  const place = (id: string, wanted: Desired): Place => ({
    env: id,
    desired: wanted,
    management: cloudbaseManagement({ env: id, region: file.region, ...pair }),
  });
  const vault = file.variables.KEYS_ENV;
  if (vault === env) throw new CannotOperate(cloudCopy.sameEnvironment);
  const places = [...(vault && desired.keys ? [place(vault, desired.keys)] : []), place(env, desired.main)];
  for (const { env: id, management } of places)
    await reachable(management, file).catch((error: unknown) => {
      const isNone = error instanceof Refusal && error.reason === 'environment';
      throw isNone && id === vault ? new CannotOperate(cloudCopy.noVault(id)) : error;
    });
  return places;
}

/** A place as it stands, with what separates it from what it must be. */
async function looked({ management, desired }: Place, accepted: ReadonlySet<string>) {
  const actual = await readActual(management, desired);
  return { actual, difference: differenceOf(desired, actual, accepted) };
}

async function plan(
  places: readonly Place[],
  file: OperatorFile,
  accepted: ReadonlySet<string>,
): Promise<number> {
  let isClear = true;
  for (const place of places) {
    const { actual, difference } = await looked(place, accepted);
    isClear &&= difference.obstacles.length === 0;
    const { env, desired, management } = place;
    const standing = await readDataStanding(management, actual);
    const isVault = !desired.rule;
    say(planText({ env, region: file.region, isVault, desired, actual, standing, difference }));
  }
  return isClear ? exit.good : exit.bad;
}

async function apply(places: readonly Place[], accepted: ReadonlySet<string>): Promise<number> {
  const looks = await Promise.all(places.map((place) => looked(place, accepted)));
  const obstacles = looks.flatMap(({ difference }) => difference.obstacles);
  if (obstacles.length > 0) {
    for (const text of obstacleTexts(obstacles)) say(text);
    say(cloudCopy.stopped);
    return exit.bad;
  }
  const now = new Date();
  let count = 0;
  const refused: RefusedModel[] = [];
  for (const [which, { management, desired }] of places.entries()) {
    const { actual, difference } = looks[which] as (typeof looks)[number];
    const at = begunAt(desired, actual) ?? newDeployment(now, actual.functions);
    const left = await applySteps(management, difference, at, (step) => {
      count += 1;
      say(`${String(count)}. ${stepText(step)}`);
    });
    refused.push(...left);
    if (actual.models instanceof Refusal) say(modelsUnknownText(actual.models));
  }
  for (const one of refused) say(refusedModelText(one));
  if (refused.length > 0) return exit.bad;
  const isUnknown = looks.some(({ actual }) => actual.models instanceof Refusal);
  const nothing = isUnknown ? cloudCopy.nothingElse : cloudCopy.nothing;
  say(count === 0 ? nothing : cloudCopy.done(count));
  return exit.good;
}

async function check(places: readonly Place[], isOnlyLook: boolean): Promise<number> {
  const verdicts = await Promise.all(places.map(({ management, desired }) => verify(management, desired)));
  if (verdicts.some(({ difference }) => difference.steps.length > 0)) say(cloudCopy.lacking);
  for (const { difference, silent, models } of verdicts) {
    if (models) say(modelsUnknownText(models));
    for (const step of difference.steps) say(stepText(step));
    for (const text of obstacleTexts(difference.obstacles)) say(text);
    if (silent.length > 0) say(cloudCopy.silent(silent));
  }
  const isGood = verdicts.every(
    ({ difference: { steps, obstacles }, silent }) => steps.length + obstacles.length + silent.length === 0,
  );
  const hasModels = verdicts.every(({ models }) => models === undefined);
  say(isGood ? cloudCopy.good(hasModels) : cloudCopy.bad);
  if (!isGood) return exit.bad;
  if (isOnlyLook) return exit.good;
  // The vault's environment has no functions.
  const serving = places.filter(({ desired }) => desired.functions.length > 0);
  say(cloudCopy.life.begins);
  const lives = await Promise.all(serving.map(({ management }) => live(management)));
  for (const life of lives) say(lifeText(life));
  return lives.every(({ end }) => end === 'proven' || end === 'closed') ? exit.good : exit.bad;
}

/** Needs no keys of the functions: what runs is what is published. */
async function rollback(
  env: string,
  file: OperatorFile,
  isMeant: boolean,
  accepted: ReadonlySet<string>,
): Promise<number> {
  const management = cloudbaseManagement({ env, region: file.region, ...keyPair() });
  await reachable(management, file);
  const way = await readWayBack(management, await readFunctions(management, Object.keys(functions)));
  if (way.stay.length > 0) say(cloudCopy.back.stay(way.stay));
  if (way.returns.length === 0) {
    say(cloudCopy.back.none);
    return exit.bad;
  }
  const told = ({ name, from, to, isBegun }: (typeof way.returns)[number]) =>
    isBegun
      ? cloudCopy.back.goesOn(name, beijingTime(to.at))
      : cloudCopy.back.one(name, beijingTime(from.at), beijingTime(to.at));
  const back = way.returns.filter(({ from, to }) => to.data < from.data);
  const forgetting = back.map(({ name }) => name);
  const knows = Math.min(...back.map(({ to }) => to.data));
  const isHeld = forgetting.length > 0 && !accepted.has(OLDER_DATA);
  if (!isMeant || isHeld) {
    for (const one of way.returns) say(told(one));
    say(isHeld ? cloudCopy.back.data(forgetting, knows) : cloudCopy.back.ask);
    return isHeld ? exit.bad : exit.good;
  }
  await goBack(management, way, (one) => {
    say(told(one));
  });
  say(cloudCopy.back.done);
  return exit.good;
}

/** The one sentence for what stopped a command. */
function sentence(error: unknown): string | undefined {
  if (error instanceof AlteredCode) return cloudCopy.back.altered;
  if (error instanceof Refusal) return refusalText(error);
  return sentenceOf(error);
}

/** What each command takes besides the environment and the operator's file. */
const commands = new Map([
  ['plan', ['functions', 'change']],
  ['apply', ['functions', 'change']],
  ['verify', ['functions', 'look']],
  ['rollback', ['change', 'do']],
  ['upload', ['key']],
]);

interface Given {
  env?: string;
  change?: string;
}

/** The names behind `--change`, with whatever stands between them. */
const changed = ({ change = '' }: Given): string[] =>
  change.split(/[,，、\s]+/u).filter((name) => name !== '');

/** What is wrong with a command that could be read; a slip must not be taken for something that is meant. */
function wrongWith(command: string, given: Given): string | undefined {
  if (!given.env) return cloudCopy.noEnvironment;
  const takes = commands.get(command) ?? [];
  const extra = Object.keys(given).find((option) => !['env', 'file', ...takes].includes(option));
  if (extra !== undefined) return cloudCopy.notTaken(command, extra);
  const unknown = changed(given).find((name) => name !== OLDER_DATA && !isVariable(name));
  return unknown === undefined ? undefined : cloudCopy.noChange(unknown);
}

async function main(args?: readonly string[]): Promise<number> {
  const options = {
    env: { type: 'string' },
    file: { type: 'string' },
    do: { type: 'boolean' },
    key: { type: 'string' },
    change: { type: 'string' },
    functions: { type: 'string' },
    look: { type: 'boolean' },
  } as const;
  const { values, positionals } = argumentsOf(
    { usage: cloudCopy.usage, options, words: [{ is: [...commands.keys()] }] },
    args,
  );
  const [command = ''] = positionals;
  const { env = '' } = values;
  const complaint = wrongWith(command, values);
  if (complaint !== undefined) throw misused(cloudCopy.usage, complaint);
  const file = readOperatorFile(values.file ?? 'operator.json');
  if (command === 'upload')
    return upload({
      appid: file.appid,
      key: values.key,
      env,
      template: file.variables.SUBSCRIBE_TEMPLATE_ID,
    });
  const accepted = new Set(changed(values));
  if (command === 'rollback') return rollback(env, file, values.do === true, accepted);
  const places = await placesOf(env, file, builtIn(values.functions));
  if (command === 'plan') return plan(places, file, accepted);
  return command === 'apply' ? apply(places, accepted) : check(places, values.look === true);
}

/** The command with these arguments, else with the process's own; sets how the process ends. */
export const cloud = (args?: readonly string[]): Promise<void> => run(() => main(args), sentence);

if (require.main === module) void cloud();
