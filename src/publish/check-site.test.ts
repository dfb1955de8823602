import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { faultsOfSite } from './check-site.ts';

const site = new URL('https://example.org/story/');
let folder: string;
const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};
const faults = (cards = true) => faultsOfSite(folder, { site, cards });

/** A site with each kind of file that another names. */
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'check-site-'));
  write(
    'index.html',
    `<meta property="og:image" content="https://example.org/story/cards/home.png">
     <meta name="description" content="<a href=&#34;/story/not-a-link/&#34;>">
     <link rel="icon" href="/story/icon.svg"><script src="/story/assets/a.js"></script>
     <style>@font-face{src:url(/story/assets/f.woff2)}</style>
     <div data-index="/story/pagefind/pagefind.js"></div>
     <a href="/story/the-b%C3%BCrger/#top">x</a> <a href="https://other.example/gone/">x</a> href="/story/nor-this/"
     <a href="https://example.org/story/cited-by-a-writer/">x</a>`,
  );
  write('the-bürger/index.html', '<a href="/story/">x</a>');
  write('assets/a.js', 'import{x}from"./b.js";import("./c.js")');
  for (const name of ['b.js', 'c.js', 'f.woff2']) write(`assets/${name}`, 'x');
  write('pagefind/pagefind.js', 'import("./whatever-pagefind-imports.js")');
  write('icon.svg', '<svg/>');
  write('cards/home.png', 'x');
  write('sitemap.xml', '<loc>https://example.org/story/the-b%C3%BCrger/</loc>');
  write(
    'data/addresses.json',
    '{"page":"https://example.org/story/the-b%C3%BCrger/#top","licence":"https://other.example/x"}',
  );
  write('robots.txt', 'Sitemap: https://example.org/story/sitemap.xml\n');
  write('text.md', 'See [it](https://example.org/story/cited-by-a-writer/).');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a site that has all that it names is whole', () => expect(faults()).toEqual([]));

test.each([
  'assets/a.js',
  'assets/b.js',
  'assets/c.js',
  'assets/f.woff2',
  'cards/home.png',
  'icon.svg',
  'index.html',
  'pagefind/pagefind.js',
  'sitemap.xml',
  'the-bürger/index.html',
])('without %s it is not, nor when that is empty', (name) => {
  truncateSync(path.join(folder, name));
  expect(faults()).toContain(`${name} is empty`);
  rmSync(path.join(folder, name));
  expect(faults().join('\n')).toContain(`${name}, which `);
});

test('a link that leaves the path of the site is told', () => {
  write('other/index.html', '<a href="/elsewhere/">x</a>');
  expect(faults()).toEqual(['/elsewhere/ (outside of /story/), which other/index.html names, is missing']);
});

test('a link to a page that moved is told, its place in a list of addresses is not', () => {
  const canonical = (address: string) => `<link rel="canonical" href="https://example.org/story/${address}">`;
  write('here/index.html', canonical('here/'));
  write('old/index.html', canonical('here/'));
  write('data/addresses.json', '"https://example.org/story/old/"');
  expect(faults()).toEqual([]);
  write('other/index.html', '<a href="/story/here/">x</a><a href="/story/old/#part">x</a>');
  expect(faults()).toEqual([
    'old/index.html, which other/index.html names, has moved to https://example.org/story/here/',
  ]);
});

test('cards that were left out are not missed', () => {
  rmSync(path.join(folder, 'cards'), { recursive: true });
  expect(faults(false)).toEqual([]);
});
