import { createHash } from 'node:crypto';
import { replaceCode } from './apply';
import type { ActualFunction } from './actual';
import type { Management, Version } from './management';
import { Refusal } from './refusal';
import { isSameRelease, type Release } from './release';

/** One function that goes back. */
export interface Return {
  name: string;
  from: Release;
  to: Release;
  version: string;
  /** Was begun before and broken off. */
  isBegun: boolean;
}

/** What going back means: the functions of the newest deployment, each to the version that ran before it. */
export interface WayBack {
  returns: readonly Return[];
  /** Functions of that deployment that ran nothing before it: they stay. */
  stay: readonly string[];
}

interface Deployed {
  name: string;
  release: Release;
  versions: readonly Version[];
}

/** A way back that was begun and broken off: the release that it goes to was published long ago. */
const begunBack = ({ release, versions }: Deployed): Version | undefined =>
  release.stage === 'changing'
    ? versions.find((version) => isSameRelease(version.release, release))
    : undefined;

/** The deployments that a way back leaves where it is between two: those that took the place of where it goes. */
const leftBy = (one: Deployed): string[] => {
  const to = begunBack(one)?.version;
  return one.versions.filter(({ release }) => release.before === to).map(({ release }) => release.at);
};

const versionBefore = ({ release, versions }: Deployed): Version | undefined =>
  versions.find(({ version }) => version === release.before);

const returnTo = (one: Deployed, { version, release: to }: Version): Return => ({
  ...{ name: one.name, version, to, isBegun: begunBack(one) !== undefined },
  from: one.release,
});

/** Reads the way back; nothing is changed. */
export async function readWayBack(
  management: Management,
  functions: ReadonlyMap<string, ActualFunction>,
): Promise<WayBack> {
  const deployed: Deployed[] = await Promise.all(
    [...functions].flatMap(([name, { release }]) =>
      release ? [management.versions(name).then((versions) => ({ name, release, versions }))] : [],
    ),
  );
  const resumed = deployed.filter((one) => begunBack(one));
  const others = deployed.filter((one) => !begunBack(one));
  const newest = others
    .filter((one) => versionBefore(one))
    .map(({ release }) => release.at)
    .sort()
    .slice(-1);
  // Where one is between, the others may all be back already: nothing older than what it leaves goes back with it.
  const left = resumed.length > 0 ? resumed.flatMap(leftBy) : newest;
  const last = others.filter(({ release }) => left.includes(release.at));
  const back = (one: Deployed, version: Version | undefined) => (version ? [returnTo(one, version)] : []);
  return {
    returns: [
      ...resumed.flatMap((one) => back(one, begunBack(one))),
      ...last.flatMap((one) => back(one, versionBefore(one))),
    ],
    stay: last.filter((one) => !versionBefore(one)).map(({ name }) => name),
  };
}

/** A version's code that is not what the cloud says it is. */
export class AlteredCode extends Error {}

async function zipAt({ url, sha256 }: { url: string; sha256: string }): Promise<string> {
  const bytes = await fetch(url)
    .then(async (answer) => (answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined))
    .catch(() => undefined);
  if (!bytes) throw new Refusal('network', 'GetFunctionAddress', 'none');
  if (createHash('sha256').update(bytes).digest('hex') !== sha256.toLowerCase()) throw new AlteredCode();
  return bytes.toString('base64');
}

/**
 * Puts the code of the version before into each function; its configuration and variables stay as they are. Broken off
 * half-way it is begun again: who is between goes on, and with it what is still of the deployment that it leaves.
 */
export async function goBack(
  management: Management,
  { returns }: WayBack,
  onDone: (one: Return) => void,
): Promise<void> {
  for (const one of returns) {
    const zip = await zipAt(await management.codeAt(one.name, one.version));
    await replaceCode(management, one.name, zip, one.to);
    await management.state(one.name, one.to);
    onDone(one);
  }
}
