import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/build.ts';

/** Where reports are kept, outside of what is committed. */
export const REPORTS = path.join(root, '.cache/bench');

/** Collects what is told: shown at once, and kept as text and as data. */
export class Report {
  readonly name: string;
  readonly #text: string[] = [];
  readonly #data: Record<string, unknown> = {};

  constructor(name: string) {
    this.name = name;
  }

  say(text = ''): void {
    console.log(text);
    this.#text.push(text);
  }

  /** A table: its first line names the columns; what is not the first column stands to the right. */
  table(title: string, rows: readonly (readonly string[])[]): void {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
    const lines = rows.map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    );
    this.say(
      `\n${title}\n${[lines[0], widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1)].join('\n')}`,
    );
  }

  /** Keeps numbers as they are, for comparison with another run. */
  keep(name: string, data: unknown): void {
    this.#data[name] = data;
  }

  write(): void {
    mkdirSync(REPORTS, { recursive: true });
    writeFileSync(path.join(REPORTS, `${this.name}.txt`), `${this.#text.join('\n')}\n`);
    writeFileSync(path.join(REPORTS, `${this.name}.json`), JSON.stringify(this.#data, undefined, 1));
    console.log(`\nKept in ${path.relative(root, REPORTS)}/${this.name}.txt and .json`);
  }
}

/** The number in the middle; of an even count the mean of the two. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? NaN) : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2;
}

export const whole = (number: number): string => Math.round(number).toLocaleString('en');
export const ratio = (a: number, b: number): string => (b === 0 ? (a === 0 ? '–' : '∞') : (a / b).toFixed(2));

/**
 * The exponent of growth of what was `before` and is `after` where its size grew `times`: 1 is linear, 2 is quadratic.
 * Undefined where one of the two was not measured.
 */
export function exponent(before: number | undefined, after: number | undefined, times: number): number | undefined {
  return before && after ? Math.log(after / before) / Math.log(times) : undefined;
}
