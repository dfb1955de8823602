import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { faultsOfSmall, smallEntries, type Changes } from '../../tests/support/small-story.ts';
import { PICTURE_KINDS, TERM_KINDS } from '../story/kinds.ts';
import { countWords } from '../story/counting.ts';
import { schemas } from '../story/schema.ts';
import { languages, wordsOf } from '../words/words.ts';
import { compileStory } from './compile.ts';
import { jsonSchemaOf, readManual, type Kind } from './manual.ts';
import {
  BEGINNINGS,
  frontMatter,
  schemaFiles,
  storyTemplate,
  templateOf,
  type Beginning,
  type Surroundings,
  type Wanted,
} from './template.ts';

/** What is said of things that have no title of their own. */
const OF_ITS_OWN: Partial<Record<Beginning, Partial<Wanted>>> = {
  page: { title: 'timeline' },
  image: { title: 'images/bridge.jpg' },
  article: { number: 'preamble' },
};

const UNUSED: Partial<Record<Beginning, string>> = { source: 'no text cites', publisher: 'no source is published by' };

const entries = smallEntries();
const around: Surroundings = {
  story: entries.story,
  next: (collection) => entries[collection as 'drafts'].length + 1,
  ids: (collection) => entries[collection as 'drafts'].map(({ id }) => id),
  sourceOf: () => 'minutes-1904',
  source: 'minutes-1904',
  publishers: Object.keys(entries.publishers),
  now: '2024-05-04',
};

/** A title that YAML and addresses find hard. */
const title = 'Talks: “über” #1, a {b} [c]';
const date = '1904-05-20';

type Shape = Record<string, { safeParse: (value: unknown) => { error?: { issues: unknown } } }>;

describe('what is begun compiles at once, and says what is still to be written', () => {
  test.each<[Beginning, Partial<Wanted>]>([
    ...(Object.keys(BEGINNINGS) as Beginning[]).map((what): [Beginning, Partial<Wanted>] => [
      what,
      OF_ITS_OWN[what] ?? {},
    ]),
    ...PICTURE_KINDS.map((kind): [Beginning, Partial<Wanted>] => ['picture', { kind }]),
    ...TERM_KINDS.map((kind): [Beginning, Partial<Wanted>] => ['term', { kind }]),
    ['article', {}],
  ])('%s %o', (what, more) => {
    const { path, text } = templateOf(what, { title, date, ...more }, around);
    const changes: Changes = what === 'publisher' ? { [path]: (before) => before + text } : { [path]: text };
    const faults = faultsOfSmall({ 'addresses.txt': undefined, ...changes });
    // Nothing cites a new source or publisher yet.
    expect(faults.map((fault) => fault.replace(/^\S+ /, ''))).toEqual(
      UNUSED[what] === undefined ? [] : [expect.stringContaining(UNUSED[what])],
    );
    expect(text).toContain('To be written');
    expect(path).toMatch(/^[a-z]+(\/[a-z0-9-]+){0,2}\.(md|yaml)$/);
  });

  test.each(languages)('a story in %s', (language) => {
    const files = storyTemplate('A story', language).map(({ path, text }) => ({
      path,
      bytes: new TextEncoder().encode(text),
    }));
    expect(compileStory(files, '/').story.language).toBe(language);
    const { toWrite } = wordsOf(language).texts;
    for (const { bytes } of files) expect(new TextDecoder().decode(bytes)).toContain(toWrite);
  });
});

test('an address has the day of any date, and as many words of a title as it can hold', () => {
  const at = (title: string, date: string) => templateOf('event', { title, date }, around).path;
  expect(at('Talks', '1904-05-02/1904-05-04')).toBe('timeline/1904-05-02-talks.md');
  expect(at('Talks', '1904-05-02T10:30+01:00')).toBe('timeline/1904-05-02-talks.md');
  expect(at('Talks', '1904-05~')).toBe('timeline/1904-05-talks.md');
  expect(at('橋', '1904?')).toBe('timeline/1904.md');
  const long = at(`Talks ${'about-the-bridge '.repeat(9)}`, '1904-05-02');
  expect(long).toMatch(/^timeline\/1904-05-02-talks(-about-the-bridge)+-about-the\.md$/);
  expect(at('x'.repeat(200), '1904-05-02')).toBe('timeline/1904-05-02.md');
});

test('an address has the letters that the language writes for those it cannot have', () => {
  const at = (title: string, language: string) =>
    templateOf('term', { title, date: '' }, { ...around, story: { ...around.story, language } }).path;
  expect(at('Große Öffnung für Übergänge', 'de')).toBe('glossary/grosse-oeffnung-fuer-uebergaenge.md');
  expect(at('Große Öffnung, déjà vu', 'en')).toBe('glossary/grosse-offnung-deja-vu.md');
  expect(at("L’abrogation de l'arrêté d’octobre", 'fr')).toBe('glossary/l-abrogation-de-l-arrete-d-octobre.md');
  expect(at('Russia’s hand', 'en')).toBe('glossary/russias-hand.md');
});

test('a story begins in its own language', () => {
  const paths = (language: string) => storyTemplate('A', language).map(({ path }) => path);
  expect(paths('de')).toEqual(['story.yaml', 'explainers/erklaerung.md']);
  expect(paths('ru')).toEqual(['story.yaml', 'explainers/explainer.md']);
  const event = templateOf('event', { title: 'Ley', date }, { ...around, story: { ...around.story, language: 'es' } });
  expect(event.text).toContain('brief: Por escribir.');
});

test('a picture says how long its caption is', () => {
  for (const language of languages) {
    const own = { ...around, story: { ...around.story, language } };
    const { text } = templateOf('picture', { title: 'Troops', date, kind: 'answers' }, own);
    expect(text).toContain('in 40 to 120 words, with notes. -->');
    expect(countWords(text.split('-->')[1] ?? '')).toBeGreaterThanOrEqual(40);
  }
});

test('a title that is a question already is asked once', () => {
  expect(templateOf('explainer', { title: 'Why so late?', date }, around).text).toContain('question: Why so late?\n');
});

test('a question has the marks of its language, and the first change of a story is its publication', () => {
  const own = (language: string) => ({ ...around, ids: () => [], story: { ...around.story, language } });
  for (const title of ['¿Por qué se cerró?', 'Por qué se cerró'])
    expect(templateOf('explainer', { title, date }, own('es')).text).toContain('question: ¿Por qué se cerró?\n');
  expect(storyTemplate('A', 'ar')[1]?.text).toContain('؟\n');
  expect(templateOf('change', { title, date }, own('es')).text).toContain('kind: new\n');
  expect(templateOf('change', { title, date }, around).text).toContain('kind: update\n');
});

test('every field is explained, and those left out are there as comments', () => {
  const { text } = templateOf('event', { title: 'Talks', date }, around);
  expect(text).toMatch(/^# When it was: no more precise than the sources say\.\ndate: /m);
  expect(text).toMatch(/^# actors: \[ada-brook, aldmoor\]$/m);
});

test('schemas say what the manual says', () => {
  for (const { text } of schemaFiles()) expect(JSON.parse(text)).toHaveProperty('description');
  expect(parse(storyTemplate('A', 'de')[0]?.text ?? '')).toMatchObject({ language: 'de' });
});

test('every example is one that its field takes, and can be had by taking the signs of the comment away', () => {
  const manual = readManual();
  for (const kind of Object.keys(schemas) as Kind[]) {
    const { shape, options } = schemas[kind] as unknown as { shape?: Shape; options?: { shape: Shape }[] };
    const shapes = options?.map((one) => one.shape) ?? (shape ? [shape] : []);
    for (const own of shapes) {
      const schema = jsonSchemaOf(kind, manual.get(kind));
      const { properties = {} } = schema.oneOf?.[shapes.indexOf(own)] ?? schema;
      const given = Object.entries(properties).filter(([, field]) => field.examples !== undefined);
      for (const [name, field] of given) {
        const told = own[name]?.safeParse(field.examples?.[0]);
        expect(told?.error?.issues, `${kind}.${name}`).toBeUndefined();
        const text = frontMatter(kind, { ...(options && { kind: properties['kind']?.const }) });
        const [, lines = ''] = new RegExp(`^((?:# )${name}:.*\\n(?:# [ -].*\\n)*)`, 'm').exec(text) ?? [];
        expect(parse(lines.replace(/^# /gm, '')), `${kind}.${name}`).toEqual({ [name]: field.examples?.[0] });
      }
    }
  }
});
