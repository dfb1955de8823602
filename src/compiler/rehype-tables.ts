import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { LETTERS_ABREAST, longestTogether } from '../story/counting.ts';
import { plainText } from './sections.ts';

/** Up to so many columns each has room for a word. */
const MANY = 5;

/**
 * Makes tables that a screen reader and a narrow screen can read: the first cell of a row is its head, each other cell
 * knows the head of its column, and a cell that says “Not mentioned”, or so in another language, is marked as silence.
 *
 * `<tr><td>Rain</td><td>Not mentioned</td></tr>` →
 * `<tr><th scope="row">Rain</th><td data-head="Paper" class="silence">Not mentioned</td></tr>`
 *
 * A head that has a note is marked, because narrow screens hide the other heads, and so is a table with many columns,
 * which are narrow on every screen. In one whose longest words do not fit beside each other some have to break.
 */
export function rehypeTables() {
  return (tree: Root, file: VFile) => {
    const silence = file.data.index?.words.texts.silence;
    visit(tree, 'element', (table) => {
      if (table.tagName !== 'table') return undefined;
      const heads: string[] = [];
      const rows: string[][] = [];
      visit(table, 'element', (node) => {
        if (node.tagName !== 'tr') return undefined;
        node.children = node.children.filter(({ type }) => type === 'element');
        rows.push(node.children.map((cell) => plainText([cell])));
        (node.children as Element[]).forEach((cell, column) => {
          alignCell(cell);
          if (cell.tagName === 'th') {
            heads[column] = plainText([cell]);
            if (holdsMark(cell)) addClass(cell, 'noted');
            Object.assign(cell.properties, { scope: 'col' });
          } else if (column === 0) {
            cell.tagName = 'th';
            Object.assign(cell.properties, { scope: 'row' });
          } else {
            Object.assign(cell.properties, { dataHead: heads[column] });
            if (plainText([cell]) === silence) addClass(cell, 'silence');
          }
        });
        return SKIP;
      });
      if (heads.length > MANY) addClass(table, 'many');
      if (longestTogether(rows) > LETTERS_ABREAST) addClass(table, 'breaks');
      return SKIP;
    });
  };
}

/** `align` is no longer part of HTML: what is not at the beginning of its column has a class. */
function alignCell(cell: Element): void {
  const side = cell.properties['align'];
  delete cell.properties['align'];
  if (side === 'right') addClass(cell, 'at-end');
  if (side === 'center') addClass(cell, 'at-middle');
}

function addClass(cell: Element, name: string): void {
  const names = cell.properties['className'];
  cell.properties['className'] = [...(Array.isArray(names) ? names : []), name];
}

function holdsMark(cell: Element): boolean {
  let found = false;
  visit(cell, 'element', ({ properties }) => {
    found ||= properties['role'] === 'doc-noteref';
  });
  return found;
}
