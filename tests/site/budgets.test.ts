import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PAGE_BUDGET, WHOLE } from '../../src/publish/page-budget.ts';
import { attribute, readPages, type BuiltPage } from '../support/pages.ts';
import { brotli, compress } from '../support/serve.ts';
import { storySite } from '../support/sites.ts';

/** What a reader pays before a page can be read, in bytes as a server sends them: brotli of quality 11. */
const BUDGETS = { page: PAGE_BUDGET, script: 5_000, fonts: 60_000 };

/** Pages that are there to do something; every other is there to be read. */
const TOOLS = ['/search/'];

const pages = readPages(storySite.folder);
const base = new URL(storySite.url).pathname;
const fileOf = (address: string) => path.join(storySite.folder, decodeURIComponent(address.slice(base.length - 1)));
const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
/** The bytes of files as they are sent, or more where that fits too: the smallest copy takes long to make. */
const sent = (files: readonly string[], budget: number) => {
  const quick = sum(files.map((file) => compress(readFileSync(file), 1).length));
  return quick <= budget ? quick : sum(files.map((file) => brotli(file).length));
};
const named = ({ elements }: BuiltPage, tagName: string, attributeName: string) =>
  elements.flatMap((element) => (element.tagName === tagName ? (attribute(element, attributeName) ?? []) : []));

/** The pages that are over a budget, the worst first. */
function over(budget: number, cost: (page: BuiltPage) => number): string[] {
  return pages
    .map((page) => ({ address: page.address, bytes: cost(page) }))
    .filter(({ bytes }) => bytes > budget)
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ address, bytes }) => `${address} has ${bytes} bytes, ${bytes - budget} too many`);
}

test(`HTML and all CSS of a page for the screen fit into one round trip: ${BUDGETS.page} bytes`, () => {
  const sheets = (page: BuiltPage) =>
    page.elements.flatMap((element) =>
      attribute(element, 'rel') === 'stylesheet' && attribute(element, 'media') !== 'print'
        ? [fileOf(attribute(element, 'href') ?? '')]
        : [],
    );
  const cost = (page: BuiltPage) => sent([page.file, ...sheets(page)], BUDGETS.page);
  // The page of all texts and versions are the exceptions: publish/page-budget.ts says why.
  const isExcepted = ({ address }: BuiltPage) => address === WHOLE || /\/versions\/[^/]+\/$/.test(address);
  expect(over(BUDGETS.page, (page) => (isExcepted(page) ? 0 : cost(page)))).toEqual([]);
});

test(`script of a page to be read takes at most ${BUDGETS.script} bytes`, () => {
  const cost = (page: BuiltPage) => sent([...withImports(named(page, 'script', 'src').map(fileOf))], BUDGETS.script);
  expect(over(BUDGETS.script, (page) => (TOOLS.includes(page.address) ? 0 : cost(page)))).toEqual([]);
});

test('no script holds a page up', () => {
  const isBlocking = (element: BuiltPage['elements'][number]) =>
    element.tagName === 'script' &&
    attribute(element, 'src') !== undefined &&
    attribute(element, 'type') !== 'module' &&
    attribute(element, 'defer') === undefined &&
    attribute(element, 'async') === undefined;
  expect(pages.filter(({ elements }) => elements.some(isBlocking)).map(({ address }) => address)).toEqual([]);
});

test(`fonts of a first visit take at most ${BUDGETS.fonts} bytes, even where a page needs them all`, () => {
  // Those of drawings are in style, those of the text in script.
  const fonts = (html: string) => new Set(html.match(/\/[\w./-]+\.woff2/g));
  expect(Math.max(...pages.map(({ html }) => fonts(html).size))).toBeGreaterThan(3);
  const cost = ({ html }: BuiltPage) => sum([...fonts(html)].map((font) => statSync(fileOf(font)).size));
  expect(over(BUDGETS.fonts, cost)).toEqual([]);
});

test('style asks for fonts of drawings only, whose words move no others', () => {
  const faces = pages.flatMap(({ html }) => html.match(/@font-face\{[^}]*\}/g) ?? []);
  expect(faces.length).toBeGreaterThan(0);
  expect(faces.filter((face) => !/font-family:"?Drawn\b.*font-display:swap/.test(face))).toEqual([]);
});

/** Script files with what they import from the start. */
function withImports(files: readonly string[], all = new Set<string>()): Set<string> {
  for (const file of files.filter((one) => !all.has(one))) {
    all.add(file);
    const imports = readFileSync(file, 'utf8').matchAll(/\bimport\s*(?:[\w{}$*,\s]*from\s*)?["'](\.[^"']+)["']/g);
    withImports(
      [...imports].map(([, from = '']) => path.join(path.dirname(file), from)),
      all,
    );
  }
  return all;
}
