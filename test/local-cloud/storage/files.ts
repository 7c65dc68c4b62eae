import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT } from '../environment';

/** The bucket that file ids name. */
const BUCKET = '6c6f-local-1250000000';
const PREFIX = `cloud://${ENVIRONMENT.id}.${BUCKET}/`;
/** What the platform takes for a path, without a way out of the folder. */
const PATH = /^(?!.*\.\.)[\w\-/.]{1,400}$/;

/** Cloud storage: private files that are reached by signed addresses alone. */
export interface Files {
  /** The id of the file at a path, there or not; undefined for what is no path. */
  idOf(path: string): string | undefined;
  /** The path in an id; undefined where the id names no file of this environment. */
  pathOf(id: unknown): string | undefined;
  /** Where the bytes of a path are put and fetched. */
  addressOf(path: string): string;
  write(path: string, bytes: Buffer): void;
  read(path: string): Buffer | undefined;
  /** Whether there was one. */
  remove(path: string): boolean;
  /** Signs the use of a path until an instant, in seconds. */
  sign(use: 'put' | 'get', path: string, until: number): string;
  isSigned(use: 'put' | 'get', path: string, until: number, signature: string): boolean;
}

/**
 * Opens the files of a data folder; each lies under a name that tells its path, so nothing has to be remembered. `url`
 * says where the cloud answers, once it does.
 */
export function openFiles(dir: string, url: () => string): Files {
  const folder = join(dir, 'storage');
  mkdirSync(folder, { recursive: true });
  const key = randomBytes(32);
  const nameOf = (path: string) => join(folder, encodeURIComponent(path));
  const sign: Files['sign'] = (use, path, until) =>
    createHmac('sha256', key)
      .update(JSON.stringify([use, path, until]))
      .digest('hex');
  const held = () => new Set(readdirSync(folder));
  return {
    idOf: (path) => (PATH.test(path) ? `${PREFIX}${path}` : undefined),
    pathOf(id) {
      if (typeof id !== 'string' || !id.startsWith(PREFIX)) return undefined;
      const path = id.slice(PREFIX.length);
      return PATH.test(path) ? path : undefined;
    },
    addressOf: (path) => `${url()}/storage/${path}`,
    write(path, bytes) {
      const name = nameOf(path);
      writeFileSync(`${name}.part`, bytes);
      renameSync(`${name}.part`, name);
    },
    read: (path) => (held().has(encodeURIComponent(path)) ? readFileSync(nameOf(path)) : undefined),
    remove(path) {
      const wasThere = held().has(encodeURIComponent(path));
      rmSync(nameOf(path), { force: true });
      return wasThere;
    },
    sign,
    isSigned: (use, path, until, signature) => {
      const right = Buffer.from(sign(use, path, until));
      const given = Buffer.from(signature);
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
