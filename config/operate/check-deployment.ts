import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isMainland, mainlandRegions } from '../../cloudfunctions/platform/region';
import { deploymentCopy } from './copy';
import { argumentsOf, CannotOperate, exit, run } from './run';

/** What is about to be deployed. */
export interface Deployment {
  /** The CloudBase environment's region, such as `ap-shanghai`. */
  region: string | undefined;
  /** The functions' environment variables. */
  variables: Readonly<Record<string, string | undefined>>;
  /** `project.config.json` as text. */
  project: string;
  /** The mini program's sources by path, without what only a browser loads. */
  sources: Readonly<Record<string, string>>;
}

/** An address that travels in the clear; only this machine itself may be spoken to so. */
const clear = /\b(?:http|ws):\/\/(?!127\.0\.0\.1\b)/i;
/** What would reach a server past `wx.cloud`, whose channel WeChat encrypts. */
const ownRequest =
  /\b(?:Taro|wx)\.(?:request|uploadFile|downloadFile|connectSocket|createTCPSocket|createUDPSocket)\b|\bfetch\(\s*[^)\s]|\bXMLHttpRequest\b/;

/** What must be there; the private half of the vault's pair must not. */
const needed = ['MASTER_KEY', 'LOOKUP_KEY', 'SIGNING_KEY', 'VAULT_PUBLIC_KEY'];

type Check = (deployment: Deployment) => string[];

/** One line each: what a deployment must be, and what is wrong where it is not. Values are never repeated. */
export const checks = {
  'the region is in mainland China (P32)': ({ region }) =>
    isMainland(region)
      ? []
      : [`地区 ${region ?? '没有写明'} 不在中国大陆，可用：${mainlandRegions.join('、')}`],
  'every address is encrypted (P37)': ({ variables, project }) => [
    ...Object.entries(variables).flatMap(([name, value]) =>
      clear.test(value ?? '') ? [`环境变量 ${name} 里有不加密的地址，请改用 https`] : [],
    ),
    ...(clear.test(project) ? ['project.config.json 里有不加密的地址，请改用 https'] : []),
  ],
  'WeChat checks addresses too (P37)': ({ project }) =>
    (JSON.parse(project) as { setting?: { urlCheck?: boolean } }).setting?.urlCheck === false
      ? ['project.config.json 关掉了域名检查 urlCheck，请打开']
      : [],
  'the mini program speaks to the cloud through WeChat alone (P37)': ({ sources }) =>
    Object.entries(sources).flatMap(([path, text]) =>
      ownRequest.test(text) || clear.test(text) ? [`${path} 绕过了微信的云通道`] : [],
    ),
  'the functions have their keys, and not the one that opens the vault (P36)': ({ variables }) => [
    ...needed.filter((name) => !variables[name]).map((name) => `环境变量 ${name} 还没有设置`),
    ...(variables['VAULT_PRIVATE_KEY'] ? ['VAULT_PRIVATE_KEY 只归负责人，不能放进云函数'] : []),
  ],
} as const satisfies Record<string, Check>;

/** Everything that is wrong with a deployment, one Chinese sentence each; empty when it may go. */
export const faultsOf = (deployment: Deployment): string[] =>
  Object.values(checks).flatMap((check: Check) => check(deployment));

const root = resolve(__dirname, '../..');

/** The mini program's own sources, by path from the root. */
export function miniProgramSources(folder = 'src'): Record<string, string> {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.tsx?$/.test(file) && !/\.h5\.tsx?$/.test(file));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

function variablesIn(file: string): Deployment['variables'] {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text) as Deployment['variables'];
  } catch {
    throw new CannotOperate(deploymentCopy.notJson(file));
  }
}

/** `check-deployment REGION VARIABLES.json`: exit code 1 and a line for each fault. */
function main(): number {
  const [region, file] = argumentsOf({ usage: deploymentCopy.usage, words: 2 }).positionals;
  if (region === undefined) throw new CannotOperate(deploymentCopy.usage);
  const variables = file === undefined ? process.env : variablesIn(file);
  const project = readFileSync(join(root, 'project.config.json'), 'utf8');
  const faults = faultsOf({ region, variables, project, sources: miniProgramSources() });
  for (const fault of faults) console.error(`${fault}。`);
  if (faults.length === 0) console.log('可以部署：地区在中国大陆，传输全部加密，钥匙齐全。');
  return faults.length === 0 ? exit.good : exit.bad;
}

if (require.main === module) void run(main);
