import GithubSlugger from 'github-slugger';
import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { invisibleCharacterIn } from './characters.ts';
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
    let level = 1;
    for (const { heading, id } of file.data.headings ?? []) {
      const text = headingText(heading);
      // Of a line that `===` made a heading, remarkStructure speaks.
      if (heading.depth === 1 && isWritten(heading, file))
        fault(file, `“${text}” is a heading of the first level; that one is the title. Use ## for a section`, heading);
      if (heading.depth > 4) fault(file, `“${text}” is a heading below the fourth level; use ##, ### or ####`, heading);
      else if (heading.depth > level + 1 && heading.depth > 2)
        fault(
          file,
          `“${text}” comes before the first ${'#'.repeat(heading.depth - 1)} heading it could be under`,
          heading,
        );
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
      level = heading.depth;
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
  return undefined;
}

/** Whether a heading is written with `#`. */
const isWritten = ({ position }: Heading, file: VFile): boolean => String(file)[position?.start.offset ?? 0] === '#';
