import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, dist, root } from '../support/build.ts';
import { attribute, readPages, textOf, type BuiltPage } from '../support/pages.ts';
import { faultsOfPages } from '../support/valid-html.ts';

/** What is true of every page of every site that this code builds. */
const sites = [
  { name: 'the story', folder: dist, base: '/', site: 'http://localhost:4321' },
  {
    name: 'the small story, below a path',
    folder: path.join(root, '.cache/test/walk'),
    base: '/story/',
    site: 'https://small.example',
  },
];

describe.each(sites)('$name', ({ folder, base, site }) => {
  let pages: BuiltPage[];
  const byAddress = new Map<string, BuiltPage>();
  const ids = new Map<string, Set<string>>();

  beforeAll(async () => {
    if (folder !== dist) {
      const { ok, output } = await build({ story: 'tests/stories/small', site: `${site}${base}`, out: folder });
      expect(ok, output).toBe(true);
    }
    pages = readPages(folder);
    for (const page of pages) {
      byAddress.set(page.address, page);
      ids.set(page.address, new Set(page.elements.flatMap((element) => attribute(element, 'id') ?? [])));
    }
  });

  /** Runs a check on every page and says which pages fail it. */
  const onEveryPage = (check: (page: BuiltPage) => string[]) => {
    expect(pages.length).toBeGreaterThan(15);
    const faults = pages.flatMap((page) => check(page).map((fault) => `${page.address}: ${fault}`));
    expect(faults).toEqual([]);
  };

  test('is valid HTML', async () => {
    expect(await faultsOfPages(pages)).toEqual([]);
  });

  test('ids are unique', () => {
    onEveryPage(({ elements }) => {
      const seen = new Set<string>();
      return elements.flatMap((element) => {
        const id = attribute(element, 'id');
        if (id === undefined) return [];
        const twice = seen.has(id);
        seen.add(id);
        return twice ? [`the id ${id} stands twice`] : [];
      });
    });
  });

  test('every link to the site answers, and every fragment', () => {
    onEveryPage((page) =>
      page.elements.flatMap((element) => {
        const href = attribute(element, 'href') ?? attribute(element, 'src');
        if (href === undefined || element.tagName === 'base') return [];
        const url = new URL(href, `${site}${base}${page.address.slice(1)}`);
        if (url.origin !== site) return [];
        if (!url.pathname.startsWith(base)) return [`${href} leaves the base path`];
        const address = decodeURIComponent(`/${url.pathname.slice(base.length)}`);
        const target = byAddress.get(address);
        if (!target)
          return existsSync(path.join(folder, address)) && !address.endsWith('/') ? [] : [`${href} leads nowhere`];
        const fragment = decodeURIComponent(url.hash.slice(1));
        return fragment === '' || ids.get(address)?.has(fragment) ? [] : [`${href} leads to no element`];
      }),
    );
  });

  test('one h1, a main, a skip link to it, and no level of heading left out', () => {
    onEveryPage(({ elements }) => {
      const headings = elements
        .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
        .map(({ tagName }) => Number(tagName[1]));
      const faults = headings.flatMap((level, at) =>
        level > (headings[at - 1] ?? 0) + 1 ? [`h${level} follows h${headings[at - 1] ?? 0}`] : [],
      );
      if (headings.filter((level) => level === 1).length !== 1) faults.push('has not one h1');
      const main = elements.filter(({ tagName }) => tagName === 'main');
      if (main.length !== 1) faults.push('has not one main');
      const [skip] = elements.filter(({ tagName }) => tagName === 'a');
      if (!skip || attribute(skip, 'href') !== `#${main[0] && attribute(main[0], 'id')}`)
        faults.push('does not begin with a skip link');
      return faults;
    });
  });

  test('titles and descriptions are there, and are unique', () => {
    const titles = new Map<string, string>();
    const descriptions = new Map<string, string>();
    onEveryPage(({ address, elements }) => {
      const title = elements.filter(({ tagName }) => tagName === 'title').map(textOf)[0] ?? '';
      const meta = elements.find(
        (element) => element.tagName === 'meta' && attribute(element, 'name') === 'description',
      );
      const description = (meta && attribute(meta, 'content')) ?? '';
      const faults: string[] = [];
      if (title.length < 5) faults.push('has no title');
      if (description.length < 10) faults.push('has no description');
      if (titles.has(title)) faults.push(`has the title of ${titles.get(title)}: ${title}`);
      if (descriptions.has(description)) faults.push(`has the description of ${descriptions.get(description)}`);
      titles.set(title, address);
      descriptions.set(description, address);
      return faults;
    });
  });

  test('names its own address as canonical', () => {
    onEveryPage(({ address, elements }) => {
      const link = elements.find((element) => element.tagName === 'link' && attribute(element, 'rel') === 'canonical');
      const expected = `${site}${base}${address.slice(1)}`;
      const href = (link && attribute(link, 'href')) ?? '';
      // A page that has moved names the page that it moved to.
      const moved = elements.some((element) => attribute(element, 'content') === 'noindex');
      if (moved)
        return byAddress.has(`/${href.slice(`${site}${base}`.length)}`) ? [] : [`moved to ${href}, which is not there`];
      return href === expected ? [] : [`canonical is ${link && attribute(link, 'href')}`];
    });
  });

  test('asks no other address for anything', () => {
    const LOADING = new Set([
      'script',
      'img',
      'iframe',
      'source',
      'video',
      'audio',
      'embed',
      'object',
      'track',
      'input',
      'frame',
    ]);
    const RELS = new Set([
      'stylesheet',
      'preload',
      'modulepreload',
      'icon',
      'preconnect',
      'dns-prefetch',
      'prefetch',
      'manifest',
      'apple-touch-icon',
    ]);
    onEveryPage(({ html, elements }) => {
      const addresses = elements.flatMap((element) => {
        const loads =
          LOADING.has(element.tagName) ||
          (attribute(element, 'rel') ?? '').split(' ').some((rel) => element.tagName === 'link' && RELS.has(rel));
        return loads
          ? [attribute(element, 'src') ?? attribute(element, 'href') ?? attribute(element, 'data') ?? '']
          : [];
      });
      const css = [...html.matchAll(/url\(["']?([^"')]+)/g), ...html.matchAll(/@import\s+["']([^"']+)/g)].map(
        (match) => match[1] ?? '',
      );
      return [...addresses, ...css]
        .filter((address) => /^(https?:)?\/\//.test(address))
        .map((address) => `asks for ${address}`);
    });
  });

  test('no event handlers and no style attributes', () => {
    onEveryPage(({ elements }) =>
      elements.flatMap((element) =>
        Object.keys(element.properties)
          .filter((name) => name === 'style' || /^on[A-Z]/.test(name))
          .map((name) => `<${element.tagName}> has ${name}`),
      ),
    );
  });
});
