import { describe, expect, test } from 'vitest';
import { smallStory, smallText } from '../../tests/support/small-story.ts';
import { markdownOf } from '../publish/markdown-copy.ts';
import { groupEvents, groupSources, groupTerms } from './groups.ts';

/** The small story, joined: what it shows holds for any story. */
const story = smallStory();

describe('the joined story', () => {
  test('orders explainers, events and terms', () => {
    expect(story.explainers.map(({ id }) => id)).toEqual(['the-meeting', 'the-fall']);
    expect(story.events.map(({ id }) => id)).toEqual(['1904-05-02-meeting', '1905-bridge-falls']);
    expect(story.terms.map(({ sort }) => sort)).toEqual(['Aldmoor', 'Brook, Ada']);
  });

  test('knows the key moment and what came after it', () => {
    expect(story.moment.id).toBe('1904-05-02-meeting');
    expect(story.events.map(({ later, isMoment }) => [later, isMoment])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  test.each([
    ['Why did the bridge fall?', undefined],
    ['Why did the bridge fall', undefined],
    ['The fall', 'Why did the bridge fall?'],
  ])('asks a question once: “%s”', (title, question) => {
    const named = smallStory({
      'explainers/the-fall.md': (text) =>
        text
          .replace(/^title: .*$/m, `title: ${title}`)
          .replace(/^question: .*$/m, 'question: Why did the bridge fall?'),
    });
    expect(named.explainers[1]?.question).toBe(question);
    const copy = markdownOf(
      named.explainers[1] ?? expect.fail(),
      named,
      (address) => `https://small.example${address}`,
    );
    expect(copy.match(/Why did the bridge fall/g)).toHaveLength(1);
  });

  test('knows which pages, mentions and uses of notes are later knowledge', () => {
    const [meeting, fall] = story.explainers;
    expect([meeting?.later, fall?.later, fall?.sections[0]?.later]).toEqual([false, true, true]);
    expect(meeting?.sections.map(({ later }) => later)).toEqual([false, true]);
    const minutes = story.sources.find(({ id }) => id === 'minutes-1904');
    const mentions = minutes?.mentions.filter(({ page }) => page === meeting) ?? [];
    expect(mentions.filter(({ later }) => later).map(({ section }) => section)).toEqual(['What came of it']);
    expect(minutes?.mentions.filter(({ page }) => page === fall).every(({ later }) => later)).toBe(true);
  });

  test('tells sources of the rows of pictures, of offices and of answers that cite them', () => {
    const only = smallStory({
      'sources/ledger.md': smallText('sources/minutes-1904.md').replaceAll('minutes', 'ledger'),
      'pictures/carts.md': (text) => text.replace(/(The toll keeper.*)minutes-1904/, '$1ledger'),
      'glossary/ada-brook.md': (text) => text.replace('source: gazette-1904-05-03', 'source: ledger'),
    });
    const ledger = only.sources.find(({ id }) => id === 'ledger');
    expect(ledger?.mentions.map(({ page, sentence, later }) => [page.id, sentence, later])).toEqual([
      ['carts', 'The toll keeper: about 900', false],
      ['ada-brook', 'Mayor of Brack', false],
    ]);
  });

  test('tells the date of a moment by the clocks of the story', () => {
    expect(story.moment.when).toBe('2 May 1904, 15:00 to 16:00 in Aldmoor, 18:00 to 19:00 in Brack');
  });

  test('joins articles to their document, demands and parties', () => {
    const [preamble, whole, ferries] = story.drafts[0]?.articles ?? [];
    expect([preamble?.number, whole?.number, ferries?.number]).toEqual([undefined, 1, 2]);
    expect(whole?.draft.short).toBe('Toll pact');
    expect(whole?.demands.map(({ title }) => title)).toEqual(['A free bridge']);
    expect(whole?.binds.map(({ name }) => name)).toEqual(['Aldmoor']);
    expect(story.demands[0]?.clauses).toEqual([whole, ferries?.paragraphs[0]]);
  });

  test('gives a paragraph its words, whom it binds, its plain words and where the story speaks of it', () => {
    const [first, second] = story.drafts[0]?.articles.at(-1)?.paragraphs ?? [];
    expect(first?.address).toBe('/drafts/toll-pact/article-2/paragraph-1/');
    expect(first?.title).toBe('Article 2, paragraph 1');
    expect(first?.binds.map(({ name }) => name)).toEqual(['the ferrymen of Brack']);
    expect(first?.words).toEqual(['no ferry shall cross', 'within sight of the bridge']);
    expect(first?.text.intro).toHaveLength(1);
    expect(first?.mentions.map(({ page }) => page.title)).toEqual(['A free bridge']);
    expect([second?.binds, second?.demand]).toEqual([[], undefined]);
  });

  test('counts a note that names one paragraph as a place where the story speaks of it', () => {
    const named = smallStory({
      'explainers/the-fall.md': (text) =>
        `${text}\nNo ferry came.[^one] Nobody minded.[^two]\n\n` +
        '[^one]: [Minutes](../sources/minutes-1904.md), [there](../drafts/toll-pact/article-2.md#paragraph-2).\n' +
        '[^two]: [Minutes](../sources/minutes-1904.md), [there](../drafts/toll-pact/article-2.md#paragraph-2) ' +
        'and [there](../drafts/toll-pact/article-2.md#paragraph-1).\n',
    });
    const [first, second] = named.drafts[0]?.articles.at(-1)?.paragraphs ?? [];
    expect(second?.mentions.map(({ sentence }) => sentence)).toEqual(['No ferry came.']);
    expect(first?.mentions.map(({ page }) => page.title)).toEqual(['A free bridge']);
    const fall = named.explainers.find(({ id }) => id === 'the-fall');
    expect(fall?.linkedParagraphs).toEqual([second, first]);
  });

  test('keeps the answer of the key moment beside the one that came later', () => {
    const answer = story.drafts[0]?.articles.at(-1)?.answer;
    expect([answer?.word, answer?.later, answer?.then?.by]).toEqual(['Accepted', true, 'Ada Brook']);
    expect(answer?.then?.later).toBe(false);
  });

  test('gives each position its party, its word and its sources', () => {
    expect(story.demands[0]?.positions.map(({ party, word, sources }) => [party.short, word, sources.length])).toEqual([
      ['Aldmoor', 'Refused', 1],
      ['Brack', 'No answer known', 0],
    ]);
  });

  test('gives each actor its events', () => {
    expect(story.terms.find(({ id }) => id === 'ada-brook')?.events.map(({ id }) => id)).toEqual([
      '1904-05-02-meeting',
    ]);
  });

  test('dates each page by its own last change', () => {
    const [meeting, fall] = story.explainers;
    expect(meeting?.changes.map(({ day, kind }) => [day, kind])).toEqual([
      ['1904-07-01', 'correction'],
      ['1904-06-01', 'new'],
    ]);
    expect(fall?.changes.map(({ day }) => day)).toEqual(['1904-06-01']);
  });

  test('offers an archived copy of what was read', () => {
    expect(story.sources.find(({ id }) => id === 'gazette-1904-05-03')?.archived).toBe(
      'https://web.archive.org/web/20240503/https://example.net/gazette-copy',
    );
  });

  test('gives every page a full title of its own', () => {
    const titles = [story.explainers, story.drafts, story.demands, story.events, story.terms, story.sources]
      .flat()
      .map(({ fullTitle }) => fullTitle);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

test('groups leave out what is empty and keep the order', () => {
  expect(groupTerms(story.terms, story.words).map(({ name }) => name)).toEqual(['People', 'Places']);
  expect(
    groupEvents(story.events, story.moment, story.words).map(({ id, title, months }) => [
      id,
      title,
      months.map(({ days }) => days.map(({ day, events }) => [day, events.length])),
    ]),
  ).toEqual([
    ['y1904', '1904', [[['2 May 1904', 1]]]],
    ['y1905', '1905', [[[undefined, 1]]]],
  ]);
  expect(groupSources(story).map(({ type }) => type)).toEqual(['primary', 'official', 'reporting']);
  expect(groupEvents([], story.moment, story.words)).toEqual([]);
});
