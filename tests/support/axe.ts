import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong with a page as it stands, or with a part of it: WCAG 2.2 AA and its best practices, each as the
 * rule and the first elements that break it. Rules that are named `undecided` count also where axe cannot decide.
 */
export async function axeFaults(
  page: Page,
  { part = 'html', undecided = [] }: { part?: string; undecided?: string[] } = {},
): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    async ([selector, rules, also]) => {
      // eslint-disable-next-line @typescript-eslint/consistent-type-imports
      const { axe: tool } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations, incomplete } = await tool.run(selector === 'html' ? document : selector, { runOnly: rules });
      const found = [...violations, ...incomplete.filter(({ id }) => also.includes(id))];
      return found.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ html }) => html.slice(0, 160))
            .join(' | ')}`,
      );
    },
    [part, RULES, undecided] as const,
  );
}
