import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/build.ts';

/** Where reports are kept, outside of what is committed. */
export const REPORTS = path.join(root, '.cache/bench');

export type Row = readonly (string | number)[];
/** What was said, line by line, and every table, to be compared with another run. */
const said: string[] = [];
const tables: Record<string, readonly Row[]> = {};

export function say(text: string): void {
  console.log(text);
  said.push(text);
}

/** Shows a table: its first row names the columns. Large numbers are rounded, small ones keep two decimals. */
export function table(title: string, rows: readonly Row[]): void {
  tables[title] = rows;
  const show = (cell: string | number) =>
    typeof cell === 'string'
      ? cell
      : Number.isNaN(cell)
        ? '–'
        : cell.toLocaleString('en', { maximumFractionDigits: cell < 10 ? 2 : 0 });
  const cells = rows.map((row) => row.map(show));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = cells;
  say(['', title, line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n'));
}

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

/** Keeps all that was said, and every table as numbers. */
export function keepReport(): void {
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(path.join(REPORTS, 'report.txt'), `${said.join('\n')}\n`);
  writeFileSync(path.join(REPORTS, 'report.json'), JSON.stringify(tables, undefined, 1));
  console.log(`\nKept in ${path.relative(root, REPORTS)}/report.txt and report.json`);
}
