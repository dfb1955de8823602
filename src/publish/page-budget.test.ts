import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { weighPages } from './page-budget.ts';

const SITE = new URL('http://localhost:4321/');
let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'page-budget-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const faults = async (site = SITE): Promise<string[]> => (await weighPages(folder, site)).faults;

/** Text that hardly shrinks, of about as many bytes as it has letters. */
const noise = (seed: string, length: number): string =>
  Array.from({ length: Math.ceil(length / 32) }, (_, at) =>
    createHash('sha256').update(`${seed}${at}`).digest('base64url').slice(0, 32),
  ).join(' ');

const write = (name: string, html: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), `<!doctype html><title>x</title>${html}`);
};

test('a page within its budget is none of it', async () => {
  write('index.html', `<p>${noise('a', 9_000)}</p>`);
  write('long/index.html', '<p>again</p>'.repeat(9_000));
  expect(await faults()).toEqual([]);
});

test('a page that is too heavy is told with its file, its heaviest parts and a way out', async () => {
  write(
    'the-flood/index.html',
    `<style>${noise('style', 3_000)}</style>` +
      `<section id="rain"><h2>The rain</h2><p>${noise('rain', 12_000)}</p></section>` +
      `<section id="sun"><h2>The sun</h2><p>${noise('sun', 6_000)}</p></section><svg>${noise('svg', 900)}</svg>`,
  );
  write('timeline/index.html', `<ol><li>${noise('list', 25_000)}</li></ol>`);
  const [timeline, flood, ...more] = await faults();
  expect(more).toEqual([]);
  expect(flood).toMatch(/^\/the-flood\/, of explainers\/the-flood\.md, has 1\d,\d{3} bytes, /);
  expect(flood).toMatch(
    / bytes, \d,\d{3} more than the 14,600 that arrive at once: about \d,\d{3} words\. What is heavy/,
  );
  expect(flood).toMatch(/ What is heavy: the section “The rain” \S+; the section “The sun” \S+; its style \S+\. /);
  expect(flood).toMatch(/; its style \S+\. Shorten the text, .* move a section/);
  expect(timeline).toMatch(/^\/timeline\/ has .*What is heavy: lists and tables \S+\. Shorten the titles and briefs/);
});

test('a page that just fits is told, with the bytes and words that are left', async () => {
  write('easy/index.html', `<p>${noise('a', 9_000)}</p>`);
  expect((await weighPages(folder, SITE)).close).toBeUndefined();
  for (let length = 17_000; length < 20_000 && (await weighPages(folder, SITE)).close === undefined; length += 60)
    write('the-flood/index.html', `<p>${noise('a', length)}</p>`);
  expect(await weighPages(folder, SITE)).toEqual({
    faults: [],
    close: expect.stringMatching(
      /^almost too heavy for the 14,600 bytes .*: explainers\/the-flood\.md has \d\d left \(about \d\d words\)$/,
    ) as string,
  });
});

test('what counts is the copy that a server sends', async () => {
  write('index.html', `<p>${noise('a', 20_000)}</p>`);
  writeFileSync(path.join(folder, 'index.html.br'), 'small');
  expect(await faults()).toEqual([]);
});

test('the page of all texts may be heavier, and no other of its name', async () => {
  write('all/index.html', `<p>${noise('all', 20_000)}</p>`);
  expect(await faults()).toEqual([]);
  write('timeline/all/index.html', `<p>${noise('all', 20_000)}</p>`);
  expect(await faults()).toHaveLength(1);
});

test('a version may be heavier, since it is as it was published; the list of them may not', async () => {
  write('the-flood/versions/1904-06-01-2/index.html', `<p>${noise('version', 20_000)}</p>`);
  expect(await faults()).toEqual([]);
  write('the-flood/versions/index.html', `<p>${noise('versions', 20_000)}</p>`);
  expect(await faults()).toHaveLength(1);
});

test('a list of very many names may be heavier, but not one of many words', async () => {
  const names = Array.from({ length: 700 }, (_, at) => `<li>${noise(`name ${at}`, 32)}</li>`).join('');
  write('timeline/index.html', `<ol>${names}</ol>`);
  expect(await faults()).toEqual([]);
  write('the-flood/index.html', `<ol>${names}</ol>`);
  write('glossary/index.html', `<dl><dt>${noise('term', 30)}</dt><dd>${noise('brief', 25_000)}</dd></dl>`);
  expect((await faults()).map((fault) => fault.split(' ')[0])).toEqual(['/glossary/', '/the-flood/,']);
});

test('the address of the site does not count', async () => {
  const site = new URL('https://www.the-morning-chronicle.example.org/explainers/the-call-and-the-drafts/');
  const links = (at: URL) =>
    Array.from({ length: 60 }, (_, place) => `<a href="${at.pathname}${place}/">${place}</a>`).join('');
  const page = (at: URL, length: number) =>
    `<link rel="canonical" href="${at.href}"><p>${noise('a', length)}</p>${links(at)}`;
  // As much as just fits at a short address.
  let length = 18_000;
  do write('index.html', page(SITE, (length += 50)));
  while ((await faults()).length === 0);
  write('index.html', page(site, length - 50));
  expect(await faults()).toHaveLength(1);
  expect(await faults(site)).toEqual([]);
});
