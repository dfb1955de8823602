import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { isReadable, isWalkable, LIMITS } from './limits.ts';

const parser = unified().use(remarkParse).use(remarkGfm);
const reasons = ({ messages }: VFile): string[] => messages.map(({ line, reason }) => `${line} ${reason}`);
const readable = (text: string, from = 0): string[] => {
  const file = new VFile(text);
  expect(isReadable(file, from)).toBe(file.messages.length === 0);
  return reasons(file);
};
const walkable = (text: string): string[] => {
  const file = new VFile(text);
  expect(isWalkable(parser.parse(file), file)).toBe(file.messages.length === 0);
  return reasons(file);
};

describe('a text is not parsed with', () => {
  test.each([
    [
      'too many lines',
      (most: number) => 'a\n'.repeat(most - 1),
      LIMITS.lines,
      `${LIMITS.lines + 1} the file has ${LIMITS.lines + 1} lines`,
    ],
    [
      'too long a line',
      (most: number) => `a\n\n${'b'.repeat(most)}`,
      LIMITS.line,
      `3 the line has ${LIMITS.line + 1} characters`,
    ],
    [
      'too long a block',
      (most: number) =>
        `a\n\n${`${'b'.repeat(99)}\n`.repeat(LIMITS.block / 100 - 1)}${'b'.repeat(most - LIMITS.block + 99)}`,
      LIMITS.block,
      `3 a paragraph, list or table of ${LIMITS.block + 1} characters`,
    ],
    [
      'too many marks',
      (most: number) => `a\n\n${'*'.repeat(most)}`,
      LIMITS.marks,
      `3 a paragraph, list or table with ${LIMITS.marks + 1} marks`,
    ],
    [
      'too many quotations in each other',
      (most: number) => `a\n\n${'> '.repeat(most)}b`,
      LIMITS.opened,
      `3 the line opens ${LIMITS.opened + 1} quotations or lists`,
    ],
    [
      'too many lists in each other',
      (most: number) => `a\n\n${'- 1. '.repeat(most / 2)}${most % 2 ? '- ' : ''}b`,
      LIMITS.opened,
      `3 the line opens ${LIMITS.opened + 1} quotations or lists`,
    ],
  ])('%s', (_, make, most, says) => {
    expect(readable(make(most))).toEqual([]);
    expect(readable(make(most + 1))).toEqual([expect.stringContaining(says)]);
  });

  test('but front matter is no text', () => expect(readable(`${'*'.repeat(LIMITS.marks + 1)}\n\na`, 1)).toEqual([]));
});

describe('a text is not walked with', () => {
  test('lists too deep in each other', () => {
    const nested = (levels: number) => Array.from({ length: levels }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n');
    expect(walkable(nested(15))).toEqual([]);
    expect(walkable(nested(30))).toEqual([expect.stringContaining(`more than ${LIMITS.depth} levels deep`)]);
  });

  test('too many columns', () => {
    const table = (columns: number) => `a\n\n${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|`;
    expect(walkable(table(LIMITS.columns))).toEqual([]);
    expect(walkable(table(LIMITS.columns + 1))).toEqual([
      expect.stringContaining(`3 the table has ${LIMITS.columns + 1} columns`),
    ]);
  });

  test('too many sections', () => {
    expect(walkable('## a\n'.repeat(LIMITS.sections))).toEqual([]);
    expect(walkable('## a\n'.repeat(LIMITS.sections + 5))).toEqual([
      expect.stringContaining(`${LIMITS.sections + 1} the text has more than ${LIMITS.sections} headings`),
    ]);
  });
});
