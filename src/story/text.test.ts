import { expect, test } from 'vitest';
import {
  allSections,
  isLaterNote,
  readingMinutes,
  textOfSection,
  useId,
  usesIn,
  type Section,
  type Text,
} from './text.ts';

const section = (id: string, sections: Section[] = []): Section => ({
  id,
  title: id,
  heading: id,
  later: false,
  opening: '',
  plain: `${id} text`,
  parts: [{ kind: 'html', html: `<p>${id}</p>` }],
  lines: [id],
  sections,
});

const text: Text = {
  intro: [],
  sections: [section('x', [section('y')]), section('z')],
  notes: [
    { label: 'a', number: 1, html: '', sources: [], paragraphs: [], uses: [undefined], later: [false], sentences: [] },
    {
      label: 'b',
      number: 2,
      html: '',
      sources: [],
      paragraphs: [],
      uses: [undefined, 'x', 'z', 'x'],
      later: [false, true, false, true],
      sentences: [],
    },
  ],
  links: [
    { target: { collection: 'glossary', id: 'a' }, section: 'x', sentence: '', later: false },
    { target: { collection: 'glossary', id: 'b' }, section: 'z', sentence: '', later: false },
  ],
  plain: '',
  opening: '',
  hindsight: false,
};

test('inner sections come after the one that holds them', () => {
  expect(allSections<Section>(text).map(({ id }) => id)).toEqual(['x', 'y', 'z']);
});

test('a section becomes a text of its own, with its notes under their own numbers', () => {
  const own = textOfSection(text, section('x', [section('y')]));
  expect(own.intro).toEqual([{ kind: 'html', html: '<p>x</p>' }]);
  expect(own.sections.map(({ id }) => id)).toEqual(['y']);
  expect(own.notes.map(({ number }) => number)).toEqual([2]);
  expect(own.links.map(({ target }) => target.id)).toEqual(['a']);
  expect(usesIn(own.notes[0]!, 'x')).toEqual([2, 4]);
  expect(usesIn(own.notes[0]!)).toEqual([1, 2, 3, 4]);
});

test('a note is later knowledge where all its uses are', () => {
  const [, note] = text.notes;
  expect([isLaterNote(note!), isLaterNote(note!, 'x'), isLaterNote(note!, 'z')]).toEqual([false, true, false]);
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
