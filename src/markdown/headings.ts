import GithubSlugger from 'github-slugger';
import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { fault } from './faults.ts';

/** The sections of a text: its headings with the ids that GitHub would give them. */
export function headingsOf(tree: Root): { heading: Heading; id: string }[] {
  const found: { heading: Heading; id: string }[] = [];
  visit(tree, 'heading', (heading) => {
    found.push({ heading, id: new GithubSlugger().slug(headingText(heading)) });
  });
  return found;
}

/** The words of a heading without its tags. */
export const headingText = (heading: Heading): string => toString(heading, { includeHtml: false });

/**
 * Gives every heading its id, and refuses what would make an address that does not last or a text that reads wrong:
 * two sections with one id, a level left out, a link or a note in a heading.
 */
export function remarkHeadings() {
  return (tree: Root, file: VFile) => {
    const seen = new Set<string>();
    let open = false;
    for (const { heading, id } of headingsOf(tree)) {
      const text = headingText(heading);
      if (heading.depth === 1) fault(file, `“${text}” is a heading of the first level; that one is the title. Use ## for a section`, heading);
      if (heading.depth > 3) fault(file, `“${text}” is a heading below the third level; use ## or ###`, heading);
      if (heading.depth === 3 && !open) fault(file, `“${text}” comes before the first ## section`, heading);
      if (id === '') fault(file, 'a heading without letters cannot have an address', heading);
      if (seen.has(id)) fault(file, `two sections have the address #${id}; give one of them another heading`, heading);
      seen.add(id);
      open ||= heading.depth === 2;
      const inner = heading.children.find(({ type }) => type === 'link' || type === 'linkReference' || type === 'footnoteReference');
      if (inner) fault(file, `the heading “${text}” holds a link or a note; put it into the text below`, inner);
      heading.data = { ...heading.data, hProperties: { id } };
    }
  };
}
