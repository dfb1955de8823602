import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { dist } from '../support/build.ts';
import { attribute, readPages } from '../support/pages.ts';

/** What a reader pays before a page can be read, in bytes as a server sends them: brotli of quality 11. */
const BUDGETS = { page: 14_600, script: 5_000, fonts: 60_000 };

/** Pages that are there to do something; every other is there to be read. */
const TOOLS = ['/search/'];

const pages = readPages(dist);
const sent = (bytes: Buffer) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
/** The bytes of a text file as they are sent; the build has put them beside it. */
const sizeOf = (file: string) => (existsSync(`${file}.br`) ? statSync(`${file}.br`).size : sent(readFileSync(file)));
const fileOf = (address: string) => path.join(dist, decodeURIComponent(address));

/** The pages that are over a budget, the worst first. */
function over(budget: number, cost: (page: (typeof pages)[number]) => number): string[] {
  return pages
    .map((page) => ({ address: page.address, bytes: cost(page) }))
    .filter(({ bytes }) => bytes > budget)
    .sort((a, b) => b.bytes - a.bytes)
    .map(
      ({ address, bytes }) =>
        `${address} has ${bytes.toLocaleString('en')} bytes, ${(bytes - budget).toLocaleString('en')} too many`,
    );
}

describe('what a reader pays', () => {
  test(`HTML and all CSS of a page fit into one round trip: ${BUDGETS.page} bytes`, () => {
    expect(
      over(BUDGETS.page, ({ file, elements }) => {
        const sheets = elements.flatMap((element) =>
          element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet'
            ? [attribute(element, 'href') ?? '']
            : [],
        );
        return sizeOf(file) + sheets.reduce((sum, address) => sum + sizeOf(fileOf(address)), 0);
      }),
    ).toEqual([]);
  });

  test(`script of a page to be read takes at most ${BUDGETS.script} bytes`, () => {
    expect(
      over(BUDGETS.script, ({ address, elements }) =>
        TOOLS.includes(address) ? 0 : scriptFiles(elements).reduce((sum, file) => sum + sizeOf(file), 0),
      ),
    ).toEqual([]);
  });

  test('no script holds a page up', () => {
    const blocking = pages.flatMap(({ address, elements }) =>
      elements
        .filter((element) => element.tagName === 'script' && attribute(element, 'src') !== undefined)
        .filter(
          (element) =>
            attribute(element, 'type') !== 'module' &&
            attribute(element, 'defer') === undefined &&
            attribute(element, 'async') === undefined,
        )
        .map((element) => `${address} waits for ${attribute(element, 'src')}`),
    );
    expect(blocking).toEqual([]);
  });

  test(`fonts of a first visit take at most ${BUDGETS.fonts} bytes, even where a page needs them all`, () => {
    expect(
      over(BUDGETS.fonts, ({ html }) => fontsOf(html).reduce((sum, file) => sum + statSync(file).size, 0)),
    ).toEqual([]);
  });

  test('no font holds a page up or moves its words; in a drawing there are none to move', () => {
    const faces = pages.flatMap(({ address, html }) =>
      (html.match(/@font-face\{[^}]*\}/g) ?? []).map((face) => ({ address, face })),
    );
    expect(faces.length).toBeGreaterThan(0);
    expect(
      faces.filter(
        ({ face }) => !face.includes(/font-family:"?Drawn/.test(face) ? 'font-display:swap' : 'font-display:optional'),
      ),
    ).toEqual([]);
  });
});

/** The script files of a page, with what they import from the start. */
function scriptFiles(elements: (typeof pages)[number]['elements']): string[] {
  const files = new Set<string>();
  const add = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(
      /\bimport\s*(?:[\w{}$*,\s]*from\s*)?["'](\.[^"']+)["']/g,
    ))
      add(path.join(path.dirname(file), from));
  };
  for (const element of elements) {
    const address = element.tagName === 'script' ? attribute(element, 'src') : undefined;
    if (address !== undefined) add(fileOf(address));
  }
  return [...files];
}

const fontsOf = (html: string) => [
  ...new Set([...html.matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, address = '']) => fileOf(address))),
];
