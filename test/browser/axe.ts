import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong on a page: the rule and the markup it is broken by. Every rule runs; what is left out is axe's
 * account of what passed, which costs eight times as much, and its way into the frames of a page, which has none.
 */
export async function faultsOf(page: Page, besides?: string): Promise<{ id: string; html: string[] }[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (besides === undefined ? axe : axe.exclude(besides)).analyze();
  return violations.map(({ id, nodes }) => ({ id, html: nodes.map((node) => node.html) }));
}
