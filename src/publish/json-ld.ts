import type { BackgroundNewsArticle, BreadcrumbList, CorrectionComment, Thing, WebPage, WebSite } from 'schema-dts';
import { addressOf } from '../story/addresses.ts';
import { pageAt, trailOf, type Listed } from '../story/directory.ts';
import { draft, draftArticle, event, source, term, type Absolute } from './json-ld-things.ts';
import type { Change, Explainer, Page, SectionPage, Story } from '../story/story.ts';

/**
 * What a page says to machines: JSON-LD in the vocabulary of schema.org, as the text of a script element. Undefined for
 * a page that the directory does not have. A thing has the address of its page as its id. The texts of the explainers
 * are articles; every other page is a page about a thing. An article of a treaty is Legislation, which by definition
 * takes in drafts, and single articles, whether in force or not.
 */
export function jsonLd(story: Story, address: string, absolute: Absolute): string | undefined {
  const page = pageAt(story, address);
  if (!page) return undefined;
  const nodes: Thing[] = [nodeOf(page, story, absolute)];
  if (page.above !== undefined) nodes.push(breadcrumbs(trailOf(story, page), absolute));
  // In a script element “<” could end it.
  const context = nodes.some((node) => typeof node === 'object' && Object.hasOwn(node, 'citation'))
    ? CONTEXT
    : CONTEXT[0];
  return JSON.stringify({ '@context': context, '@graph': nodes }).replaceAll('<', String.raw`\u003c`);
}

/** Says that the sources are cited by their ids, which then need no object each: pages cite a hundred of them. */
const CONTEXT = ['https://schema.org', { citation: { '@type': '@id' } }] as const;

function nodeOf(page: Listed, story: Story, absolute: Absolute): Thing {
  const url = absolute(page.address);
  const site = { '@id': absolute('/') };
  const common = {
    name: page.title,
    isPartOf: site,
    ...dated(page.changes),
    ...corrections(page.changes, absolute),
  };
  const about = (
    type: 'WebPage' | 'CollectionPage' | 'AboutPage',
    more: Omit<Exclude<WebPage, string>, '@type'> = {},
  ): WebPage => ({
    '@type': type,
    url,
    ...common,
    ...more,
  });
  const thing = (its: Page, mainEntity: Thing) => about('WebPage', { ...cited(its, absolute), mainEntity });
  switch (page.kind) {
    case 'home':
      return siteNode(story, url, page.changes);
    case 'explainer':
    case 'section':
      return article(
        page.page,
        page.kind === 'section' ? { '@id': absolute(page.page.explainer.address) } : site,
        story,
        absolute,
      );
    case 'draft':
      return thing(page.page, draft(page.page, absolute));
    case 'article':
      return thing(page.page, draftArticle(page.page, absolute));
    case 'demand': {
      const articles = page.page.articles.map((one) => ({ '@id': absolute(one.address) }));
      return about('WebPage', {
        ...cited(page.page, absolute),
        description: page.page.asks,
        ...(articles.length > 0 && { about: articles }),
      });
    }
    case 'event':
      return thing(page.page, event(page.page, absolute));
    case 'term':
      return thing(page.page, term(page.page, absolute));
    case 'source':
      return thing(page.page, source(page.page, absolute));
    case 'picture':
      return thing(page.page, { '@type': 'ImageObject', '@id': url, name: page.title, description: page.page.brief });
    case 'about':
      return about('AboutPage');
    case 'index':
      return about(
        'CollectionPage',
        page.address === '/glossary/'
          ? { mainEntity: { '@type': 'DefinedTermSet', '@id': url, name: page.title } }
          : {},
      );
  }
}

function siteNode({ title, tagline, description, language }: Story, url: string, changes: readonly Change[]): WebSite {
  return {
    '@type': 'WebSite',
    '@id': url,
    url,
    name: title,
    alternateName: tagline,
    description,
    inLanguage: language,
    license: LICENCE,
    ...dated(changes),
  };
}

/** The licence of the texts. */
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** How many things an article says it is about. */
const TOPICS = 5;

function article(
  page: Explainer | SectionPage,
  isPartOf: { '@id': string },
  { language }: Story,
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
    inLanguage: language,
    isPartOf,
    ...dated(page.changes),
    ...corrections(page.changes, absolute),
    ...(topics.length > 0 && { about: topics.map(([topic]) => ({ '@id': absolute(topic) })) }),
    ...cited(page, absolute),
  };
}

/** Its sources, by the ids that their own pages give them, without the host, as the links of the text have them. */
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
      url: absolute(`/changes/#${id}`),
    })),
  };
}

function breadcrumbs(trail: readonly Listed[], absolute: Absolute): BreadcrumbList {
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
