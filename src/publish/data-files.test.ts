import { describe, expect, test } from 'vitest';
import { smallStory } from '../../tests/support/small-story.ts';
import { dataFiles } from './data-files.ts';
import { atomFeed } from './feed.ts';
import { robots, sitemap } from './sitemap.ts';
import { markdownOf, markdownOfDraft } from './markdown-copy.ts';
import type { Draft, Explainer, Source, Story } from '../story/story.ts';

const story = smallStory({}, '/story/');
const empty: Story = { ...story, changes: [], explainers: [], terms: [], sources: [] };
const absolute = (address: string) => `https://small.example/story${address}`;

describe('data', () => {
  test('comes with a schema for each file', () => {
    expect(Object.keys(dataFiles(story, absolute)).sort()).toEqual(
      ['addresses', 'drafts', 'glossary', 'sources', 'timeline'].flatMap((name) => [name, `${name}.schema`]),
    );
    expect(dataFiles(story, absolute)['timeline.schema']).toMatchObject({
      $id: absolute('/data/timeline.schema.json'),
      $schema: 'https://json-schema.org/draft/2020-12/schema',
    });
  });

  test('names its licence, its version and the day of the last change in each file', () => {
    const stamp = (file: unknown) =>
      (Array.isArray(file) ? (file[0] as { custom: object }).custom : file) as { version: string };
    const files = (of: Story) => Object.entries(dataFiles(of, absolute)).filter(([name]) => !name.endsWith('.schema'));
    for (const [name, file] of files(story))
      expect(stamp(file), name).toMatchObject({
        license: story.licence?.address,
        version: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
        changed: '1904-07-01',
      });
    const [first, ...others] = story.sources;
    const edited = { ...story, sources: [{ ...(first as Source), title: 'Another title' }, ...others] };
    const before = new Map(files(story).map(([name, file]) => [name, stamp(file).version]));
    const changed = files(edited).filter(([name, file]) => stamp(file).version !== before.get(name));
    // The list of addresses has the titles of pages.
    expect(changed.map(([name]) => name)).toEqual(['addresses', 'sources']);
  });

  test('names the archive of a copy', () => {
    const [first] = story.sources;
    const archiveOf = (archived: string) => {
      const one = { ...story, sources: [{ ...(first as Source), archived }] };
      return (dataFiles(one, absolute)['sources'] as { archive: string }[])[0]?.archive;
    };
    expect(archiveOf('https://web.archive.org/web/20240503/https://example.net/')).toBe('Internet Archive');
    expect(archiveOf('https://archive.md/0OmVH')).toBe('archive.md');
  });

  test('tells an approximate date as such', () => {
    const { events } = dataFiles(story, absolute)['timeline'] as { events: { date: object }[] };
    expect(events[1]?.date).toEqual({ edtf: '1905~', start: '1905', approximate: true, words: 'about 1905' });
  });

  test('gives sources to reference managers with their date, its parts as far as known', () => {
    const [, gazette, minutes] = dataFiles(story, absolute)['sources'] as Record<string, unknown>[];
    expect(gazette).toMatchObject({
      type: 'article-newspaper',
      'container-title': 'The Gazette',
      issued: { 'date-parts': [[1904, 5, 3]] },
      accessed: { 'date-parts': [[2024, 5, 3]] },
      URL: 'https://example.net/gazette-copy',
      source: 'A collector',
    });
    expect(minutes).not.toHaveProperty('issued');
  });

  test('names the sections of an explainer with both their addresses', () => {
    const { pages } = dataFiles(story, absolute)['addresses'] as { pages: { kind: string; sections?: object[] }[] };
    expect(pages.find(({ kind }) => kind === 'explainer')?.sections?.[0]).toEqual({
      id: 'an-hour-at-the-inn',
      title: 'An hour at the inn',
      fragment: absolute('/the-meeting/#an-hour-at-the-inn'),
      page: absolute('/the-meeting/an-hour-at-the-inn/'),
    });
    expect(pages.some(({ kind }) => kind === 'section')).toBe(false);
  });
});

describe('the feed', () => {
  test('leads to what a change made of the one page that it touches, or else to the change', () => {
    const links = [...atomFeed(story, absolute).matchAll(/<link href="([^"]*)" rel="alternate"/g)].map(
      ([, href]) => href,
    );
    expect(links).toEqual([
      absolute('/changes/'),
      absolute('/the-meeting/versions/1904-07-01/'),
      absolute('/timeline/1904-05-03-rumour/versions/'),
      absolute('/changes/#1904-06-01-published'),
    ]);
  });

  test('gives a reason with whole addresses, and its sources in the place of notes', () => {
    const change =
      '---\ntitle: The toll\ndate: 1904-09-01\nkind: update\ntouches: all\n---\n\n' +
      'See [Ada](../glossary/ada-brook.md).[^a]\n\n[^a]: [Minutes](../sources/minutes-1904.md), page 2.\n';
    const changed = smallStory({ 'changes/1904-09-01-toll.md': change }, '/story/', 'https://small.example');
    const html =
      '<p>See <a href="https://small.example/story/glossary/ada-brook/" class="term">Ada</a>.</p>' +
      '<p>Sources: <a href="https://small.example/story/sources/minutes-1904/">Minutes</a>, page\u00a02.</p>';
    expect(changed.changes[0]?.text.feed?.replaceAll('\n', '')).toBe(html);
    expect(atomFeed(changed, absolute)).toContain(html.slice(0, 40));
  });

  test('of a story that never changed is still a feed', () => {
    expect(atomFeed(empty, absolute)).toContain('<updated>1970-01-01');
  });
});

test('the sitemap dates a page by its own last change, and leaves the date out where there is none', () => {
  expect(sitemap(story, absolute)).toContain(
    `<url><loc>${absolute('/the-meeting/')}</loc><lastmod>1904-07-01</lastmod></url>`,
  );
  expect(sitemap(story, absolute)).toContain(
    `<url><loc>${absolute('/the-fall/')}</loc><lastmod>1904-06-01</lastmod></url>`,
  );
  expect(sitemap(story, absolute)).not.toContain('an-hour-at-the-inn');
  expect(sitemap(empty, absolute)).toContain(`<url><loc>${absolute('/search/')}</loc></url>`);
  expect(sitemap(empty, absolute)).not.toContain(absolute('/changes/'));
  expect(robots(absolute)).toContain(absolute('/sitemap.xml'));
});

test('a document as Markdown has each paragraph with its words, its plain words and whom it binds', () => {
  expect(markdownOfDraft(story.drafts[0] as Draft, story, absolute)).toContain(
    '### Article 2, paragraph 1\n\n> “no ferry shall cross”\n\n> “within sight of the bridge”\n\n' +
      'Beside the bridge “no ferry shall cross”.\n\n' +
      'Binds the ferrymen of Brack. Answer: Accepted, The ferrymen, 1905. ' +
      '<https://small.example/story/drafts/toll-pact/article-2/paragraph-1/>\n',
  );
});

test('an explainer as Markdown is the text as written, with whole addresses', () => {
  const text = markdownOf(story.explainers[0] as Explainer, story, absolute);
  expect(text).toMatch(
    /^# The meeting\n\n\*What did the two mayors agree on 2 May 1904\?\*\n\n\*\*In brief:\*\* They agreed/,
  );
  expect(text).toContain('[Ada Brook](https://small.example/story/glossary/ada-brook/) came with a letter');
  expect(text).toContain(
    'see [the letter](https://small.example/story/the-meeting/#the-letter) and <https://example.org/bridge>.',
  );
  expect(text).toContain(
    '[^gazette]: [The Gazette of 3 May 1904](https://small.example/story/sources/gazette-1904-05-03/), page 2.\n',
  );
  expect(text).not.toMatch(/\]\((?!https:)/);
  expect(markdownOf({ ...(story.explainers[0] as Explainer), title: 'A *new* [b]' }, story, absolute)).toMatch(
    /^# A \\\*new\\\* \\\[b\\\]\n/,
  );
});
