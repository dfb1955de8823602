import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import type { NamedKind } from '../src/story/directory.ts';
import { kindOf, PAGE_KINDS } from '../src/story/page-kinds.ts';
import { en } from '../src/words/en.ts';

/**
 * What the compiler cannot name, because it would be missing in a file or a component: a kind of page without a route,
 * a field of the story that no code reads, a word that no page says. Names are looked for in the text of the code, so
 * that a field is also found where another one of the same name is read.
 */

const src = path.join(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll(path.sep, '/'))
  .filter((name) => /\.(ts|astro)$/.test(name) && !/\.(test|d)\.ts$/.test(name));
const textOf = (name: string): string => readFileSync(path.join(src, name), 'utf8');

/** Whether some code reads a property: `page.title`, `page['title']` or `{ title }`. */
function reads(code: string, name: string): boolean {
  return new RegExp(String.raw`\.${name}\b|\['${name}'\]|[{,]\s*${name}\s*[:,}=]`).test(code);
}

/** All code but that of some files. */
function codeWithout(left: RegExp): string {
  const rest = files.filter((name) => !left.test(name));
  return rest.map(textOf).join('\n');
}

test('every kind of page has a route in src/pages, and every page there a kind', () => {
  const routes = files
    .filter((name) => /^pages\/.*\.astro$/.test(name) && !name.includes('[...moved'))
    .map((name) => name.slice('pages'.length).replace(/(\/index|\/\[\.\.\.list\])?\.astro$/, '/'))
    // A version is below the address of its page, whatever that is.
    .map((route) => route.replace('/[...page]/', '{id}'))
    .map((route) => route.replace(/\[\w+\]/g, '{id}').replace('/404/', '/404.html'));
  const addresses = Object.values(PAGE_KINDS).map(({ address }): string => address);
  expect([...new Set(routes)].sort()).toEqual([...new Set(addresses)].sort());
});

test('no module spells out the address of a kind of page, which story/page-kinds.ts alone decides', () => {
  const folders = new Set(Object.values(PAGE_KINDS).flatMap(({ address }) => /^\/([a-z]+)\//.exec(address)?.[1] ?? []));
  expect(folders.size).toBeGreaterThan(7);
  const spelt = new RegExp(`^(?! *[*/]).*['"\`]/(${[...folders].join('|')})/`, 'gm');
  // A link in a component that leads nowhere stops the build; what runs in the browser is tested there.
  const modules = files.filter((name) => name.endsWith('.ts') && !/^(browser|pages)\/|page-kinds\.ts$/.test(name));
  expect(
    modules.flatMap(
      (name) =>
        textOf(name)
          .match(spelt)
          ?.map((line) => `${name}: ${line.trim()}`) ?? [],
    ),
  ).toEqual([]);
});

test('every field of the story is read by more than the code that fills it', () => {
  const fields = parseSync('story.ts', textOf('story/story.ts')).program.body.flatMap((statement) => {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type !== 'TSInterfaceDeclaration') return [];
    return declared.body.body.flatMap((member) =>
      'key' in member && member.key.type === 'Identifier' ? [{ owner: declared.id.name, field: member.key.name }] : [],
    );
  });
  expect(fields.length).toBeGreaterThan(100);
  const code = codeWithout(/^(story\/(assemble|story|schema|make-page)|compiler\/|words\/)/);
  const silent = fields.filter(({ field }) => !reads(code, field)).map(({ owner, field }) => `${owner}.${field}`);
  expect(silent).toEqual([]);
});

/** The paths of all words, such as `page.brief`. Words chosen by a closed list, and the locale of date-fns, are one. */
function pathsOf(words: object, before = ''): string[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    const isGroup = typeof value === 'object' && value !== null && !(value instanceof RegExp) && !Array.isArray(value);
    const isOne = ['kinds', 'callouts', 'locale'].includes(name);
    return isGroup && !isOne ? pathsOf(value, `${before}${name}.`) : [`${before}${name}`];
  });
}

/** Groups that code hands on whole, or takes a word from by a value: of these words any use of the last name counts. */
const HANDED_ON = /\b(language|withinMonth|withinYear|monthsOfYear|alone|fromMoment|facts|lookUp|claims)\.\w+$/;

/** What the navigation says of a kind of page. */
const IN_NAVIGATION = Object.entries(en.pageKinds)
  .filter(([kind]) => kindOf(kind as NamedKind).navigation !== undefined)
  .map(([kind, words]) => `pageKinds.${kind}.${'navigation' in words ? 'navigation' : 'name'}`);

/**
 * Whether a file says a word, by the last two names of its path: `words.page.brief`; `page.brief`, where it has `page`
 * from the words, since others are called so too; or `{ brief } = words.page`. Of `browser.reading.share` it is
 * `reading.share` alone. What a kind of page is called comes also from a function that takes the kind.
 */
function says(code: string, word: string): boolean {
  const [name = '', group = '', above] = word.split('.').reverse();
  const isKind = above === 'pageKinds';
  const before = isKind ? String.raw`pageKinds\.` : above === undefined ? String.raw`[wW]ords(?:Of\(.*?\))?\.` : '';
  const taken = (one: string, from: string) => String.raw`\{[^;=]*\b${one}\b[^;=]*\}\s*${from}`;
  const isFromWords = taken(group, String.raw`(?:=[^;=>]*(?:words|getStory\(\))|:[^=>)]*(?:Words|Story))`);
  return [
    String.raw`\b${before}${group}\.${name}\b`,
    taken(name, String.raw`=[^;=>]*\b${before}${group}\s*[;),]`),
    isKind ? String.raw`\b(?:nameOf|listing)\(\s*'${group}'` : String.raw`${isFromWords}[^]*[^.\w]${group}\.${name}\b`,
  ].some((shape) => new RegExp(shape).test(code));
}

test('every word is said somewhere', () => {
  const codes = files.filter((name) => !name.startsWith('words/')).map(textOf);
  const words = pathsOf(en);
  expect(words.length).toBeGreaterThan(300);
  const isSaid = (word: string) =>
    IN_NAVIGATION.includes(word) ||
    (HANDED_ON.test(word) || !word.includes('.')
      ? reads(codes.join('\n'), word.split('.').at(-1) ?? '')
      : codes.some((code) => says(code, word)));
  expect(words.filter((word) => !isSaid(word))).toEqual([]);
});

test('the checks above bite', () => {
  expect(reads('const { title } = page; page.brief; page["x"]', 'title')).toBe(true);
  expect(reads('const { title } = page; page.brief', 'brie')).toBe(false);
  const page = 'const { page } = story.words;\nsay(page.brief)';
  const said = ['words.page.brief', 'const { brief } = words.page;', page, 'wordsOf(tag).page.brief'];
  expect(said.map((code) => says(code, 'page.brief'))).toEqual([true, true, true, true]);
  const other = [
    'page.brief',
    'const { page } = history;\nsay(page.brief)',
    'words.drafts.brief',
    'words.page.briefly',
  ];
  expect(other.filter((code) => says(code, 'page.brief'))).toEqual([]);
  expect(["nameOf('event', words)", 'event.name'].map((code) => says(code, 'pageKinds.event.name'))).toEqual([
    true,
    false,
  ]);
});
