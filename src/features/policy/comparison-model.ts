import type { Output } from '@/contracts/operation';
import type { policy } from '@/contracts/policy';
import type { PolicyNode } from './model';

/** A comparison as the server gives it. */
export type Compared = Output<typeof policy.compare>;
type Change = Compared['blocks'][number]['change'];

/** Blocks of one kind that follow each other. */
export interface Run {
  change: Change;
  nodes: PolicyNode[];
  /** Of a run that did not change: the last heading, for what follows it to be found in the text. */
  heading?: PolicyNode | undefined;
}

/** The blocks gathered into runs, in reading order. */
export function runsOf(blocks: Compared['blocks']): Run[] {
  const runs: Run[] = [];
  for (const { change, node } of blocks) {
    const last = runs[runs.length - 1];
    if (last && last.change === change) last.nodes.push(node);
    else runs.push({ change, nodes: [node] });
  }
  return runs.map((run, at) => {
    const headings = run.nodes.filter(({ type }) => type === 'heading');
    const isFollowed = run.change === 'same' && at < runs.length - 1;
    return isFollowed ? { ...run, heading: headings[headings.length - 1] } : run;
  });
}

/** How many blocks there are of each kind. */
export function countsOf(blocks: Compared['blocks']): Record<Change, number> {
  const counts = { same: 0, added: 0, removed: 0 };
  for (const { change } of blocks) counts[change] += 1;
  return counts;
}

/** What to compare at first: what the address names, or the version in force with the one before it. */
export function firstChoice(
  versions: readonly { version: string; state: string }[],
  named: { from?: string | undefined; to?: string | undefined },
): { from: string; to: string } {
  const inForce = versions.findIndex(({ state }) => state === 'in-force');
  // Newest first: where nothing is older, what is announced is compared with what counts.
  const older = versions[inForce + 1] ?? versions[inForce];
  const newer = versions[inForce + 1] ? versions[inForce] : versions[inForce - 1];
  return { from: named.from ?? older?.version ?? '', to: named.to ?? newer?.version ?? '' };
}
