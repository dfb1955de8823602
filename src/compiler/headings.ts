import GithubSlugger from 'github-slugger';
import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { mixedWordIn, invisibleCharacterIn } from './characters.ts';
import { fault } from './faults.ts';
import { LIMITS } from './limits.ts';

/** A heading of a text, and the id that GitHub would give it. */
export interface FoundHeading {
  heading: Heading;
  id: string;
}

/** The headings of a text, in order. */
export function headingsOf(tree: Root): FoundHeading[] {
  const found: FoundHeading[] = [];
  visit(tree, 'heading', (heading) => {
    found.push({ heading, id: new GithubSlugger().slug(headingText(heading).normalize('NFC')) });
  });
  return found;
}

/** The words of a heading without its tags. */
export const headingText = (heading: Heading): string => toString(heading, { includeHtml: false });

/**
 * Gives every heading its id, and refuses what would make an address that does not last or a text that reads wrong:
 * two sections with one id or with ids that look alike, letters that nobody sees, a level left out, a heading within a
 * quotation or a list, a link or a note in a heading.
 */
export function remarkHeadings() {
  return (tree: Root, file: VFile) => {
    const seen = new Set<string>();
    const lines = new Map<string, number>();
    let open = false;
    for (const { heading, id } of file.data.headings ?? []) {
      const text = headingText(heading);
      if (heading.depth === 1)
        fault(file, `“${text}” is a heading of the first level; that one is the title. Use ## for a section`, heading);
      if (heading.depth > 3) fault(file, `“${text}” is a heading below the third level; use ## or ###`, heading);
      if (heading.depth === 3 && !open) fault(file, `“${text}” comes before the first ## section`, heading);
      if (!tree.children.includes(heading))
        fault(
          file,
          `the heading “${text}” is within a quotation, a list or a note; sections begin in the text itself`,
          heading,
        );
      const reason = faultOfId(id, text);
      if (reason !== undefined) fault(file, reason, heading);
      // “ﬁ” and “fi” are two ids that look like one.
      const look = id.normalize('NFKC');
      if (seen.has(look))
        fault(file, `two sections have the address #${id}; give one of them another heading`, heading);
      seen.add(look);
      lines.set(id, heading.position?.start.line ?? 1);
      open ||= heading.depth === 2;
      visit(heading, (inner) => {
        if (inner.type === 'link' || inner.type === 'linkReference' || inner.type === 'footnoteReference')
          fault(file, `the heading “${text}” holds a link or a note; put it into the text below`, inner);
      });
      heading.data = { ...heading.data, hProperties: { id } };
    }
    file.data.lines = lines;
  };
}

/** Why an id cannot be an address for ever, or undefined. */
function faultOfId(id: string, heading: string): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(id)) return 'a heading without letters cannot have an address';
  if (id.length > LIMITS.id)
    return `the heading makes an address of ${id.length} characters; at most ${LIMITS.id} are allowed`;
  const invisible = invisibleCharacterIn(heading);
  if (invisible !== undefined)
    return `the heading “${heading}” holds ${invisible}, which nobody sees in an address; take it out`;
  const mixed = mixedWordIn(heading);
  return mixed === undefined
    ? undefined
    : `the word “${mixed}” of the heading mixes letters that look alike in Latin, Greek and Cyrillic; ` +
        'write it in one script';
}
