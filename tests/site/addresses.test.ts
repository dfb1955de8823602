import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAddresses } from '../../src/compiler/ledger.ts';
import { root } from '../support/build.ts';
import { attribute, readPages, textOf, type BuiltPage } from '../support/pages.ts';
import { sites, smallSite, storySite, type Site } from '../support/sites.ts';

/** Ids that are no address to share: of notes and what serves them, and of names for screen readers. */
const INNER =
  /^(note|ref|s|term|ribbon|matrix|picture|here)-|-(label|title|desc)$|^(main|notes|page-sources|mentions|q|slash)$/;

const ledgerOf = ({ story }: Site) => path.join(story, 'addresses.txt');
const readLedger = (site: Site) => parseAddresses(readFileSync(ledgerOf(site), 'utf8')).map(({ address }) => address);

describe.each(sites.filter((site) => existsSync(ledgerOf(site))))('the ledger of $name', (site) => {
  const listed = readLedger(site);
  const pages = readPages(site.folder);

  test('holds no address that does not answer', () => {
    const ids = new Map(pages.map((page) => [page.address, new Set(page.ids)]));
    const lost = listed.filter((address) => {
      const [page = '', fragment] = address.split('#');
      if (!page.endsWith('/')) return !existsSync(path.join(site.folder, page));
      return !ids.has(page) || (fragment !== undefined && !ids.get(page)?.has(fragment));
    });
    expect(lost).toEqual([]);
  });

  test('holds every page, and every place in it that can be linked to', () => {
    const known = new Set(listed);
    const places = ({ address, elements }: BuiltPage) =>
      elements
        .filter(({ tagName }) => ['section', 'tr', 'article', 'li', 'h2', 'h3'].includes(tagName))
        .flatMap((element) => attribute(element, 'id') ?? [])
        .filter((id) => !INNER.test(id))
        .map((id) => `${address}#${id}`);
    const own = pages.filter(({ isOwn }) => isOwn);
    const all = own.flatMap((page) => [page.address, ...places(page)]);
    expect(
      all.filter((address) => !known.has(address)),
      'run npm run publish',
    ).toEqual([]);
  });
});

describe('in the small story', () => {
  const page = (address: string) => readPages(smallSite.folder).find((one) => one.address === address);

  test('an old section leads to the new one: its fragment by itself, its page by a link', () => {
    expect(page('/the-meeting/')?.html).toMatch(/<span id="the-talk"><\/span>\s*<section id="an-hour-at-the-inn"/);
    const old = page('/the-meeting/the-talk/')?.html;
    expect(old).toContain('href="/story/the-meeting/an-hour-at-the-inn/"');
    expect(old).not.toMatch(/http-equiv="refresh"/);
  });

  test('the address of a page that was taken away says so, and leads to what it said', () => {
    const old = page('/timeline/1904-05-03-rumour/');
    expect(old?.html).toMatch(/<h1[^>]*>This page was taken away<\/h1>/);
    expect(old?.html).toContain('href="/story/timeline/1904-05-03-rumour/versions/"');
  });

  test('an old place in a list leads onward by a link', () => {
    const old = page('/timeline/')?.elements.find((element) => attribute(element, 'id') === 'y1903');
    expect(old && textOf(old)).toContain('y1903');
    const links = page('/timeline/')?.elements.filter((element) => old?.children.includes(element)) ?? [];
    expect(links.map((element) => attribute(element, 'href'))).toEqual(['/story/timeline/#y1904']);
  });
});

test('no line of the ledger was ever taken out', ({ skip }) => {
  const ledger = path.relative(root, ledgerOf(storySite));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  let history = '';
  try {
    history = git('log', '--format=', '-p', '--', ledger);
  } catch {
    skip('this copy of the project is not a git repository');
  }
  const now = new Set(existsSync(ledgerOf(storySite)) ? readLedger(storySite) : []);
  expect(takenOut(history, now)).toEqual([]);
  expect(takenOut(`${history}\n+/gone/ 0123456789abcdef\n`, now)).toEqual(['/gone/']);
});

/** Addresses that a history of the ledger added and that are not in it now. */
function takenOut(history: string, now: ReadonlySet<string>): string[] {
  const added = [...history.matchAll(/^\+(\/\S*)/gm)].map(([, address = '']) => address);
  return [...new Set(added)].filter((address) => !now.has(address));
}
