import { diffArrays } from 'diff';
import type { PolicyNode } from '../../../src/contracts/policy';
import { policyVersion } from './archive';

/** One block of a comparison, in reading order; a reworded block is one removed and one added. */
export interface PolicyDifference {
  change: 'same' | 'added' | 'removed';
  node: PolicyNode;
}

/** What changed between two texts, block by block. */
export function compareNodes(from: PolicyNode[], to: PolicyNode[]): PolicyDifference[] {
  // Nodes are plain data written by one compiler in one key order, so their JSON decides equality.
  const parts = diffArrays(from, to, { comparator: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  return parts.flatMap(({ added, removed, value }) => {
    const change = added ? 'added' : removed ? 'removed' : 'same';
    return value.map((node) => ({ change, node }) as const);
  });
}

/** What changed between two published versions; undefined when either does not exist. */
export function comparePolicies(from: string, to: string): PolicyDifference[] | undefined {
  const [older, newer] = [policyVersion(from), policyVersion(to)];
  return older && newer && compareNodes(older.nodes, newer.nodes);
}
