import { beforeAll, describe, expect, test } from 'vitest';
import { smallStory } from '../../tests/support/small-story.ts';
import { parseWhen } from '../story/dates.ts';
import { directory } from '../story/directory.ts';
import { kindOf } from '../story/page-kinds.ts';
import { jsonLd } from './json-ld.ts';
import { isoOf } from './json-ld-things.ts';
import { openGraph } from './open-graph.ts';
import type { Story } from '../story/story.ts';

let story: Story;
const absolute = (address: string) => `https://small.example/story${address}`;
interface Nodes {
  '@context': unknown;
  '@graph': Record<string, unknown>[];
}
const graph = (address: string) => JSON.parse(jsonLd(story, address, absolute) ?? '') as Nodes;
const main = (address: string) => graph(address)['@graph'][0] ?? {};
const entity = (address: string) => main(address)['mainEntity'] as Record<string, unknown>;

beforeAll(() => {
  story = smallStory();
});

describe('structured data', () => {
  test('is there for every page of the directory and for no other', () => {
    for (const { kind, address } of directory(story))
      if (!kindOf(kind).noindex) expect(jsonLd(story, address, absolute), address).toBeDefined();
    expect(jsonLd(story, '/404.html', absolute)).toBeUndefined();
  });

  test('gives an explainer its dates, its correction, what it is about and the ids of its sources', () => {
    expect(graph('/the-meeting/')['@context']).toBe('https://schema.org');
    expect(main('/the-meeting/')).toEqual({
      '@type': 'BackgroundNewsArticle',
      '@id': absolute('/the-meeting/'),
      headline: 'The meeting',
      description: 'They agreed to measure the bridge and to meet again. On the toll itself they agreed nothing.',
      image: absolute('/cards/the-meeting.png'),
      inLanguage: 'en',
      author: { '@type': 'Organization', name: 'The Two Towns Press' },
      publisher: { '@type': 'Organization', name: 'The Two Towns Press' },
      isPartOf: { '@id': absolute('/') },
      datePublished: '1904-06-01',
      dateModified: '1904-07-01',
      correction: [
        {
          '@type': 'CorrectionComment',
          text: 'The letter is told with both hands',
          datePublished: '1904-07-01',
          url: absolute('/changes/#1904-07-01-letter'),
        },
      ],
      about: [{ '@id': absolute('/glossary/ada-brook/') }, { '@id': absolute('/timeline/1904-05-02-meeting/') }],
      citation: ['/story/sources/gazette-1904-05-03/', '/story/sources/minutes-1904/'],
    });
  });

  test('makes a section part of its explainer', () => {
    expect(main('/the-meeting/what-came-of-it/')).toMatchObject({
      '@type': 'BackgroundNewsArticle',
      isPartOf: { '@id': absolute('/the-meeting/') },
      citation: ['/story/sources/minutes-1904/'],
    });
  });

  test('says what each kind of page is about', () => {
    expect(main('/')['@type']).toBe('WebSite');
    expect(entity('/glossary/ada-brook/')).toMatchObject({
      '@type': 'Person',
      hasOccupation: [{ '@type': 'Role', startDate: '1901', endDate: '1906-03' }],
    });
    expect(entity('/glossary/aldmoor/')['@type']).toBe('Place');
    expect(entity('/glossary/')['@type']).toBe('DefinedTermSet');
    expect(entity('/drafts/toll-pact/')).toMatchObject({ '@type': 'Legislation', datePublished: '1904-04' });
    expect(entity('/drafts/toll-pact/article-1/')).toMatchObject({
      '@type': 'Legislation',
      position: 1,
      isPartOf: { '@id': absolute('/drafts/toll-pact/') },
    });
    expect(entity('/sources/gazette-1904-05-03/')).toMatchObject({
      '@type': 'NewsArticle',
      url: 'https://example.net/gazette-copy',
    });
    expect(main('/positions/free-bridge/')['about']).toEqual([
      { '@id': absolute('/drafts/toll-pact/article-1/') },
      { '@id': absolute('/drafts/toll-pact/article-2/paragraph-1/') },
    ]);
    expect(entity('/timeline/1904-05-02-meeting/')).toMatchObject({
      startDate: '1904-05-02T15:00:00-01:00',
      endDate: '1904-05-02T16:00:00-01:00',
      location: { name: 'The inn' },
    });
  });

  test('tells the way from the front page, the page itself without its address', () => {
    expect(graph('/drafts/toll-pact/article-1/')['@graph'][1]?.['itemListElement']).toEqual([
      { '@type': 'ListItem', position: 1, name: 'The Letter and the Bridge', item: absolute('/') },
      { '@type': 'ListItem', position: 2, name: 'The drafts', item: absolute('/drafts/') },
      { '@type': 'ListItem', position: 3, name: 'The toll pact', item: absolute('/drafts/toll-pact/') },
      { '@type': 'ListItem', position: 4, name: 'No toll' },
    ]);
  });

  test('cannot end the script element that it is in', () => {
    const [first] = story.explainers;
    const nasty: Story = { ...story, explainers: [{ ...first, title: '</script><b>' } as never] };
    expect(jsonLd(nasty, '/the-meeting/', absolute)).not.toContain('<');
    expect(JSON.parse(jsonLd(nasty, '/the-meeting/', absolute) ?? '')).toMatchObject({
      '@graph': [{ headline: '</script><b>' }, {}],
    });
  });

  test.each([
    ['1904-05', '1904-05'],
    ['1904-05-02T15:00-01:00', '1904-05-02T15:00:00-01:00'],
    ['1904-05-02~', '1904-05'],
    ['1904-05?', '1904'],
    ['1904~', '1904'],
  ])('%s is no more precise than known: %s', (edtf, iso) => {
    expect(isoOf(parseWhen(edtf).from)).toBe(iso);
  });
});

describe('what a shared link shows', () => {
  const shown = (address: string, title: string, description: string) =>
    Object.fromEntries(openGraph(story, { title, description, address }, absolute));

  test('is the title without the name of the site, and where the picture is', () => {
    expect(shown('/the-meeting/', 'The meeting · Explainer · The Letter and the Bridge', 'x')).toMatchObject({
      'og:title': 'The meeting · Explainer',
      'og:site_name': 'The Letter and the Bridge',
      'og:type': 'article',
      'og:url': absolute('/the-meeting/'),
      'og:image': absolute('/cards/the-meeting.png'),
      'og:image:width': '1200',
    });
    expect(shown('/', 'x', 'x')).toMatchObject({ 'og:type': 'website', 'og:image': absolute('/cards/home.png') });
  });

  test('is of an article with its days', () => {
    expect(shown('/the-meeting/', 'x', 'x')).toMatchObject({
      'article:published_time': '1904-06-01',
      'article:modified_time': '1904-07-01',
    });
    expect(shown('/', 'x', 'x')).not.toHaveProperty('article:published_time');
  });
});
