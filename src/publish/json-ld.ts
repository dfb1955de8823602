import type {
  BackgroundNewsArticle,
  BreadcrumbList,
  CorrectionComment,
  Organization,
  Thing,
  WebPage,
  WebSite,
} from 'schema-dts';
import { addressOf, cardAddress, type Absolute } from '../story/addresses.ts';
import { forKind, pageAt, trailOf, type ForEachKind, type SitePage } from '../story/directory.ts';
import { kindOf, PAGE_KINDS } from '../story/page-kinds.ts';
import { draft, draftArticle, draftParagraph, event, source, term } from './json-ld-things.ts';
import type { Change, Explainer, Page, SectionPage, Story } from '../story/story.ts';

/**
 * The JSON-LD of a page (https://schema.org) as the text of a script element; undefined for an address that is no page.
 * Explainers and their sections are news articles. Any other page is a WebPage about a thing, such as an event, whose
 * id is the address of its page. Drafts, their articles and paragraphs are Legislation.
 */
export function jsonLd(story: Story, address: string, absolute: Absolute): string | undefined {
  const page = pageAt(story, address);
  const node = page && forKind(NODES, page, story, absolute);
  if (!page || !node) return undefined;
  const trail = trailOf(story, page);
  const nodes: Thing[] = [node, ...(trail.length > 1 ? [breadcrumbs(trail, absolute)] : [])];
  // “</script>” in a text would end the script element.
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }).replaceAll('<', String.raw`\u003c`);
}

/** The JSON-LD node of each kind of page. */
const NODES: ForEachKind<Thing | undefined, [Story, Absolute]> = {
  home: ({ address, changes }, story, absolute) => siteNode(story, absolute(address), changes),
  explainer: ({ item }, story, absolute) => newsArticle(item, { '@id': absolute('/') }, story, absolute),
  section: ({ item }, story, absolute) =>
    newsArticle(item, { '@id': absolute(item.explainer.address) }, story, absolute),
  drafts: listing,
  draft: (page, _, absolute) => aboutThing(page, draft(page.item, absolute), absolute),
  article: (page, { words }, absolute) => aboutThing(page, draftArticle(page.item, words, absolute), absolute),
  paragraph: (page, _, absolute) => aboutThing(page, draftParagraph(page.item, absolute), absolute),
  positions: listing,
  demand: (page, _, absolute) => {
    const { asks, clauses } = page.item;
    const about = clauses.map((one) => ({ '@id': absolute(one.address) }));
    return webPage(page, absolute, {
      ...cited(page.item, absolute),
      description: asks,
      ...(about.length > 0 && { about }),
    });
  },
  timeline: listing,
  event: (page, _, absolute) => aboutThing(page, event(page.item, absolute), absolute),
  eventFilter: listing,
  glossary: (page, _, absolute) => {
    const set = { '@type': 'DefinedTermSet', '@id': absolute(page.address), name: page.title } as const;
    return webPage(page, absolute, { mainEntity: set });
  },
  term: (page, _, absolute) => aboutThing(page, term(page.item, absolute), absolute),
  sources: listing,
  sourceType: listing,
  sourcePart: listing,
  source: (page, _, absolute) => aboutThing(page, source(page.item, absolute), absolute),
  pictures: listing,
  picture: (page, _, absolute) => {
    const { address, title, brief } = page.item;
    const image = {
      '@type': 'ImageObject',
      '@id': absolute(address),
      name: title,
      description: brief,
      contentUrl: absolute(cardAddress(address)),
    } as const;
    return aboutThing(page, image, absolute);
  },
  changes: listing,
  about: listing,
  versions: () => undefined,
  version: () => undefined,
  all: () => undefined,
  search: listing,
  notFound: () => undefined,
};

/** A page without a thing that it is about. */
function listing(page: SitePage, _story: Story, absolute: Absolute): WebPage {
  return webPage(page, absolute);
}

/** A page, with the schema.org type from the table of page kinds. */
function webPage(
  { kind, address, title, changes }: SitePage,
  absolute: Absolute,
  more: Omit<Exclude<WebPage, string>, '@type'> = {},
): WebPage {
  return {
    '@type': kindOf(kind).schemaOrg as 'WebPage',
    url: absolute(address),
    name: title,
    isPartOf: { '@id': absolute('/') },
    ...dated(changes),
    ...corrections(changes, absolute),
    ...more,
  };
}

/** A page about a thing. */
function aboutThing(page: SitePage & { item: Page }, mainEntity: Thing, absolute: Absolute): WebPage {
  return webPage(page, absolute, { ...cited(page.item, absolute), mainEntity });
}

function siteNode(
  { title, tagline, description, language, licence, publisher }: Story,
  url: string,
  changes: readonly Change[],
): WebSite {
  return {
    '@type': 'WebSite',
    '@id': url,
    url,
    name: title,
    alternateName: tagline,
    description,
    inLanguage: language,
    ...(licence && { license: licence.address }),
    publisher: publisherNode(publisher),
    ...dated(changes),
  };
}

/** Who publishes the site. */
function publisherNode({ name, address }: Story['publisher']): Organization {
  return { '@type': 'Organization', name, ...(address !== undefined && { url: address }) };
}

/** The most topics that an article lists in `about`: those that its text links to most often. */
const TOPICS = 5;

/** An explainer, or one of its sections, as a news article. */
function newsArticle(
  page: Explainer | SectionPage,
  isPartOf: { '@id': string },
  { language, publisher }: Story,
  absolute: Absolute,
): BackgroundNewsArticle {
  const url = absolute(page.address);
  const counts = new Map<string, number>();
  for (const { target } of page.text.links) {
    if (target.collection !== 'glossary' && target.collection !== 'timeline') continue;
    const topic = addressOf({ collection: target.collection, id: target.id });
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  const topics = [...counts].sort(([, a], [, b]) => b - a).slice(0, TOPICS);
  return {
    '@type': 'BackgroundNewsArticle',
    '@id': url,
    headline: page.title,
    description: page.description,
    image: absolute(cardAddress(page.address)),
    inLanguage: language,
    author: publisherNode(publisher),
    publisher: publisherNode(publisher),
    isPartOf,
    ...dated(page.changes),
    ...corrections(page.changes, absolute),
    ...(topics.length > 0 && { about: topics.map(([topic]) => ({ '@id': absolute(topic) })) }),
    ...cited(page, absolute),
  };
}

/** The addresses of the pages of a page's sources. They leave out the host, because pages cite up to a hundred. */
function cited({ cited: sources }: Page, absolute: Absolute): { citation?: string[] } {
  return sources.length > 0 ? { citation: sources.map(({ address }) => new URL(absolute(address)).pathname) } : {};
}

function dated(changes: readonly Change[]): { datePublished?: string; dateModified?: string } {
  const [last] = changes;
  const first = changes.at(-1);
  return first && last ? { datePublished: first.day, dateModified: last.day } : {};
}

function corrections(changes: readonly Change[], absolute: Absolute): { correction?: CorrectionComment[] } {
  const corrected = changes.filter(({ kind }) => kind === 'correction');
  if (corrected.length === 0) return {};
  return {
    correction: corrected.map(({ id, title, day }) => ({
      '@type': 'CorrectionComment',
      text: title,
      datePublished: day,
      url: absolute(`${PAGE_KINDS.changes.address}#${id}`),
    })),
  };
}

function breadcrumbs(trail: readonly SitePage[], absolute: Absolute): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ address, title }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: title,
      // The last is the page itself.
      ...(at < trail.length - 1 && { item: absolute(address) }),
    })),
  };
}
