import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { faultsOf, miniProgramSources } from '../operate/check-deployment';
import { argumentsOf, CannotOperate, exit, run, sentenceOf } from '../operate/run';
import { readActual } from './actual';
import { applySteps } from './apply';
import { cloudbaseManagement } from './cloudbase-management';
import { cloudCopy } from './copy';
import { desiredOf, type Desired } from './desired';
import { differenceOf, type Difference } from './difference';
import { tooLarge } from './limits';
import type { Management } from './management';
import { readOperatorFile, type OperatorFile } from './operator-file';
import { Refusal } from './refusal';
import { AlteredCode, goBack, readWayBack } from './rollback';
import { planText, stepText } from './plan-text';
import { upload } from './upload';
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

/** The environment, and the vault's own where keys live elsewhere; refuses one that is not where the file says. */
async function placesOf(env: string, file: OperatorFile): Promise<Place[]> {
  if (!existsSync(resolve(root, 'dist/cloudfunctions/account/index.js')))
    throw new CannotOperate(cloudCopy.notBuilt);
  const desired = desiredOf(file);
  await checked(file, desired);
  const pair = keyPair();
  const place = (id: string, wanted: Desired): Place => ({
    env: id,
    desired: wanted,
    management: cloudbaseManagement({ env: id, region: file.region, ...pair }),
  });
  const vault = file.variables.KEYS_ENV;
  const places = [place(env, desired.main), ...(vault && desired.keys ? [place(vault, desired.keys)] : [])];
  for (const { management } of places) {
    const region = await management.region();
    if (region !== file.region) throw new CannotOperate(cloudCopy.elsewhere(file.region, region));
  }
  return places;
}

const differenceAt = async ({ management, desired }: Place): Promise<Difference> =>
  differenceOf(desired, await readActual(management, desired));

async function plan(places: readonly Place[], file: OperatorFile): Promise<number> {
  let isClear = true;
  for (const [at, place] of places.entries()) {
    const actual = await readActual(place.management, place.desired);
    const difference = differenceOf(place.desired, actual);
    isClear &&= difference.obstacles.length === 0;
    say(
      planText({
        env: place.env,
        region: file.region,
        isVault: at > 0,
        desired: place.desired,
        actual,
        difference,
      }),
    );
  }
  return isClear ? exit.good : exit.bad;
}

async function apply(places: readonly Place[]): Promise<number> {
  const differences = await Promise.all(places.map(differenceAt));
  if (differences.some(({ obstacles }) => obstacles.length > 0)) {
    say(cloudCopy.stopped);
    return exit.bad;
  }
  const at = new Date().toISOString();
  let count = 0;
  for (const [which, { management }] of places.entries())
    await applySteps(management, differences[which] as Difference, at, (step) => {
      count += 1;
      say(`${String(count)}. ${stepText(step)}`);
    });
  say(count === 0 ? cloudCopy.nothing : cloudCopy.done(count));
  return exit.good;
}

async function check(places: readonly Place[]): Promise<number> {
  const verdicts = await Promise.all(places.map(({ management, desired }) => verify(management, desired)));
  for (const { difference, silent } of verdicts) {
    for (const step of difference.steps) say(stepText(step));
    if (silent.length > 0) say(cloudCopy.silent(silent));
  }
  const isGood = verdicts.every(
    ({ difference: { steps, obstacles }, silent }) => steps.length + obstacles.length + silent.length === 0,
  );
  say(isGood ? cloudCopy.good : cloudCopy.bad);
  return isGood ? exit.good : exit.bad;
}

async function rollback(
  [{ management, desired }]: readonly [Place, ...Place[]],
  isMeant: boolean,
): Promise<number> {
  const way = await readWayBack(management, (await readActual(management, desired)).functions);
  if (way.returns.length === 0) {
    say(cloudCopy.back.none);
    return exit.bad;
  }
  const told = ({ name, from, to }: (typeof way.returns)[number]) => cloudCopy.back.one(name, from.at, to.at);
  if (way.stay.length > 0) say(cloudCopy.back.stay(way.stay));
  if (!isMeant) {
    for (const one of way.returns) say(told(one));
    say(cloudCopy.back.ask);
    return exit.good;
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
  if (error instanceof Refusal) return cloudCopy.refusal[error.reason](error.action, error.code);
  return sentenceOf(error);
}

const commands = ['plan', 'apply', 'verify', 'rollback', 'upload'];

async function main(args?: readonly string[]): Promise<number> {
  const options = {
    env: { type: 'string' },
    file: { type: 'string' },
    do: { type: 'boolean' },
    key: { type: 'string' },
  } as const;
  const { values, positionals } = argumentsOf({ usage: cloudCopy.usage, options, words: 1 }, args);
  const [command = ''] = positionals;
  if (values.env === undefined || !commands.includes(command)) throw new CannotOperate(cloudCopy.usage);
  const file = readOperatorFile(values.file ?? 'operator.json');
  if (command === 'upload') return upload({ appid: file.appid, key: values.key });
  const places = await placesOf(values.env, file);
  if (command === 'plan') return plan(places, file);
  if (command === 'apply') return apply(places);
  if (command === 'verify') return check(places);
  return rollback(places as [Place, ...Place[]], values.do === true);
}

/** The command with these arguments, else with the process's own; sets how the process ends. */
export const cloud = (args?: readonly string[]): Promise<void> => run(() => main(args), sentence);

if (require.main === module) void cloud();
