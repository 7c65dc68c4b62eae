import { announcedVersion, currentVersion, effectiveVersions, placeOf, stateOf } from './archive';
import { changeSince, type PolicyChange } from './change';
import type { PublishedVersion } from './document';
import { practicesOf, type Practices } from './practices';

/** What an account says of the policy it was agreed to. */
export interface Agreed {
  policyVersion: string;
  policyDigest: string;
}

/** The version that counts for one person. */
export interface Terms {
  version: string;
  digest: string;
  /** Undefined where the version is not in the archive: then nothing is known of it but its name. */
  practices?: Practices;
}

const termsIn = ({ document: { version, digest }, practices }: PublishedVersion): Terms => ({
  version,
  digest,
  practices,
});

/**
 * The terms that hold for a person (P68): the newest version in force that asks nothing new of who agreed to theirs,
 * and otherwise still theirs, however old. A version that was never archived stays by its name and digest.
 */
export function policyFor({ policyVersion, policyDigest }: Agreed, now: Date): Terms {
  const place = placeOf(policyVersion);
  const [own, ...later] = effectiveVersions(now).filter(({ document }) => placeOf(document.version) >= place);
  if (place < 0 || own?.document.version !== policyVersion) {
    return { version: policyVersion, digest: policyDigest };
  }
  const quiet = later.filter(
    ({ document }) => changeSince(place, placeOf(document.version))?.mustAgree === false,
  );
  return termsIn(quiet.at(-1) ?? own);
}

/** Something that may be granted or used. */
export type Wanted = { purpose: string } | { recipient: string };

/** What a grant stands for: why, and which facts are collected on it or leave by it. */
function practised({ purposes, fields, recipients }: Practices, wanted: Wanted): string | undefined {
  if ('purpose' in wanted) {
    const collected = Object.keys(fields).filter(
      (path) => fields[path]?.purpose === wanted.purpose && fields[path].basis === 'consent',
    );
    const purpose = purposes[wanted.purpose];
    return purpose && JSON.stringify([purpose.why, collected.sort()]);
  }
  const recipient = recipients[wanted.recipient];
  return (
    recipient && JSON.stringify([recipient.name, recipient.kind, recipient.why, [...recipient.fields].sort()])
  );
}

/**
 * Whether what the code does with this differs from the terms that hold for the person, or is unknown to them: then it
 * does not apply to them until they agree to a version that says it (P68). A version that says it but is not in force,
 * and code that got ahead of every version, both mean that nobody can agree yet.
 */
export function needsAgreement(agreed: Agreed, now: Date, wanted: Wanted): boolean {
  const { practices } = policyFor(agreed, now);
  return practices === undefined || practised(practices, wanted) !== practised(practicesOf(), wanted);
}

/** A version that someone has to know of. */
export interface News {
  version: PublishedVersion;
  /** What it is compared with; null where that is not archived. */
  since: string | null;
  state: 'in-force' | 'announced';
  /** Undefined where there is nothing to compare with: then it must be read and agreed to as a whole. */
  change: PolicyChange | undefined;
}

function newsSince(since: string, version: PublishedVersion | undefined, now: Date): News | null {
  if (!version || version.document.version === since) return null;
  const state = stateOf(version.document.version, now) === 'announced' ? 'announced' : 'in-force';
  const place = placeOf(since);
  if (place < 0) return { version, since: null, state, change: undefined };
  const change = changeSince(place, placeOf(version.document.version));
  return change?.mustTell === 'everyone' ? { version, since, state, change } : null;
}

/** What a member has to be told: of the version in force, or else of the one announced; null when there is nothing. */
export const newsFor = ({ policyVersion }: Agreed, now: Date): News | null =>
  newsSince(policyVersion, currentVersion(now), now) ?? newsSince(policyVersion, announcedVersion(now), now);

/** How long a guest is told of a version after its day. */
const FRESH_DAYS = 30;

/** The same for a guest, who agreed to nothing: what is announced, or came into force in the last 30 days. */
export function newsForGuest(now: Date): News | null {
  const [before, current] = effectiveVersions(now).slice(-2);
  const announced = newsSince(currentVersion(now).document.version, announcedVersion(now), now);
  if (announced || !before || !current) return announced;
  const age = now.getTime() - Date.parse(`${current.document.effectiveOn}T00:00:00+08:00`);
  return age < FRESH_DAYS * 86_400_000 ? newsSince(before.document.version, current, now) : null;
}
