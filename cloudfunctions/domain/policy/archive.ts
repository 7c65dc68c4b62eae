import { beijingDay } from '../calendar/iso-day';
import type { PolicyDocument, PublishedVersion } from './document';
import { published } from './published';

/** Whether a version counts, did, or will. */
type VersionState = 'past' | 'in-force' | 'announced';

/** All versions, oldest first. */
export const allVersions: readonly PublishedVersion[] = published;

/** The version published last, whether or not its day has come: what the code does is what it says. */
export const newestVersion: PublishedVersion = published.at(-1) ?? published[0];

const isEffective = ({ document }: PublishedVersion, now: Date) => document.effectiveOn <= beijingDay(now);

/** Where a version stands among the others; -1 where there is none. */
export const placeOf = (version: string): number =>
  published.findIndex(({ document }) => document.version === version);

/** The versions that have come into force by now, oldest first; the first one always has. */
export const effectiveVersions = (now: Date): readonly PublishedVersion[] =>
  published.filter((version, at) => at === 0 || isEffective(version, now));

/** The version in force: the newest whose day has come in Beijing. */
export const currentVersion = (now: Date): PublishedVersion => effectiveVersions(now).at(-1) ?? published[0];

/** Its document. */
export const currentPolicy = (now: Date): PolicyDocument => currentVersion(now).document;

/** The newest version, where it has been announced and does not count yet. */
export const announcedVersion = (now: Date): PublishedVersion | undefined =>
  newestVersion === currentVersion(now) ? undefined : newestVersion;

/** That version's document, or undefined when there is none. */
export const policyVersion = (version: string): PolicyDocument | undefined =>
  published[placeOf(version)]?.document;

/** Whether a version counts today. */
export function stateOf(version: string, now: Date): VersionState {
  const distance = placeOf(version) - placeOf(currentPolicy(now).version);
  return distance === 0 ? 'in-force' : distance > 0 ? 'announced' : 'past';
}

/** All versions without their text, newest first. */
export const policyVersions = (): Omit<PolicyDocument, 'nodes'>[] =>
  published
    .map(({ document: { version, updatedOn, effectiveOn, digest } }) => ({
      version,
      updatedOn,
      effectiveOn,
      digest,
    }))
    .reverse();
