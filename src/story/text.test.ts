import { expect, test } from 'vitest';
import { introHtml, readingMinutes, sectionBody, sectionHtml, useId, usesIn, type Body, type Section } from './text.ts';

const section = (from: number, to: number): Section => ({
  id: 'x',
  title: 'X',
  depth: 2,
  later: false,
  from,
  to,
  opening: '',
  words: 1,
});
const body: Body = {
  html: 'intro|one|two',
  sections: [section(6, 9), section(10, 13)],
  notes: [],
  links: [],
  words: 3,
  opening: '',
};

test('a section is cut out of the whole', () => {
  expect(sectionHtml(body, section(6, 9))).toBe('one');
  expect(introHtml(body)).toBe('intro|');
  expect(introHtml({ ...body, sections: [] })).toBe('intro|one|two');
});

test('the first use of a note has the plain id', () => {
  expect(useId('paper', 1)).toBe('ref-paper');
  expect(useId('paper', 2)).toBe('ref-paper-2');
});

test.each([
  [0, 1],
  [100, 1],
  [440, 2],
  [1600, 7],
])('%i words take %i minutes', (words, minutes) => expect(readingMinutes(words)).toBe(minutes));

test('a section becomes a text of its own, with its notes under their own numbers', () => {
  const html =
    '<section id="x"><h2>X <a>§</a></h2><p>One.</p><section id="y"><h3>Y</h3><p>Two.</p></section></section>';
  const whole: Body = {
    ...body,
    html,
    notes: [
      { label: 'a', number: 1, html: '', sources: [], uses: [undefined], sentences: [] },
      { label: 'b', number: 2, html: '', sources: [], uses: [undefined, 'x', 'z', 'x'], sentences: [] },
    ],
    links: [
      { target: { collection: 'glossary', id: 'a' }, section: 'x', sentence: '' },
      { target: { collection: 'glossary', id: 'b' }, section: 'z', sentence: '' },
    ],
  };
  const own = sectionBody(whole, section(0, html.length));
  expect(own.html).toBe('<p>One.</p><section id="y"><h2>Y</h2><p>Two.</p></section>');
  expect(own.notes.map(({ number }) => number)).toEqual([2]);
  expect(own.links.map(({ target }) => target.id)).toEqual(['a']);
  expect(usesIn(own.notes[0]!, 'x')).toEqual([2, 4]);
  expect(usesIn(own.notes[0]!)).toEqual([1, 2, 3, 4]);
});
