import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { served } from '../support/browser.ts';
import { readPages } from '../support/pages.ts';
import { sites } from '../support/sites.ts';

/** Reader modes, as Firefox has one and Safari's began: what Mozilla's Readability takes from every page. */
const readability = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');
const site = served();

/** Pages that are tools or lists of links: a browser does not offer its reader mode on them. */
const LISTS = /^\/(404\.html|search\/|sources\/.*|timeline\/.*\/.+|)$/;

interface Readable {
  address: string;
  html: string;
}

/** What reader mode loses of a page; runs in the browser. */
function lostIn({ address, html }: Readable): string[] {
  type Reader = new (page: Document) => { parse: () => { title: string; textContent: string; publishedTime: string } };
  const { Readability } = globalThis as unknown as { Readability: Reader };
  const parse = () => new DOMParser().parseFromString(html, 'text/html');
  const flat = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const page = parse();
  const read = new Readability(parse()).parse();
  const text = flat(read?.textContent);
  const parts = [...page.querySelectorAll('main :is(.lead, .question, .label, .prose p, .prose li, .prose td, dd)')];
  const lost = parts
    .filter((part) => !part.closest('[hidden], .visually-hidden, [popover], nav, .mentions'))
    .map((part) => flat(part.textContent))
    .filter((words) => words.length > 25 && !text.includes(words.slice(0, 40)));
  return lost.map((words) => `${address}: ${words.slice(0, 80)}`);
}

describe.each(sites)('$name', ({ folder }) => {
  const pages = readPages(folder).filter(({ isOwn, address }) => isOwn && !LISTS.test(address));

  test('keeps every word of every page in reader mode', async () => {
    const { page } = await site.visit();
    await page.goto('about:blank');
    await page.evaluate(readability);
    const lost: string[] = [];
    for (const { address, html } of pages) lost.push(...(await page.evaluate(lostIn, { address, html })));
    expect(lost).toEqual([]);
  });
});
