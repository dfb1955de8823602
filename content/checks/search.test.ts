import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { finderOf, indexOf, parseQuery, rank, textsOf, type PageList } from '../../src/browser/search-ranking.ts';
import { askIndex } from '../../src/publish/search-index.ts';
import { wordsOf } from '../../src/words/words.ts';
import { storySite } from '../../tests/support/sites.ts';
import { QUERIES } from './search.queries.ts';

/**
 * What readers type finds the right page among the first three results. The built index is asked as the search page
 * asks it, without a browser.
 */
const pages = JSON.parse(readFileSync(path.join(storySite.folder, 'search/pages.json'), 'utf8')) as PageList;
const index = indexOf(pages, wordsOf('en').browser.searching.language);
const queries = QUERIES.map(([text]) => parseQuery(text, index));
const texts = [...new Set(queries.flatMap((query) => textsOf(query, index)))];
const found = await askIndex(path.join(storySite.folder, 'pagefind'), texts);
const listed = new Set(pages.pages.map(({ address }) => address));
const scores = new Map(texts.map((text, at) => [text, found[at] ?? new Map<string, number>()]));

test('every page that a query should find is there', () => {
  const missing = QUERIES.flatMap(([, ...right]) => right).filter((address) => !listed.has(address));
  expect(missing).toEqual([]);
});

test.each(QUERIES.map(([text, ...right], at) => ({ text, right, at })))('$text', ({ right, at }) => {
  const query = queries[at];
  const first = query ? rank(query, index, scores).slice(0, 3) : [];
  const addresses = first.map(({ page }) => page.address);
  expect(right.some((address) => addresses.includes(address)), `found ${addresses.join(' ')}`).toBe(true);
});

/** Questions with one right page, which is the first result. */
const FIRST = [
  ...['who called whom', 'why did putin call biden', 'when did the call take place', 'what day was the call'],
  ...['call between Biden and Putin date', '30 декабря', 'звонок', 'война', '175k', 'buildup numbers'],
  ...['article 5 nato ukraine', 'what did russia want', 'what does putin want', 'who rang whom'],
];
test.each(FIRST)('“%s” is answered first by the page that is named first', (text) => {
  const at = QUERIES.findIndex(([one]) => one === text);
  const query = queries[at] ?? expect.fail(`${text} is not asked`);
  expect(rank(query, index, scores)[0]?.page.address).toBe(QUERIES[at]?.[1]);
});

test('a slip is corrected to the spelling of this story', () => {
  for (const slip of ['Lavrow', 'Lavrof']) expect(parseQuery(slip, index).corrected).toBe('Lavrov');
  expect(parseQuery('nato enlargment', index).corrected).toBe('nato enlargement');
});

test('a question about a number marks no states', () => {
  const isFound = finderOf(parseQuery('how many soldiers did Russia have', index), index);
  expect(['soldiers', 'troops', 'Russian', 'States', 'country'].filter(isFound)).toEqual([
    'soldiers',
    'troops',
    'Russian',
  ]);
});

test('as it was known, no list tells of the invasion', () => {
  const shown = pages.pages.filter(({ later }) => !later).map(({ brief, then }) => then ?? brief);
  expect(shown.filter((text) => /\b(to|since|after) the invasion\b|24 February(?! 20[01])/.test(text))).toEqual([]);
});
