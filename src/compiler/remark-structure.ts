import type { Blockquote, Code, Heading, List, Root, Table } from 'mdast';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { fault, placeAt } from './faults.ts';

/**
 * Refuses what Markdown reads otherwise than its writer meant: a line that becomes a heading because of the `---` below
 * it, `1986. A year later` as a list, a cell for which the head has no column, an indented line as code, a line that
 * falls into the quotation above it.
 */
export function remarkStructure() {
  return (tree: Root, file: VFile) => {
    visit(tree, (node) => {
      if (node.type === 'heading') checkHeading(node, file);
      if (node.type === 'list' && node.ordered) checkNumbers(node, file);
      if (node.type === 'table') checkCells(node, file);
      if (node.type === 'code') checkCode(node, file);
      if (node.type === 'blockquote') checkLazyLines(node, file);
    });
  };
}

const sourceOf = (file: VFile, { position }: Node) => String(file).slice(position?.start.offset, position?.end.offset);

/** A line with `---` or `===` right below it is a heading to Markdown, and hardly ever one to its writer. */
function checkHeading(heading: Heading, file: VFile): void {
  const [first = '', ...more] = sourceOf(file, heading).split('\n');
  if (/^\s*#/u.test(first) || more.length === 0) return;
  const line = more.at(-1)?.trim()[0] === '=' ? '===' : '---';
  fault(
    file,
    `the ${line} right below makes a heading of this; leave an empty line between them, or begin the line with ##`,
    heading,
  );
}

/** A number above which no list begins. */
const HIGHEST_START = 99;

function checkNumbers(list: List, file: VFile): void {
  const numbers = list.children.map((item) => Number(/^\d+/.exec(sourceOf(file, item))?.[0] ?? Number.NaN));
  const [first = 1] = numbers;
  if (first > HIGHEST_START) {
    fault(file, `“${first}.” at the beginning of a line begins a list; write ${first}\\. if it is a number`, list);
    return;
  }
  const counted = numbers.every((number, at) => number === first + at);
  const wrong =
    counted || numbers.every((number) => number === first) ? -1 : numbers.findIndex((n, at) => n !== first + at);
  if (wrong >= 0)
    fault(
      file,
      `this item is numbered ${numbers[wrong]} and would be shown as ${first + wrong}; number one after the other`,
      list.children[wrong],
    );
}

function checkCells({ children: [head, ...rows] }: Table, file: VFile): void {
  const columns = head?.children.length ?? 0;
  for (const row of rows) {
    const cells = row.children.length;
    if (cells > columns)
      fault(
        file,
        `the row has more cells than the head of the table, which has ${columns}; for the sign | in a cell write \\|`,
        row.children[columns],
      );
    if (cells < columns)
      fault(
        file,
        `the row has fewer cells than the head of the table, which has ${columns}; write | | for an empty one`,
        row,
      );
  }
}

function checkCode(code: Code, file: VFile): void {
  const lines = sourceOf(file, code).split('\n');
  const [, fence] = /^\s*(`{3,}|~{3,})/u.exec(lines[0] ?? '') ?? [];
  if (fence === undefined)
    fault(file, 'a line that begins with four spaces is shown as code; take them out, or put ``` around it', code);
  else if (lines.length < 2 || !new RegExp(`^[\\s>]*${fence[0]}{${fence.length},}\\s*$`, 'u').test(lines.at(-1) ?? ''))
    fault(file, `the ${fence} that begins here never ends; write ${fence} on a line of its own behind it`, code);
}

/** A line without `>` right below a quotation belongs to it, which nobody sees in the text. */
function checkLazyLines(quote: Blockquote, file: VFile): void {
  const { start, end } = quote.position ?? {};
  if (!start || !end) return;
  const lines = String(file)
    .split('\n')
    .slice(start.line - 1, end.line);
  const at = lines.findIndex((line, place) => place > 0 && !/^\s*>/u.test(line));
  if (at < 0) return;
  const offset = lines
    .slice(0, at)
    .reduce((sum, line) => sum + line.length + 1, (start.offset ?? 0) - start.column + 1);
  fault(
    file,
    'this line falls into the quotation above it; begin it with “> ”, or leave an empty line before it',
    placeAt(file, offset),
  );
}
