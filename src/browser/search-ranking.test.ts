import { expect, test } from 'vitest';
import { searching as deutsch } from '../words/de.ts';
import { searching } from '../words/en.ts';
import { finderOf, indexOf, parseQuery, rank, textsOf, type ListedPage, type Texts } from './search-ranking.ts';

const page = (address: string, names: string[], more: Partial<ListedPage> = {}): ListedPage => ({
  address,
  names,
  title: names[0] ?? '',
  kind: '',
  brief: '',
  more: [],
  within: [],
  weight: 1,
  ...more,
});

const index = indexOf(
  {
    pages: [
      page('/ada/', ['Ada Brook', 'Brook', 'Bruck', 'Мост'], { brief: 'The mayor of Aldmoor.' }),
      page('/meeting/', ['The meeting'], {
        brief: 'Ada Brook asked for an end of the toll.',
        explains: true,
        weight: 1.4,
      }),
      page('/meeting/inn/', ['An hour at the inn'], { within: ['The meeting'], explains: true, weight: 1.25 }),
      page('/brook-resigns/', ['Brook resigns', '2 May 1904', '2 May']),
      page('/toll/', ['No toll', 'Article 1', 'Article 1 of the Toll pact']),
      page('/north-stream/', ['North Stream']),
      page('/fall/', ['The bridge falls'], { later: true }),
    ],
    same: [
      ['toll', 'fee'],
      ['Ada Brook', 'Brook', 'Мост'],
      ['how long', 'hour'],
      ['fall', 'collapse'],
      ['an hour at the inn', 'who drank', 'why did Brook drink'],
    ],
    words: 'mayor toll hour brook collapse',
  },
  searching.language,
);
const addresses = (text: string, texts?: Texts) =>
  rank(parseQuery(text, index), index, texts).map(({ page: one }) => one.address);

test.each([
  ['Brook', '/ada/'],
  ['ada brook', '/ada/'],
  ['мост', '/ada/'],
  ['meeting', '/meeting/'],
  ['the meeting', '/meeting/'],
  ['article one', '/toll/'],
  ['fee', '/toll/'],
  ['2 may', '/brook-resigns/'],
  ['1904-05-02', '/brook-resigns/'],
  ['northstream', '/north-stream/'],
  ['how long was it', '/meeting/inn/'],
  ['collapse of the bridge', '/fall/'],
  ['aldmoor mayor', '/ada/'],
  ['meet', '/meeting/'],
  ['who drank there', '/meeting/inn/'],
  ['why did Brook drink', '/meeting/inn/'],
])('%s finds %s first', (text, address) => expect(addresses(text)[0]).toBe(address));

test('what is named comes first, then what explains it, then what mentions it', () => {
  const texts = new Map([
    [
      'brook',
      new Map([
        ['/meeting/inn/', 9],
        ['/toll/', 3],
      ]),
    ],
  ]);
  expect(addresses('brook', texts)).toEqual(['/ada/', '/meeting/', '/meeting/inn/', '/brook-resigns/', '/toll/']);
});

test('what has all that is asked for in its name, or that of the whole, comes before what has more of a part', () => {
  const pages = [
    page('/what-a-pact-is/', ['What is a pact?'], { brief: 'A pact has articles, and article 2.', explains: true }),
    page('/article-2/', ['Ferries', 'Article 2'], { within: ['Toll pact', 'The pacts'] }),
    page('/other/article-2/', ['Carts', 'Article 2'], { within: ['Road pact', 'The pacts'] }),
  ];
  const own = indexOf({ pages, same: [], words: 'toll pact article' }, searching.language);
  const texts = new Map(['pact', 'article', '2', 'toll'].map((word) => [word, new Map([['/what-a-pact-is/', 9]])]));
  const found = (text: string) => rank(parseQuery(text, own), own, texts).map((one) => one.page.address);
  expect(found('article 2 of the toll pact')[0]).toBe('/article-2/');
  expect(found('article 2 of the road pact')[0]).toBe('/other/article-2/');
  expect(found('what does article 2 of the toll pact forbid')[0]).toBe('/article-2/');
  expect(found('what does the road pact say in its article 2')[0]).toBe('/other/article-2/');
  expect(found('pact')[0]).toBe('/what-a-pact-is/');
});

test('a slip is corrected and told, a word that is known or only begun is not', () => {
  expect(parseQuery('Brouk', index).corrected).toBe('Brook');
  expect(parseQuery('ada brok', index).corrected).toBe('ada Brook');
  expect(parseQuery('brooc', index).corrected).toBe('Brook');
  expect(addresses('Brouk')[0]).toBe('/ada/');
  for (const text of ['brook', 'broo', 'northstream', 'zzzzzz', 'tolls', 'hours', '']) {
    expect(parseQuery(text, index).corrected).toBeUndefined();
  }
});

test('a word that another index knows is no slip', () => {
  const other = indexOf({ pages: [page('/broek/', ['Broek'])], same: [], words: '' }, searching.language);
  expect(parseQuery('Broek', index).corrected).toBe('Brook');
  expect(parseQuery('Broek', index, other).corrected).toBeUndefined();
  expect(parseQuery('Brouk', index, other).corrected).toBe('Brook');
});

test('of the spellings of a name that which the pages have most is meant, unless another was typed rightly', () => {
  for (const slip of ['Bruxk', 'Brucc']) expect(parseQuery(slip, index).corrected).toBe('Brook');
  expect(parseQuery('Bruck', index).corrected).toBeUndefined();
});

test('what has a part of what was asked is told from what has all of it', () => {
  const all = (text: string) => rank(parseQuery(text, index), index).map(({ hasAll }) => hasAll);
  expect(all('Brook toll')).toEqual(expect.arrayContaining([true, false]));
  expect(all('Brook')).not.toContain(false);
});

test('a word that was meant is shown as texts write it, and the others as the reader did', () => {
  const german = indexOf(
    { pages: [page('/b/', ['Die Brücke'], { brief: 'Über dem Fluss.' })], same: [], words: 'brücke öffnung große' },
    deutsch.language,
  );
  const corrected = (text: string) => parseQuery(text, german).corrected;
  expect(corrected('Brükce')).toBe('Brücke');
  expect(corrected('über ofnung')).toBe('über öffnung');
});

test('nothing is found for what is nowhere', () => {
  expect(addresses('zzzzzz')).toEqual([]);
  expect(addresses('')).toEqual([]);
  expect(addresses('constructor __proto__')).toEqual([]);
});

test('texts are searched for what was typed and for other names that some text has', () => {
  expect(textsOf(parseQuery('fee', index), index)).toEqual(['fee', 'toll']);
  expect(textsOf(parseQuery('the zzz', index), index)).toEqual(['zzz']);
});

test('words that mean the same are marked, small ones are not', () => {
  const isFound = finderOf(parseQuery('what was the fee', index), index);
  expect(['toll', 'Fee', 'the', 'was', 'bridge'].filter(isFound)).toEqual(['toll', 'Fee']);
});
