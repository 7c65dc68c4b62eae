import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isMainland, mainlandRegions } from '../../cloudfunctions/platform/region';
import { deploymentCopy } from './copy-deployment';
import { hostFaults, isClear } from './deployed-hosts';
import { keyFaults, type Variables } from './deployed-keys';
import { settingFaults } from './deployed-settings';
import { staffFaults } from './deployed-staff';
import { argumentsOf, CannotOperate, exit, run } from './run';

/** What is about to be deployed. */
export interface Deployment {
  /** The CloudBase environment's region, such as `ap-shanghai`. */
  region: string | undefined;
  /** The functions' environment variables. */
  variables: Variables;
  /** `project.config.json` as text. */
  project: string;
  /** The mini program's sources by path, without what only a browser loads. */
  sources: Readonly<Record<string, string>>;
}

/** What would reach a server past `wx.cloud`, whose channel WeChat encrypts. */
const ownRequest =
  /\b(?:Taro|wx)\.(?:request|uploadFile|downloadFile|connectSocket|createTCPSocket|createUDPSocket)\b|\bfetch\(\s*[^)\s]|\bXMLHttpRequest\b/;

type Check = (deployment: Deployment) => string[] | Promise<string[]>;

/** One line each: what a deployment must be, and what is wrong where it is not. Values are never repeated. */
export const checks = {
  'the region is in mainland China (P32)': ({ region }) =>
    isMainland(region) ? [] : [deploymentCopy.abroad(region, mainlandRegions)],
  'every host is one that the map declares (P32)': ({ variables }) => hostFaults(variables),
  'every address is encrypted (P37)': ({ variables, project }) => [
    ...Object.entries(variables).flatMap(([name, value]) =>
      isClear(value ?? '') ? [deploymentCopy.clearVariable(name)] : [],
    ),
    ...(isClear(project) ? [deploymentCopy.clearProject] : []),
  ],
  'WeChat checks addresses too (P37)': ({ project }) =>
    (JSON.parse(project) as { setting?: { urlCheck?: boolean } }).setting?.urlCheck === false
      ? [deploymentCopy.uncheckedHosts]
      : [],
  'the mini program speaks to the cloud through WeChat alone (P37)': ({ sources }) =>
    Object.entries(sources).flatMap(([path, text]) =>
      ownRequest.test(text) || isClear(text) ? [deploymentCopy.ownChannel(path)] : [],
    ),
  'the functions have their keys, and not the one that opens the vault (P36)': ({ variables }) =>
    keyFaults(variables),
  'who handles requests is named (P39)': ({ variables }) => staffFaults(variables),
  'numbers and templates are what the functions take': ({ variables }) => settingFaults(variables),
} as const satisfies Record<string, Check>;

/** Everything that is wrong with a deployment, one Chinese sentence each; empty when it may go. */
export async function faultsOf(deployment: Deployment): Promise<string[]> {
  const found = await Promise.all(Object.values(checks).map(async (check: Check) => check(deployment)));
  return found.flat();
}

const root = resolve(__dirname, '../..');

/** The mini program's own sources, by path from the root. */
export function miniProgramSources(folder = 'src'): Record<string, string> {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.tsx?$/.test(file) && !/\.h5\.tsx?$/.test(file));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

function variablesIn(file: string): Variables {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text) as Variables;
  } catch {
    throw new CannotOperate(deploymentCopy.notJson(file));
  }
}

const words = [{ is: deploymentCopy.region }, { is: deploymentCopy.file, optional: true }] as const;

/** `check-deployment REGION VARIABLES.json`: exit code 1 and a line for each fault. */
async function main(): Promise<number> {
  const [region, file] = argumentsOf({ usage: deploymentCopy.usage, words }).positionals;
  const variables = file === undefined ? process.env : variablesIn(file);
  const project = readFileSync(join(root, 'project.config.json'), 'utf8');
  const faults = await faultsOf({ region, variables, project, sources: miniProgramSources() });
  for (const fault of faults) console.error(`${fault}。`);
  if (faults.length === 0) console.log(deploymentCopy.good);
  return faults.length === 0 ? exit.good : exit.bad;
}

if (require.main === module) void run(main);
