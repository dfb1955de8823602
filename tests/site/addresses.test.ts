import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseAddresses } from '../../src/compiler/ledger.ts';
import { build, dist, root } from '../support/build.ts';
import { attribute, readPages, type BuiltPage } from '../support/pages.ts';

/** Links that last: the list of addresses is whole, and everything on it answers. */
const sites = [
  { name: 'the story', folder: dist, list: path.join(root, 'content/addresses.txt') },
  {
    name: 'the small story',
    folder: path.join(root, '.cache/test/addresses'),
    list: path.join(root, 'tests/stories/small/addresses.txt'),
  },
];

/** Ids that are no address to share: of notes and what serves them, and of names for screen readers. */
const INNER =
  /^(note|ref|s|term|ribbon|matrix|picture|here)-|-(label|title|desc)$|^(main|notes|page-sources|mentions|q|slash)$/;

describe.each(sites)('$name', ({ folder, list }) => {
  let pages: Map<string, BuiltPage>;
  const listed = parseAddresses(readFileSync(list, 'utf8')).map(({ address }) => address);

  beforeAll(async () => {
    if (folder !== dist) {
      const { ok, output } = await build({ story: 'tests/stories/small', out: folder });
      expect(ok, output).toBe(true);
    }
    pages = new Map(readPages(folder).map((page) => [page.address, page]));
  });

  const idsOf = (page: BuiltPage | undefined) =>
    new Set(page?.elements.flatMap((element) => attribute(element, 'id') ?? []));

  test('every address that was ever published answers', () => {
    const lost = listed.filter((address) => {
      const [page = '', fragment] = address.split('#');
      if (!page.endsWith('/')) return !existsSync(path.join(folder, page));
      return !pages.has(page) || (fragment !== undefined && !idsOf(pages.get(page)).has(fragment));
    });
    expect(lost).toEqual([]);
  });

  test('every page and every place in it that can be linked to is on the list', () => {
    const known = new Set(listed);
    const missing = [...pages.values()].flatMap((page) => {
      if (page.address === '/404.html' || page.elements.some((element) => attribute(element, 'content') === 'noindex'))
        return [];
      const inside = page.elements.filter(({ tagName }) =>
        ['section', 'tr', 'article', 'li', 'h2', 'h3'].includes(tagName),
      );
      const ids = inside.flatMap((element) => attribute(element, 'id') ?? []).filter((id) => !INNER.test(id));
      return [page.address, ...ids.map((id) => `${page.address}#${id}`)].filter((address) => !known.has(address));
    });
    expect(missing, 'run npm run addresses').toEqual([]);
  });
});

test('an old fragment lands on its new place in the plain HTML, an old section page leads onward', async () => {
  const page = readPages(path.join(root, '.cache/test/addresses')).find(({ address }) => address === '/the-meeting/');
  expect(page?.html).toMatch(/<span id="the-talk"><\/span><section id="an-hour-at-the-inn"/);
  const old = readPages(path.join(root, '.cache/test/addresses')).find(
    ({ address }) => address === '/the-meeting/the-talk/',
  );
  expect(old?.html).toContain('href="/the-meeting/an-hour-at-the-inn/"');
  expect(old?.html).not.toMatch(/http-equiv="refresh"/);
});

test('an old place in a list lands on a line that leads onward', () => {
  const list = readPages(path.join(root, '.cache/test/addresses')).find(({ address }) => address === '/timeline/');
  expect(list?.html.replace(/\s+/g, ' ').replace(/ data-\w{4}(?=[ >])/g, '')).toContain(
    '<li id="y1903">What stood here as “y1903” <a href="/timeline/#y1904">now stands elsewhere</a>.',
  );
});

test('no line of the list was ever taken out', ({ skip }) => {
  const file = 'content/addresses.txt';
  let history: string;
  try {
    history = execFileSync('git', ['log', '--format=', '-p', '--', file], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    skip('this copy of the project is not a git repository');
    return;
  }
  const now = new Set(parseAddresses(readFileSync(path.join(root, file), 'utf8')).map(({ address }) => address));
  expect(takenOut(history, now)).toEqual([]);
  // The check bites: a history in which another address was added once.
  expect(takenOut(`${history}\n+/gone/ 0123456789abcdef\n+/timeline/\n`, now)).toEqual(['/gone/']);
});

/** Addresses that a history of the list added and that are not in it now. */
function takenOut(history: string, now: ReadonlySet<string>): string[] {
  const added = [...history.matchAll(/^\+(\/\S*)/gm)].map((match) => match[1] ?? '');
  return [...new Set(added)].filter((address) => !now.has(address));
}
