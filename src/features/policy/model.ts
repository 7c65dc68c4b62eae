import type { Output } from '@/contracts/operation';
import type { policy } from '@/contracts/policy';

/** The policy as the server gives it. */
export type Policy = Output<typeof policy.current>;

/** One block of its text. */
export type PolicyNode = Policy['nodes'][number];

type Heading = Extract<PolicyNode, { type: 'heading' }>;

/** A numbered part of the text: its heading and what stands under it, up to the next heading. */
export interface Section {
  /** `8.3`; undefined for what comes before the first number. */
  number?: string | undefined;
  heading?: Heading | undefined;
  body: Exclude<PolicyNode, Heading>[];
}

/** The text cut at its headings, in order. */
export function sectionsOf(nodes: readonly PolicyNode[]): Section[] {
  const sections: Section[] = [];
  for (const node of nodes) {
    const last = sections[sections.length - 1];
    if (node.type === 'heading') sections.push({ number: node.section, heading: node, body: [] });
    else if (last) last.body.push(node);
    else sections.push({ body: [node] });
  }
  return sections;
}

/** Where the table of contents scrolls to; an id may hold no dot. */
export const sectionId = (number: string): string => `section-${number.replace(/\./g, '-')}`;
