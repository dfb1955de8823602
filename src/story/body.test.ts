import { expect, test } from 'vitest';
import { introHtml, readingMinutes, sectionHtml, useId, type Body, type Section } from './body.ts';

const section = (from: number, to: number): Section => ({ id: 'x', title: 'X', depth: 2, later: false, from, to });
const body: Body = { html: 'intro|one|two', sections: [section(6, 9), section(10, 13)], notes: [], links: [], words: 3, opening: '' };

test('a section is cut out of the whole', () => {
  expect(sectionHtml(body, section(6, 9))).toBe('one');
  expect(introHtml(body)).toBe('intro|');
  expect(introHtml({ ...body, sections: [] })).toBe('intro|one|two');
});

test('the first use of a note has the plain id', () => {
  expect(useId('paper', 1)).toBe('ref-paper');
  expect(useId('paper', 2)).toBe('ref-paper-2');
});

test.each([[0, 1], [100, 1], [440, 2], [1600, 7]])('%i words take %i minutes', (words, minutes) => expect(readingMinutes(words)).toBe(minutes));
