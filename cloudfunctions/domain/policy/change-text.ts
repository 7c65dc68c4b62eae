import type { PolicyNode } from '../../../src/contracts/policy';
import type { ChangeFact } from './change';

interface RightsSection {
  heading: string;
  /** Items of its lists. */
  cases: string[];
}

/** The sections about rights, by number, with the cases they list; grounds to refuse are compared as practices. */
function rightsSections(nodes: readonly PolicyNode[]): Map<string, RightsSection> {
  const sections = new Map<string, RightsSection>();
  let open: RightsSection | undefined;
  for (const node of nodes) {
    if (node.type === 'heading') {
      open = undefined;
      if (node.section !== undefined && /^8\.\d+$/.test(node.section)) {
        open = { heading: node.text, cases: [] };
        sections.set(node.section, open);
      }
    } else if (node.type === 'list') open?.cases.push(...node.items);
  }
  return sections;
}

/**
 * What the text alone takes away: a section about rights that is gone, or a case of one, such as a ground for deletion.
 * Rewording keeps the number of cases, so a typo makes no fact.
 */
export function textFacts(from: readonly PolicyNode[], to: readonly PolicyNode[]): ChangeFact[] {
  const newer = rightsSections(to);
  return [...rightsSections(from)].flatMap(([section, { heading, cases }]): ChangeFact[] => {
    const now = newer.get(section);
    if (!now) return [{ fact: 'right-section-removed', about: heading }];
    if (section === '8.6' || now.cases.length >= cases.length) return [];
    return cases
      .filter((item) => !now.cases.includes(item))
      .map((item) => ({ fact: 'right-case-removed', about: item }));
  });
}
