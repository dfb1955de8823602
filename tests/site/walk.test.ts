import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Element, Nodes } from 'hast';
import { beforeAll, describe, expect, test } from 'vitest';
import { widthOf } from '../../src/story/counting.ts';
import { attribute, hasClass, pagesWithEachElement, readPages, textOf, type BuiltPage } from '../support/pages.ts';
import { sites } from '../support/sites.ts';
import { faultsOfPages } from '../support/valid-html.ts';

const words = (list: string) => new Set(list.split(' '));
/** Elements that load what they name. */
const LOADING = words('script img iframe source video audio embed object track input frame');
/** What a link element is for when it loads something. */
const RELS = words('stylesheet preload modulepreload icon preconnect dns-prefetch prefetch manifest apple-touch-icon');

/** Whether an element is a script that runs, or a style, with its text in the page. */
const isInline = (element: Element) =>
  element.tagName === 'style' ||
  (element.tagName === 'script' &&
    attribute(element, 'src') === undefined &&
    attribute(element, 'type') !== 'application/ld+json');
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

/** The text of an element without what is hidden in it, and with a sign for words that a version has lost. */
function textShown(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element' && node.properties['hidden'] === true) return '';
  if (node.type === 'element' && node.tagName === 'del') return '–';
  return node.children.map(textShown).join('');
}

/** What is true of every page of every site that this code builds. */
describe.each(sites)('$name', ({ folder, url: root }) => {
  const { origin, pathname: base } = new URL(root);
  let pages: BuiltPage[];
  const ids = new Map<string, Set<string>>();

  beforeAll(() => {
    pages = readPages(folder);
    for (const page of pages) ids.set(page.address, new Set(page.ids));
  });

  /** Runs a check on every page and says which pages fail it. */
  const onEveryPage = (check: (page: BuiltPage) => string[]) => {
    expect(pages.length).toBeGreaterThan(4);
    expect(pages.flatMap((page) => check(page).map((fault) => `${page.address}: ${fault}`))).toEqual([]);
  };

  test('is valid HTML', async () => expect(await faultsOfPages(pagesWithEachElement(pages))).toEqual([]));

  // A parser takes them apart, so that such a page has no element of its own for the check above.
  test('no link is in another', () =>
    onEveryPage(({ html }) => html.match(/<a\b[^>]*>(?:(?!<\/a>)[^])*?<a\b[^>]*>/g)?.slice(0, 3) ?? []));

  test('ids are unique', () =>
    onEveryPage(({ ids: own }) => own.filter((id, at) => own.indexOf(id) !== at).map((id) => `#${id} twice`)));

  test('every link to the site answers, and every fragment', () =>
    onEveryPage((page) =>
      page.elements.flatMap((element) => {
        const href = attribute(element, 'href') ?? attribute(element, 'src');
        if (href === undefined || element.tagName === 'base') return [];
        const url = new URL(href, root + page.address.slice(1));
        if (url.origin !== origin) return [];
        if (!url.pathname.startsWith(base)) return [`${href} leaves the base path`];
        const address = decodeURIComponent(`/${url.pathname.slice(base.length)}`);
        const target = ids.get(address);
        if (!target)
          return existsSync(path.join(folder, address)) && !address.endsWith('/') ? [] : [`${href} leads nowhere`];
        const fragment = decodeURIComponent(url.hash.slice(1));
        return fragment === '' || target.has(fragment) ? [] : [`${href} leads to no element`];
      }),
    ));

  test('one h1, one main, a skip link to it, and no level of heading left out', () =>
    onEveryPage(({ elements }) => {
      const named = (pattern: RegExp) => elements.filter(({ tagName }) => pattern.test(tagName));
      const levels = named(/^h[1-6]$/).map(({ tagName }) => Number(tagName[1]));
      const [main, more] = named(/^main$/);
      const [skip] = named(/^a$/);
      return [
        ...levels.flatMap((level, at) =>
          level > (levels[at - 1] ?? 0) + 1 ? [`h${level} follows a higher level`] : [],
        ),
        ...(levels.filter((level) => level === 1).length === 1 ? [] : ['has not one h1']),
        ...(main && !more ? [] : ['has not one main']),
        ...(main && skip && attribute(skip, 'href') === `#${attribute(main, 'id')}`
          ? []
          : ['begins with no skip link']),
      ];
    }));

  test('no full stop or comma has a space before it', () =>
    onEveryPage(({ elements }) =>
      elements
        .filter(({ tagName }) => /^(p|li|dd|td|h[1-6]|figcaption)$/.test(tagName))
        .flatMap((element) => /.{0,30}\S[ \n]+[.,](?=\s|$)/.exec(textShown(element))?.[0] ?? []),
    ));

  // The lines of a drawing do not break by themselves.
  test('no line begins with the dot between two things', () =>
    onEveryPage(({ html }) => {
      const main = html.slice(html.indexOf('<main')).replaceAll(/<svg\b[^]*?<\/svg>/g, '');
      return /.{0,30}[ \n]·/.exec(main)?.slice(0, 1) ?? [];
    }));

  test('the arrow back from a note is within a link, and not left alone at the end of a line', () =>
    onEveryPage(({ html }) => /<span class="?back"?>\s*↑/.exec(html)?.slice(0, 1) ?? []));

  test('titles and descriptions are there, and are unique', () => {
    const seen = new Map<string, string>();
    onEveryPage(({ address, elements, isOwn }) => {
      // Pages that only lead to another are in no index.
      if (!isOwn) return [];
      const title = elements.filter(({ tagName }) => tagName === 'title').map(textOf)[0] ?? '';
      const meta = elements.find((element) => attribute(element, 'name') === 'description');
      const description = (meta && attribute(meta, 'content')) ?? '';
      const faults = [`title ${title}`, `description ${description}`].flatMap((text) => {
        const other = seen.get(text);
        seen.set(text, address);
        return other === undefined ? [] : [`has the same ${text} as ${other}`];
      });
      return [
        ...faults,
        // What a part of the timeline is of stands at the end of its name in some languages.
        ...(/^\/timeline\/.+\/.+\/$/.test(address) && title.includes('…') ? [`has the title ${title}, cut short`] : []),
        ...(widthOf(title) < 5 || widthOf(title) > 70 ? [`has a title of ${title.length} characters`] : []),
        ...(widthOf(description) < 50 || widthOf(description) > 200
          ? [`has a description of ${description.length} characters`]
          : []),
      ];
    });
  });

  test('each page names its own address as canonical, and one that moved the page that it moved to', () =>
    onEveryPage(({ address, elements, isOwn }) => {
      const link = elements.find((element) => attribute(element, 'rel') === 'canonical');
      const href = (link && attribute(link, 'href')) ?? '';
      if (isOwn || address === '/404.html')
        return href === root + encodeURI(address.slice(1)) ? [] : [`canonical is ${href}`];
      return ids.has(`/${href.slice(root.length)}`) ? [] : [`moved to ${href}, which is not there`];
    }));

  test('each page has an icon for every browser, and only one that is there to be read is to be listed', () =>
    onEveryPage(({ address, elements, isOwn }) => {
      const icons = elements.filter((element) => /icon/.test(attribute(element, 'rel') ?? ''));
      const kinds = icons.map((icon) => path.extname(attribute(icon, 'href') ?? ''));
      const isListed = !elements.some((element) => attribute(element, 'content') === 'noindex');
      return [
        ...(kinds.sort().join(' ') === '.ico .png .svg' ? [] : [`has icons ${kinds.join(' ')}`]),
        ...(isListed && (!isOwn || address === '/404.html') ? ['is listed'] : []),
      ];
    }));

  test('headings hold no link to share them by, which would be read as part of them', () =>
    onEveryPage(({ elements }) =>
      elements.flatMap(({ tagName, children }) =>
        /^h[1-6]$/.test(tagName) && children.some((child) => child.type === 'element' && hasClass(child, 'anchor'))
          ? [`<${tagName}> holds an anchor`]
          : [],
      ),
    ));

  test('no sign stands behind a space', () =>
    onEveryPage(({ address, elements }) =>
      elements
        // Versions mark single signs as taken out.
        .filter(
          ({ tagName }) =>
            !/\/versions\/./.test(address) && /^(p|li|td|th|dd|dt|h[1-6]|figcaption|strong|caption)$/.test(tagName),
        )
        // French has a space before some, at which no line ends.
        .flatMap((element) => /.{0,20}[^\S\u00a0\u202f][,.;:](?=\s|$)/.exec(textOf(element))?.[0] ?? []),
    ));

  test('each event of a list has a date for machines', () =>
    onEveryPage(({ elements }) => {
      const lists = elements.filter((element) => element.tagName === 'ol' && hasClass(element, 'events'));
      const items = lists.flatMap(({ children }) => children.filter((child) => child.type === 'element'));
      return items.filter((item) => !/"datetime":"\d{4}/i.test(JSON.stringify(item))).map(textOf);
    }));

  test('no class has a name that blockers of “social buttons” hide', () =>
    onEveryPage(
      ({ html }) => html.match(/class="[^"]*\b(share|sharing|social|follow-us|ad|ads|banner|cookie)\b/g) ?? [],
    ));

  test('asks no other address for anything', () =>
    onEveryPage(({ html, elements }) => {
      const loading = elements.filter(
        (element) =>
          LOADING.has(element.tagName) ||
          (element.tagName === 'link' && (attribute(element, 'rel') ?? '').split(' ').some((rel) => RELS.has(rel))),
      );
      const asked = loading.flatMap((element) =>
        ['src', 'href', 'data'].flatMap((name) => attribute(element, name) ?? []),
      );
      const css = [...html.matchAll(/url\(["']?([^"')]+)/g), ...html.matchAll(/@import\s+["']([^"']+)/g)];
      return [...asked, ...css.map(([, address = '']) => address)].filter((one) => /^(https?:)?\/\//.test(one));
    }));

  test('the policy allows the scripts and styles that the page holds, and no others', () =>
    onEveryPage(({ elements }) => {
      const policy = elements.find((element) => attribute(element, 'httpEquiv') === 'content-security-policy');
      const allowed = new Set((policy && attribute(policy, 'content'))?.match(/'sha256-[^']+'/g));
      const held = new Set(elements.filter(isInline).map((element) => `'sha256-${sha256(textOf(element))}'`));
      return [...allowed.symmetricDifference(held)];
    }));

  test('no event handlers and no style attributes', () =>
    onEveryPage(({ elements }) =>
      elements.flatMap(({ tagName, properties }) =>
        Object.keys(properties)
          .filter((name) => name === 'style' || /^on[A-Z]/.test(name))
          .map((name) => `<${tagName}> has ${name}`),
      ),
    ));
});
