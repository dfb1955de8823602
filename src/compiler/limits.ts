import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { fault } from './faults.ts';

/**
 * How much a file of a story may contain; its size in bytes is limited in compiler/folder.ts. Far above what a text
 * needs, and low enough that no input takes a build more than seconds: reading emphasis, links and nesting takes time
 * that grows with the square of their number.
 */
export const LIMITS = {
  /** Lines of a file. */
  lines: 5_000,
  /** Characters of one line. */
  line: 10_000,
  /** Characters of lines without an empty line between them: one paragraph, list or table. */
  block: 20_000,
  /** Marks of Markdown in such a block: `*`, `_`, `~`, `[`, `]`, `<` and `` ` ``. */
  marks: 1_000,
  /** Quotations and lists that one line opens. */
  opened: 12,
  /** Levels of quotations, lists, emphasis and links within each other, as they are counted in the tree. */
  depth: 40,
  /** Columns of a table. */
  columns: 20,
  /** Sections of a text. */
  sections: 200,
  /** Characters in the id of a section and of a file: both become names of files. */
  id: 100,
  /** Levels of groups and lists within each other in YAML. */
  fields: 20,
} as const;

const OPENERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/;

/**
 * Whether a text can be parsed in the time that a build has; what makes it too much is recorded in the file. `from` is
 * the index of the first line that is not front matter.
 */
export function isReadable(file: VFile, from: number): boolean {
  const before = file.messages.length;
  const block = { line: 0, length: 0, marks: 0 };
  const endBlock = () => {
    const place = { line: block.line };
    if (block.length > LIMITS.block)
      fault(
        file,
        `a paragraph, list or table of ${block.length} characters begins here; ` +
          `at most ${LIMITS.block} are allowed without an empty line`,
        place,
      );
    if (block.marks > LIMITS.marks)
      fault(
        file,
        `a paragraph, list or table with ${block.marks} marks (* _ ~ [ ] < \`) begins here; ` +
          `at most ${LIMITS.marks} are allowed without an empty line`,
        place,
      );
    Object.assign(block, { line: 0, length: 0, marks: 0 });
  };
  const lines = String(file).split('\n');
  if (lines.length > LIMITS.lines)
    fault(file, `the file has ${lines.length} lines; at most ${LIMITS.lines} are allowed`, { line: LIMITS.lines + 1 });
  lines.forEach((line, at) => {
    if (line.length > LIMITS.line)
      fault(file, `the line has ${line.length} characters; at most ${LIMITS.line} are allowed`, { line: at + 1 });
    if (at < from) return;
    if (line.trim() === '') return void endBlock();
    const opened = OPENERS.exec(line)?.[0].replace(/[\s\d]/g, '').length ?? 0;
    if (opened > LIMITS.opened)
      fault(
        file,
        `the line opens ${opened} quotations or lists within each other; at most ${LIMITS.opened} are allowed`,
        { line: at + 1 },
      );
    block.line ||= at + 1;
    block.length += line.length + 1;
    block.marks += line.match(/[*_~[\]<`]/g)?.length ?? 0;
  });
  endBlock();
  return file.messages.length === before;
}

/** Whether a parsed text can be walked and written as HTML; what makes it too much is recorded in the file. */
export function isWalkable(tree: Root, file: VFile): boolean {
  const before = file.messages.length;
  const deep = deeperThan(LIMITS.depth, tree);
  if (deep) {
    fault(file, `quotations, lists, emphasis or links are nested more than ${LIMITS.depth} levels deep`, deep);
    return false;
  }
  visit(tree, 'table', (table) => {
    const columns = Math.max(table.align?.length ?? 0, ...table.children.map(({ children }) => children.length));
    if (columns > LIMITS.columns)
      fault(file, `the table has ${columns} columns; at most ${LIMITS.columns} are allowed`, table);
  });
  let sections = 0;
  visit(tree, 'heading', (heading) => {
    sections += 1;
    if (sections === LIMITS.sections + 1)
      fault(file, `the text has more than ${LIMITS.sections} headings; make two files of it`, heading);
  });
  return file.messages.length === before;
}

/** The first node that lies deeper than `most` levels; found without recursion, which such a tree would not bear. */
function deeperThan(most: number, tree: Root): Nodes | undefined {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return level[0];
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return undefined;
}
