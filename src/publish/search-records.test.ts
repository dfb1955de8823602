import { expect, test } from 'vitest';
import { smallStory } from '../../tests/support/small-story.ts';
import { wordsOf } from '../words/words.ts';
import { pageRecords, searchPages, sourceRecords } from './search-records.ts';

const story = smallStory();
const records = pageRecords(story);
const at = (address: string) => records.find((record) => record.address === address);

test('a section says whose it is, and an explainer leads to its own page', () => {
  expect(at('/the-meeting/an-hour-at-the-inn/')).toMatchObject({
    title: 'The meeting: An hour at the inn',
    kind: 'Section',
    names: ['An hour at the inn', 'The meeting: An hour at the inn'],
  });
  expect(at('/the-meeting/')).toMatchObject({ title: 'The meeting', explains: true });
});

test('a demand is named with the colon of its language', () => {
  const named = pageRecords({ ...story, words: wordsOf('fr') }).find(({ address }) =>
    address.startsWith('/positions/f'),
  );
  expect(named?.title).toMatch(/^Demande\u00a0: /);
});

test('no two pages are called the same', () => {
  const twin = smallStory({
    'glossary/toll.md': '---\ntitle: The meeting\nkind: idea\ndefinition: Two towns at a table.\n---\n',
  });
  for (const some of [records, sourceRecords(story), pageRecords(twin)]) {
    const titles = some.map(({ title }) => title.toLowerCase());
    expect(titles.filter((title, nth) => titles.indexOf(title) !== nth)).toEqual([]);
  }
});

test('the day of an event does not break off in a result', () => {
  expect(at('/timeline/1904-05-02-meeting/')?.kind).toBe('Event, 2\u00a0May 1904');
});

test('a page is known by all its names', () => {
  expect(at('/glossary/ada-brook/')?.names).toEqual(
    expect.arrayContaining(['Ada Brook', 'Brook', expect.stringContaining('Άντα')]),
  );
  expect(at('/timeline/1905-bridge-falls/')?.names).toContain('about 1905');
  expect(at('/timeline/1904-05-02-meeting/')?.names).toContain('2 May');
  expect(at('/drafts/toll-pact/article-1/')?.names).toContain('Article 1');
  expect(at('/positions/free-bridge/')?.more).toContain('Town of Aldmoor: The mayor said no.');
});

test('what is wholly later is told, whatever its kind', () => {
  const later = records.filter((record) => record.later).map(({ address }) => address);
  expect(later).toEqual(expect.arrayContaining(['/the-fall/', '/timeline/1905-bridge-falls/', '/changes/']));
  expect(later).not.toContain('/the-meeting/');
});

test('of a list its own words are left out as it was known, since they may know more', () => {
  const withLead = smallStory({
    'pages/timeline.md': '---\ntitle: Days\ndescription: To the fall of the bridge.\n---\n\nText.\n',
  });
  const list = pageRecords(withLead).find(({ address }) => address === '/timeline/');
  expect(list).toMatchObject({ brief: 'To the fall of the bridge.', then: story.words.timeline.description });
});

test('sources are apart', () => {
  expect(records.filter(({ address }) => /^\/sources\/./.test(address))).toEqual([]);
  expect(sourceRecords(story).map(({ address }) => address)).toContain('/sources/minutes-1904/');
});

test('names of one thing, synonyms of the story, and all words of the texts are there once', () => {
  const withSynonyms = smallStory({ 'story.yaml': (text) => `${text}synonyms: [[toll, fee, charge]]\n` });
  const { same, words, pages } = searchPages(withSynonyms, pageRecords(withSynonyms));
  expect(same).toContainEqual(['toll', 'fee', 'charge']);
  expect(same.some((group) => group.includes('Brackers') && group.includes('Brack'))).toBe(true);
  expect(words.split(' ').length).toBe(new Set(words.split(' ')).size);
  expect(pages.some((page) => 'text' in page)).toBe(false);
});

test('marks of notes and tags are left out', () => {
  for (const { text, brief } of records) expect(text + brief).not.toMatch(/<|§|&amp;|Link to this section/);
});
