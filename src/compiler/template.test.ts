import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { faultsOfSmall, smallEntries } from '../../tests/support/small-story.ts';
import { languages } from '../words/words.ts';
import { compileStory } from './compile.ts';
import { BEGINNINGS, schemaFiles, storyTemplate, templateOf, type Beginning, type Surroundings } from './template.ts';

const entries = smallEntries();
const around: Surroundings = {
  story: entries.story,
  next: (collection) => (entries[collection as 'drafts'] as readonly unknown[]).length + 1,
  ids: (collection) => entries[collection as 'drafts'].map(({ id }) => id),
  publishers: Object.keys(entries.publishers),
  now: '2024-05-04',
};

describe('what is begun compiles at once', () => {
  test.each(Object.keys(BEGINNINGS) as Beginning[])('%s', (what) => {
    const { path, text } = templateOf(what, 'Talks: “über” #1', '1904-05-20', around);
    const faults = faultsOfSmall({ [path]: text });
    // Nothing cites a new source yet.
    expect(faults.map((fault) => fault.replace(/^\S+ /, ''))).toEqual(
      what === 'source' ? [expect.stringContaining('no text cites')] : [],
    );
    expect(path).toMatch(/^[a-z]+\/[a-z0-9-]+\.md$/);
  });

  test.each(languages)('a story in %s', (language) => {
    const files = storyTemplate('A story', language).map(({ path, text }) => ({
      path,
      bytes: new TextEncoder().encode(text),
    }));
    expect(compileStory(files, '/').story.language).toBe(language);
  });
});

test('an address has the letters that the language writes for those it cannot have', () => {
  const at = (title: string, language: string) =>
    templateOf('term', title, '', { ...around, story: { ...around.story, language } }).path;
  expect(at('Große Öffnung für Übergänge', 'de')).toBe('glossary/grosse-oeffnung-fuer-uebergaenge.md');
  expect(at('Große Öffnung, déjà vu', 'en')).toBe('glossary/grosse-offnung-deja-vu.md');
});

test('a title that is a question already is asked once', () => {
  expect(templateOf('explainer', 'Why so late?', '', around).text).toContain('question: Why so late?\n');
});

test('every field is explained, and those left out are there as comments', () => {
  const { text } = templateOf('event', 'Talks', '1904-05-20', around);
  expect(text).toMatch(/^# When it was: no more precise than the sources say\.\ndate: /m);
  expect(text).toMatch(/^# actors: \[\]$/m);
});

test('schemas say what the manual says', () => {
  for (const { text } of schemaFiles()) expect(JSON.parse(text)).toHaveProperty('description');
  expect(parse(storyTemplate('A', 'de')[0]?.text ?? '')).toMatchObject({ language: 'de' });
});
