import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import type { PublishedVersion } from '../cloudfunctions/domain/policy/document';
import { schemaChangesKnown } from '../cloudfunctions/domain/schema-changes';
import { isMainland, mainlandRegions } from '../cloudfunctions/platform/region';
import packageJson from '../package.json';
import { clearStamp, digestOf, isCurrent, stampOf, writeStamp } from './stamp';

/** How CloudBase runs one function. Timers have 7 fields, Beijing time. */
interface FunctionConfig {
  /** Seconds. */
  timeout: number;
  /** Megabytes. */
  memorySize: number;
  runtime: 'Nodejs20.19';
  /** The bundle holds everything, so nothing is installed in the cloud. */
  installDependency: false;
  triggers: { name: string; type: 'timer'; config: string }[];
  /** WeChat interfaces the function may call; applied when WeChat DevTools uploads it. */
  permissions: { openapi: string[] };
  callers: 'mini-program' | 'timer' | 'wechat';
}

const called = (openapi: string[] = []): FunctionConfig => ({
  timeout: 20,
  memorySize: 256,
  runtime: 'Nodejs20.19',
  installDependency: false,
  triggers: [],
  permissions: { openapi },
  callers: 'mini-program',
});

const timed = (name: string, config: string, openapi: string[] = []): FunctionConfig => ({
  ...called(openapi),
  timeout: 60,
  triggers: [{ name, type: 'timer', config }],
  callers: 'timer',
});

/** Every function of the system. */
export const functions: Readonly<Record<string, FunctionConfig>> = {
  account: called(['phonenumber.getPhoneNumber', 'cloudbase.sendSms', 'security.msgSecCheck']),
  consent: called(),
  request: called(),
  policy: called(),
  community: called(['security.msgSecCheck', 'security.mediaCheckAsync']),
  'wechat-events': { ...called(), callers: 'wechat' },
  reconcile: timed('everyMinute', '0 * * * * * *', [
    'subscribeMessage.send',
    'cloudbase.sendSms',
    'security.mediaCheckAsync',
  ]),
  retention: { ...timed('everyTenMinutes', '0 */10 * * * * *'), timeout: 900 },
};

const root = resolve(__dirname, '..');

/** What the functions are built from; a build of anything else is stale. */
export const functionSources = [
  ...['cloudfunctions', 'src/contracts', 'src/data'],
  ...['config/functions.ts', 'config/stamp.ts', 'config/left-out.js'],
  ...['package.json', 'package-lock.json', 'tsconfig.json'],
];
const OUTPUT = 'dist/cloudfunctions';

/** Whether what lies in `dist` was built from the sources as they are. */
export const isBuilt = (): boolean => isCurrent(stampOf(OUTPUT), digestOf(functionSources));

/** Puts other versions of the policy in the place of the published ones, to see what a coming version will do. */
const withArchive = (archive: readonly PublishedVersion[]): Plugin => ({
  name: 'archive',
  setup(bundle) {
    bundle.onLoad({ filter: /domain[/\\]policy[/\\]published\.ts$/ }, () => ({
      contents: `export const published = ${JSON.stringify(archive)};`,
      loader: 'js',
    }));
  },
});

interface Build {
  outDir: string;
  archive?: readonly PublishedVersion[] | undefined;
}

/**
 * Parts of the SDK that it loads at once and we never use: data models and MySQL, AI. Without them a function starts a
 * third sooner. Whoever comes to need one takes it off this list; until then its first use throws.
 */
const unusedParts = [
  ...['@cloudbase/wx-cloud-client-sdk', '@cloudbase/ai', '@cloudbase/app'],
  // Of its AI: Node has streams of its own.
  'web-streams-polyfill',
];

const bundling = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  minify: true,
  // Without it every Chinese character becomes a six-byte escape.
  charset: 'utf8',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/**
 * As it is imported: a file of its own, for most deployments never load it and none should read it at every cold start.
 */
const KMS = './kms';

async function buildFunction(
  name: string,
  config: FunctionConfig,
  { outDir, archive }: Build,
): Promise<void> {
  const folder = join(outDir, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { metafile } = await build({
    ...bundling,
    entryPoints: [join(root, 'cloudfunctions', name, 'index.ts')],
    outfile: join(folder, 'index.js'),
    external: [KMS],
    alias: Object.fromEntries(unusedParts.map((part) => [part, join(root, 'config', 'left-out.js')])),
    // As `require`, which finds the file beside it without its ending.
    supported: { 'dynamic-import': false },
    metafile: true,
    ...(archive && { plugins: [withArchive(archive)] }),
  });
  const outputs = Object.values(metafile.outputs);
  if (outputs.some(({ imports }) => imports.some(({ path }) => path === KMS))) {
    const entryPoints = [join(root, 'cloudfunctions', 'platform', 'kms.ts')];
    await build({ ...bundling, entryPoints, outfile: join(folder, 'kms.js') });
  }
  const manifest = {
    name,
    version: packageJson.version,
    main: 'index.js',
    schemaChanges: schemaChangesKnown,
  };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(join(folder, 'config.json'), `${JSON.stringify(config, null, 2)}\n`);
}

/**
 * Bundles functions (all unless named) into `outDir/<name>/{index.js,package.json,config.json}`, ready to upload; with
 * the published versions of the policy, unless told another archive.
 */
export async function buildFunctions({
  names = Object.keys(functions),
  ...where
}: Build & { names?: string[] }) {
  for (const name of names) {
    const config = functions[name];
    if (!config) throw new Error(`there is no function ${name}`);
    await buildFunction(name, config, where);
  }
}

if (require.main === module) {
  // Where the functions are about to go; refused before anything is built (P32).
  const region = process.env['DEPLOY_REGION'];
  if (region !== undefined && !isMainland(region)) {
    console.error(`${region} 不在中国大陆，不能部署到那里。可用的地区：${mainlandRegions.join('、')}。`);
    process.exit(1);
  }
  const digest = digestOf(functionSources);
  clearStamp(stampOf(OUTPUT));
  void buildFunctions({ outDir: join(root, OUTPUT) }).then(() => {
    writeStamp(stampOf(OUTPUT), digest);
  });
}
