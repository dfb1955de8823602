import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element } from 'hast';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { RelaxNGValidator, XmlDocument, XsdValidator } from 'libxml2-wasm';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, test } from 'vitest';
import { languageIn } from '../../src/compiler/folder.ts';
import { wordsOf } from '../../src/words/words.ts';
import { root } from '../support/build.ts';
import { attribute, readPages, textOf, type BuiltPage } from '../support/pages.ts';
import { checkVocabulary } from '../support/schema-org.ts';
import { languageSites, wholeSites } from '../support/sites.ts';

/** What machines read: feed, sitemap, data, structured data, and the heads of pages. */
interface Node {
  '@type'?: string;
  '@id'?: string;
  [property: string]: unknown;
}

const all = [...wholeSites, ...languageSites];

/** Of every element of XML with a name, the texts that it has at some paths, which begin with `x:`. */
function rowsOf<Field extends string>(xml: string, space: string, name: string, fields: Record<Field, string>) {
  const spaces = { x: space };
  return XmlDocument.fromString(xml)
    .find(`//x:${name}`, spaces)
    .map((element) => {
      const texts = Object.entries<string>(fields).map(([field, at]) => [
        field,
        element.get(at, spaces)?.content ?? '',
      ]);
      return Object.fromEntries(texts) as Record<Field, string>;
    });
}

const fromDisk = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** The structured data of a page. */
function graphOf({ address, elements }: BuiltPage): Node[] {
  const scripts = elements.filter((element) => attribute(element, 'type') === 'application/ld+json').map(textOf);
  expect(scripts, address).toHaveLength(1);
  return (JSON.parse(scripts[0] ?? '') as { '@graph': Node[] })['@graph'];
}

// Of all sites at once, and with what is wrong, because TypeScript takes seconds to read the vocabulary.
test('structured data is on every page, in the words of schema.org; no other type, property or value is', () => {
  const pages = all.flatMap(({ folder }) => readPages(folder)).filter(({ isOwn }) => isOwn);
  const wrong = [
    { '@type': 'Evnt', name: 'x' },
    { '@type': 'Event', nam: 'x' },
    { '@type': 'Event', citation: 'x' },
    { '@type': 'WebPage', mainEntity: { '@type': 'Event', citation: 'x' } },
    { '@type': 'Event', location: { '@type': 'Person', name: 'x' } },
  ];
  const right = { '@type': 'Event', name: 'x', startDate: '1904' };
  expect(checkVocabulary([...pages.flatMap(graphOf), right, ...wrong])).toEqual(
    wrong.map((node) => expect.stringContaining(JSON.stringify(node))),
  );
});

describe.each(all)('$name', ({ folder, url: site, story, env }) => {
  const language = languageIn(story) ?? '';
  const words = wordsOf(language);
  const hasCards = env?.['CARDS'] !== 'off';
  const has = (file: string) => existsSync(path.join(folder, file));
  const isDated = has('feed.xml');
  let pages: BuiltPage[];
  let own: BuiltPage[];
  const ids = new Map<string, Set<string>>();
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const feedEntries = () =>
    rowsOf(read('feed.xml'), 'http://www.w3.org/2005/Atom', 'entry', {
      id: 'x:id',
      url: 'x:link/@href',
      content: 'x:content',
      updated: 'x:updated',
    });
  const json = (file: string) => JSON.parse(read(file)) as unknown;
  const isParagraph = ({ address }: BuiltPage) => /^\/drafts\/[^/]+\/[^/]+\/[^/]+\/$/.test(address);
  const isSection = ({ address }: BuiltPage) =>
    address.split('/').length === 4 && existsSync(path.join(folder, `${address.split('/')[1]}.md`));
  const wholeOf = ({ address }: BuiltPage) => new URL(`${site}${address.slice(1)}`).href;
  const answers = (url: string): boolean => {
    if (!url.startsWith(site)) return false;
    const { pathname, hash } = new URL(url);
    const address = decodeURIComponent(`/${pathname.slice(new URL(site).pathname.length)}`);
    if (hash) return ids.get(address)?.has(decodeURIComponent(hash.slice(1))) ?? false;
    return ids.has(address) || (!address.endsWith('/') && existsSync(path.join(folder, address)));
  };
  /** A link of the site that does not answer, or one that is no whole address. */
  const isDead = (url: string) => (url.startsWith(site) ? !answers(url) : !/^(https?:\/\/|mailto:)/.test(url));
  const meta = ({ elements }: BuiltPage, property: string) =>
    elements.flatMap((element) =>
      attribute(element, 'property') === property ? [attribute(element, 'content') ?? ''] : [],
    );
  const linked = (page: BuiltPage, type: string) =>
    page.elements.flatMap((element) =>
      element.tagName === 'link' && attribute(element, 'type') === type
        ? [new URL(attribute(element, 'href') ?? '', wholeOf(page)).href]
        : [],
    );

  beforeAll(() => {
    pages = readPages(folder);
    own = pages.filter(({ isOwn }) => isOwn);
    for (const page of pages) ids.set(page.address, new Set(page.ids));
  });

  describe.skipIf(!isDated)('the feed', () => {
    test('is Atom as RFC 4287 has it', () => {
      const schema = RelaxNGValidator.fromDoc(XmlDocument.fromString(fromDisk('tests/support/atom.rng')));
      expect(() => schema.validate(XmlDocument.fromString(read('feed.xml')))).not.toThrow();
      const broken = read('feed.xml').replace(/<updated>[^<]*/, '<updated>yesterday');
      expect(() => schema.validate(XmlDocument.fromString(broken))).toThrow();
    });

    test('has an entry for each change on the page of changes, in the same order, and leads to what is there', () => {
      const entries = feedEntries();
      const page = pages.find(({ address }) => address === '/changes/');
      // A change of wording alone is no news.
      const isNews = (change: Element) => !textOf(change).trim().startsWith(words.kinds.changes.wording);
      const changes = page?.elements.filter((element) => element.tagName === 'article' && isNews(element)) ?? [];
      expect(changes.length).toBeGreaterThan(0);
      expect(entries.map(({ id }) => id)).toEqual(
        changes.map((change) => `${site}changes/#${attribute(change, 'id')}`),
      );
      expect(entries.every(({ id, url }) => answers(id) && answers(url))).toBe(true);
      const links = entries.flatMap(({ content }) =>
        [...content.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href),
      );
      expect(links.length).toBeGreaterThan(0);
      expect(links.filter(isDead)).toEqual([]);
      const days = changes.map(
        (change) => /datetime="([^"]*)/.exec(page?.html.slice(change.position?.start.offset) ?? '')?.[1],
      );
      expect(entries.map(({ updated }) => updated.slice(0, 10))).toEqual(days);
    });

    test('is named in the head of every page', () => {
      expect(
        pages
          .filter((page) => linked(page, 'application/atom+xml')[0] !== `${site}feed.xml`)
          .map(({ address }) => address),
      ).toEqual([]);
    });
  });

  describe('the sitemap', () => {
    test('is what sitemaps.org asks for, and robots.txt names it', () => {
      const schema = XsdValidator.fromDoc(XmlDocument.fromString(fromDisk('tests/support/sitemap.xsd')));
      expect(() => schema.validate(XmlDocument.fromString(read('sitemap.xml')))).not.toThrow();
      expect(() =>
        schema.validate(
          XmlDocument.fromString(read('sitemap.xml').replace('<loc>', '<lok>').replace('</loc>', '</lok>')),
        ),
      ).toThrow();
      expect(read('robots.txt')).toContain(`Sitemap: ${site}sitemap.xml`);
    });

    test('names every page but those of sections, with days on which something changed', () => {
      const listed = rowsOf(read('sitemap.xml'), 'http://www.sitemaps.org/schemas/sitemap/0.9', 'url', {
        url: 'x:loc',
        lastmod: 'x:lastmod',
      });
      const expected = own.filter((page) => !isSection(page) && !isParagraph(page)).map(wholeOf);
      expect(listed.map(({ url }) => url).sort()).toEqual(expected.sort());
      const days = new Set((isDated ? feedEntries() : []).map(({ updated }) => updated.slice(0, 10)));
      expect(listed.filter(({ lastmod }) => (isDated || lastmod) && !days.has(lastmod.slice(0, 10)))).toEqual([]);
    });
  });

  describe('the data', () => {
    const files = ['timeline', 'glossary', 'drafts', 'sources', 'addresses'].filter((name) => has(`data/${name}.json`));

    test.each(files)('%s.json is as its own schema says', (name) => {
      const ajv = new Ajv2020({ strict: true, allErrors: true });
      addFormats.default(ajv);
      const schema = json(`data/${name}.schema.json`) as { $id: string; $schema: string };
      expect(schema.$id).toBe(`${site}data/${name}.schema.json`);
      expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
      const validate = ajv.compile(schema);
      validate(json(`data/${name}.json`));
      expect(validate.errors).toBeNull();
      expect(validate({ nothing: true })).toBe(false);
    });

    test('sources.json is CSL-JSON', () => {
      const validate = new Ajv({ strict: false, allErrors: true }).compile(
        JSON.parse(fromDisk('tests/support/csl/csl-data.json')) as object,
      );
      validate(json('data/sources.json'));
      expect(validate.errors).toBeNull();
      expect(validate([{ id: 'x', type: 'hearsay' }])).toBe(false);
    });

    test('addresses.json names every page and every section, and all of them answer', () => {
      const { pages: listed } = json('data/addresses.json') as {
        pages: { address: string; title: string; sections?: { fragment: string; page: string }[] }[];
      };
      const sections = listed.flatMap((page) => page.sections ?? []);
      expect([...listed.map(({ address }) => address), ...sections.map(({ page }) => page)].sort()).toEqual(
        own.map(wholeOf).sort(),
      );
      expect(sections.filter(({ fragment }) => !answers(fragment))).toEqual([]);
    });

    test('every address of the site in it answers', () => {
      const all = files.flatMap((name) => read(`data/${name}.json`).match(/"https?:\/\/[^"]+"/g) ?? []);
      const dead = [...new Set(all.map((written) => written.slice(1, -1)))].filter(
        (url) => url.startsWith(site) && !answers(url),
      );
      expect(dead).toEqual([]);
    });
  });

  describe('each explainer as Markdown', () => {
    test('has one title, and links that answer wherever it is read', () => {
      const explainers = own.filter((page) => linked(page, 'text/markdown').length > 0);
      expect(explainers.length).toBeGreaterThan(0);
      for (const page of explainers) {
        const [address = ''] = linked(page, 'text/markdown');
        expect(address).toBe(`${wholeOf(page).slice(0, -1)}.md`);
        const tree = unified()
          .use(remarkParse)
          .use(remarkGfm)
          .parse(read(new URL(address).pathname.slice(new URL(site).pathname.length)));
        const titles: string[] = [];
        const links: string[] = [];
        visit(
          tree,
          'heading',
          ({ depth, children }) => void (depth === 1 && titles.push(textOf({ type: 'root', children } as never))),
        );
        visit(tree, 'link', ({ url }) => void links.push(url));
        expect(titles).toHaveLength(1);
        expect(links.filter(isDead)).toEqual([]);
        if (!page.address.startsWith('/drafts/'))
          expect(links.some((url) => url.startsWith(`${site}sources/`))).toBe(true);
      }
    });
  });

  describe('structured data', () => {
    const walk = function* (value: unknown): Generator<Node> {
      if (typeof value !== 'object' || value === null) return;
      if (!Array.isArray(value)) yield value as Node;
      for (const inner of Object.values(value)) yield* walk(inner);
    };

    test('points only at what the site describes', () => {
      const graphs = own.map((page) => ({ page, nodes: [...walk(graphOf(page))] }));
      const described = new Set(
        graphs.flatMap(({ nodes }) => nodes.flatMap((node) => (node['@type'] && node['@id'] ? [node['@id']] : []))),
      );
      const dangling = graphs.flatMap(({ page, nodes }) =>
        nodes
          .flatMap((node) => [
            ...(node['@id'] && !node['@type'] ? [node['@id']] : []),
            ...((node['citation'] as string[] | undefined)?.map((path) => new URL(path, wholeOf(page)).href) ?? []),
            ...(node['@type'] === 'ListItem' && typeof node['item'] === 'string'
              ? [node['item']].filter((item) => !answers(item))
              : []),
          ])
          .filter((id) => !described.has(id)),
      );
      expect(dangling).toEqual([]);
      expect(
        graphs
          .filter(({ page, nodes }) => !nodes.some((node) => [node['@id'], node['url']].includes(wholeOf(page))))
          .map(({ page }) => page.address),
      ).toEqual([]);
    });

    test('tells the way to every page but the first, and dates no page before its publication', () => {
      for (const page of own) {
        const [main, trail] = graphOf(page);
        expect(main?.['dateModified'] !== undefined, page.address).toBe(isDated);
        expect(String(main?.['dateModified']) >= String(main?.['datePublished']), page.address).toBe(true);
        expect(main?.['inLanguage'] ?? language, page.address).toBe(language);
        expect(trail?.['@type'], page.address).toBe(page.address === '/' ? undefined : 'BreadcrumbList');
      }
    });
  });

  test('the head of every page says what a shared link shows', () => {
    for (const page of own) {
      for (const property of ['title', 'description', 'site_name', 'type', ...(hasCards ? ['image', 'image:alt'] : [])])
        expect(meta(page, `og:${property}`), `${page.address} og:${property}`).toHaveLength(1);
      expect(meta(page, 'og:url'), page.address).toEqual([wholeOf(page)]);
      expect(meta(page, 'og:description')[0]?.length, page.address).toBeLessThanOrEqual(200);
      if (!hasCards) continue;
      expect(meta(page, 'og:image')[0], page.address).toMatch(new RegExp(`^${site}cards/.+\\.png$`));
      expect([
        ...meta(page, 'og:image:width'),
        ...meta(page, 'og:image:height'),
        ...meta(page, 'twitter:card'),
      ]).toEqual(['1200', '630', 'summary_large_image']);
    }
  });
});
