import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A timer of a function: seven cron fields in Beijing time. */
interface TimerTrigger {
  name: string;
  type: 'timer';
  config: string;
}

/** A built function as it lies on disk. */
export interface Manifest {
  name: string;
  entry: string;
  /** Seconds. */
  timeout: number;
  /** Megabytes. */
  memorySize: number;
  triggers: TimerTrigger[];
  /** WeChat open APIs it may call, e.g. `security.msgSecCheck`. */
  openapi: string[];
  callers?: string;
  /** Changes whenever the bundle or its configuration is built anew. */
  revision: string;
}

interface Config {
  timeout?: number;
  memorySize?: number;
  triggers?: TimerTrigger[];
  permissions?: { openapi?: string[] };
  callers?: string;
}

const NAME = /^[A-Za-z][\w-]{0,59}$/;

/** Reads one function; undefined when there is no such function. */
export function readManifest(functionsDir: string, name: string): Manifest | undefined {
  if (!NAME.test(name)) return undefined;
  const entry = join(functionsDir, name, 'index.js');
  if (!existsSync(entry)) return undefined;
  const file = join(functionsDir, name, 'config.json');
  const config = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Config) : {};
  return {
    name,
    entry,
    timeout: config.timeout ?? 3,
    memorySize: config.memorySize ?? 256,
    triggers: config.triggers ?? [],
    openapi: config.permissions?.openapi ?? [],
    ...(config.callers !== undefined && { callers: config.callers }),
    revision: [entry, file].map(stamp).join('|'),
  };
}

/** Reads every function of the folder, by name. */
export function readManifests(functionsDir: string): Manifest[] {
  if (!existsSync(functionsDir)) return [];
  return readdirSync(functionsDir)
    .sort()
    .flatMap((name) => readManifest(functionsDir, name) ?? []);
}

function stamp(file: string): string {
  if (!existsSync(file)) return '-';
  const { mtimeMs, size } = statSync(file);
  return `${String(mtimeMs)}:${String(size)}`;
}
