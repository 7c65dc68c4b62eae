import { createHash } from 'node:crypto';
import { untilReady } from './apply';
import type { ActualFunction } from './actual';
import type { Release } from './desired';
import type { Management } from './management';

/** One function that goes back. */
export interface Return {
  name: string;
  from: Release;
  to: Release;
  version: string;
}

/** What going back means: the functions of the newest deployment, each to the version before it. */
export interface WayBack {
  returns: readonly Return[];
  /** Functions of that deployment that have no earlier version: they were new in it, and stay. */
  stay: readonly string[];
}

/** Reads the way back; nothing is changed. */
export async function readWayBack(
  management: Management,
  functions: ReadonlyMap<string, ActualFunction>,
): Promise<WayBack> {
  const deployed = [...functions].flatMap(([name, { release }]) =>
    release ? [{ name, from: release }] : [],
  );
  const newest = deployed
    .map(({ from }) => from.at)
    .sort()
    .at(-1);
  const last = deployed.filter(({ from }) => from.at === newest);
  const found = await Promise.all(
    last.map(async ({ name, from }) => {
      const versions = await management.versions(name);
      const before = versions.find(({ release }) => release.at < from.at);
      return { name, from, before };
    }),
  );
  return {
    returns: found.flatMap(({ name, from, before }) =>
      before ? [{ name, from, to: before.release, version: before.version }] : [],
    ),
    stay: found.flatMap(({ name, before }) => (before ? [] : [name])),
  };
}

/** A version's code that is not what the cloud says it is. */
export class AlteredCode extends Error {}

async function zipAt({ url, sha256 }: { url: string; sha256: string }): Promise<string> {
  const answer = await fetch(url);
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (!answer.ok || createHash('sha256').update(bytes).digest('hex') !== sha256.toLowerCase())
    throw new AlteredCode(url);
  return bytes.toString('base64');
}

/**
 * Puts the code of the version before into each function; its configuration and variables stay as they are. Broken off
 * half-way it is simply begun again: who is back already is of an older deployment.
 */
export async function goBack(
  management: Management,
  { returns }: WayBack,
  onDone: (one: Return) => void,
): Promise<void> {
  for (const one of returns) {
    const zip = await zipAt(await management.codeAt(one.name, one.version));
    await management.updateCode(one.name, zip);
    await untilReady(management, [one.name]);
    await management.restate(one.name, one.to);
    onDone(one);
  }
}
