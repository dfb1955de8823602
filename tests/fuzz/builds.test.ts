import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, root } from '../support/build.ts';
import { attribute, readPages, textOf, type BuiltPage } from '../support/pages.ts';
import { faultsOfPages } from '../support/valid-html.ts';
import { broken } from './broken.ts';
import { faultsOfText } from './safe-html.ts';
import { faultsOfPage, isScript, keyOf } from './safe-pages.ts';

const folder = path.join(root, '.cache/test/fuzz');
const quick = { PRECOMPRESS: 'off', CARDS: 'off' };

beforeAll(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Every field of tests/stories/hostile tries to get script, style or a request into a page, and is allowed to stand
 * there as text.
 */
describe('a story that is hostile and yet whole', () => {
  const out = path.join(folder, 'hostile');
  let pages: BuiltPage[];
  /** The scripts of the same site with harmless content. */
  let own: Set<string>;

  beforeAll(async () => {
    const harmless = path.join(folder, 'harmless');
    for (const [story, place] of [
      ['small', harmless],
      ['hostile', out],
    ] as const) {
      const { ok, output } = await build({ story: `tests/stories/${story}`, out: place, env: quick });
      expect(ok, output).toBe(true);
    }
    own = new Set(readPages(harmless).flatMap(({ elements }) => elements.filter(isScript).map(keyOf)));
    pages = readPages(out);
  });

  test('becomes pages of valid HTML', async () => {
    expect(pages.length).toBeGreaterThan(35);
    expect(await faultsOfPages(pages)).toEqual([]);
  });

  test('with no script, style, handler or request of content in them', () => {
    expect(own.size).toBeGreaterThan(0);
    expect(pages.flatMap((page) => faultsOfPage(page, own).map((fault) => `${page.address}: ${fault}`))).toEqual([]);
  });

  test('which show what was written, as text', () => {
    const told = pages.map(({ tree }) => textOf(tree)).join('\n');
    for (const text of [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<style>*{display:none}</style>',
      '${alert(1)}',
      '$& {{constructor}}',
      '</code></pre>',
      'می‌خواهم',
    ])
      expect(told).toContain(text);
    const meeting = pages.find(({ address }) => address === '/the-meeting/');
    const title = meeting?.elements.find(({ tagName }) => tagName === 'h1');
    expect(title && textOf(title).replace(/\s+/g, ' ').trim()).toBe('"><script>alert(1)</script> $& {{constructor}}');
  });

  test('and feed, data and lists of redirects that can be read', () => {
    const read = (file: string) => readFileSync(path.join(out, file), 'utf8');
    for (const file of ['feed.xml', 'sitemap.xml'])
      expect(() => XmlDocument.fromString(read(file)).dispose(), file).not.toThrow();
    for (const file of ['timeline', 'glossary', 'sources', 'addresses'])
      expect(faultsOfText(JSON.stringify(JSON.parse(read(`data/${file}.json`))))).toEqual([]);
    for (const line of read('_redirects').trim().split('\n')) expect(line).toMatch(/^\/\S*\/ \/\S* 301$/);
    for (const line of read('_server/nginx-moved.conf').trim().split('\n'))
      expect(line).toMatch(/^\/[^\s;{}"']*\/ \/[^\s;{}"']*;$/);
    const structured = pages.flatMap(({ elements }) =>
      elements.filter((element) => attribute(element, 'type') === 'application/ld+json').map(textOf),
    );
    for (const text of structured) expect(() => JSON.parse(text) as unknown).not.toThrow();
  });
});

/** What every report has: it names things to the writer and shows nothing of the code. */
function expectReport(output: string): void {
  expect(output).not.toMatch(/^\s+at .+[(:]\S*\d+/m);
  expect(output).not.toMatch(/\b(TypeError|RangeError|ReferenceError|node:internal|UnhandledPromise)/);
  expect(faultsOfText(output.replace(/\u001b\[\d*m|\n/g, ' '))).toEqual([]);
}

/** What a report says of each file: a line with its name, then a line for each fault. */
function reportOf(output: string): Map<string, string[]> {
  const report = new Map<string, string[]>();
  let faults: string[] = [];
  for (const line of output.split('\n')) {
    if (/^\s*\d+:\d+/.test(line)) faults.push(line);
    else report.set(line, (faults = []));
  }
  return report;
}

test(`a build refuses ${broken.length} hostile files at once, and what is no file, each with its reason`, async () => {
  const story = path.join(folder, 'broken/story');
  cpSync(path.join(root, 'tests/stories/small'), story, { recursive: true });
  for (const { file, content } of broken) {
    mkdirSync(path.dirname(path.join(story, file)), { recursive: true });
    writeFileSync(path.join(story, file), content);
  }
  const unreadable = [{ file: 'timeline/folder.md', says: 'is a folder' }];
  mkdirSync(path.join(story, 'timeline/folder.md'));
  if (process.platform !== 'win32') {
    unreadable.push(
      { file: 'timeline/nowhere.md', says: 'is a link' },
      { file: 'timeline/pipe.md', says: 'a pipe' },
      { file: 'glossary/inside', says: 'is a link' },
    );
    symlinkSync('/nowhere', path.join(story, 'timeline/nowhere.md'));
    symlinkSync('../timeline', path.join(story, 'glossary/inside'));
    execFileSync('mkfifo', [path.join(story, 'timeline/pipe.md')]);
  }

  const out = path.join(folder, 'broken/dist');
  const { ok, output } = await build({ story, out, env: quick });
  expect(ok, output).toBe(false);
  expect(existsSync(out)).toBe(false);
  expectReport(output);
  const told = reportOf(output);
  for (const { file, says } of [...broken, ...unreadable])
    expect(told.get(file)?.join('\n'), `${file} in:\n${output}`).toContain(says);
}, 120_000);

test('a build says so when there is no story', async () => {
  const { ok, output } = await build({
    story: path.join(folder, 'nothing'),
    out: path.join(folder, 'none'),
    env: quick,
  });
  expect(ok).toBe(false);
  expect(output).toContain('the story cannot be read');
  expectReport(output);
});
