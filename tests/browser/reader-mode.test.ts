import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directory } from '../../src/story/directory.ts';
import { kindOf, type PageKind } from '../../src/story/page-kinds.ts';
import { launch } from '../support/browser.ts';
import { readPages } from '../support/pages.ts';
import { wholeSites } from '../support/sites.ts';
import { storyOf } from '../support/story.ts';

/** What the reader modes of Firefox and others, which use Mozilla's Readability, make of every page with a text. */
const READABILITY = readFileSync(fileURLToPath(import.meta.resolve('@mozilla/readability/Readability.js')), 'utf8');

/** Pages of little but links or a form, for which no reader mode is offered: only their introduction is looked for. */
const LISTS: readonly PageKind[] = ['home', 'pictures', 'versions', 'search', 'eventFilter', 'sourceType', 'timeline'];

/** Reads a page as a reader mode does, and says which words of its text are lost. Runs in the browser. */
function readPage(html: string) {
  interface Article {
    title: string;
    byline: string | null;
    publishedTime: string | null;
    content: string;
  }
  const { Readability } = globalThis as unknown as {
    Readability: new (page: Document) => { parse: () => Article | null };
  };
  const parse = (text: string) => new DOMParser().parseFromString(text, 'text/html');
  const wordsOf = (root: Element) => {
    const words: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      words.push(...(walker.currentNode.nodeValue?.replaceAll('\u00ad', '').match(/[\p{L}\p{N}]+/gu) ?? []));
    return words;
  };
  const read = new Readability(parse(html)).parse();
  const { body } = parse(read?.content ?? '');
  const left = new Map<string, number>();
  for (const word of wordsOf(body)) left.set(word, (left.get(word) ?? 0) + 1);
  const main = parse(html).querySelector('main') ?? body;
  const later = main.querySelectorAll('.prose .hindsight').length;
  const lead = main.querySelector('.lead')?.textContent ?? '';
  // Readability has the title beside the text. Notes, cards, pictures and lists of links are no part of the text.
  const beside =
    'h1, nav, .screen-only, .terms, .notes, .mentions, .events, .sources, .visually-hidden, .updated, svg, .moved';
  for (const part of main.querySelectorAll(`${beside}, .anchor, sup, [hidden], .changed`)) part.remove();
  const wanted = wordsOf(main);
  const lost = wanted.filter((word) => {
    const there = left.get(word) ?? 0;
    left.set(word, there - 1);
    return there < 1;
  });
  const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
  const text = flat(body.textContent);
  return {
    title: read?.title,
    byline: read?.byline,
    publishedTime: read?.publishedTime,
    share: wanted.length === 0 ? 1 : 1 - lost.length / wanted.length,
    lost: lost.slice(0, 12).join(' '),
    isLeadLost: !text.includes(flat(lead).slice(0, 60)),
    labelsLost: later - body.querySelectorAll('[data-aside]').length,
  };
}

describe.each(wholeSites)('$name', async (site) => {
  let browser: Awaited<ReturnType<typeof launch>>;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const story = await storyOf(site);
  const pages = new Map(readPages(site.folder).map((page) => [page.address, page]));
  const read = directory(story).filter(({ kind }) => kind !== 'notFound');

  test('no page loses its text, its date or what marks hindsight in a reader mode', async () => {
    const page = await browser.newPage();
    await page.evaluate(READABILITY);
    const faults: string[] = [];
    for (const { address, kind, changes } of read) {
      const { title, byline, publishedTime, share, lost, isLeadLost, labelsLost } = await page.evaluate(
        readPage,
        pages.get(address)?.html ?? '',
      );
      if (share < 0.95 && !LISTS.includes(kind))
        faults.push(`${address} keeps ${Math.round(share * 100)} % of its words; lost: ${lost} …`);
      if (isLeadLost) faults.push(`${address} loses what it says in brief`);
      if (labelsLost > 0) faults.push(`${address} loses ${labelsLost} marks of hindsight`);
      if (!title || !byline) faults.push(`${address} has title “${title}” and author “${byline}”`);
      if (kindOf(kind).readable && changes.length > 0 && publishedTime !== changes.at(-1)?.day)
        faults.push(`${address} has the date ${publishedTime}`);
    }
    expect(faults).toEqual([]);
  });
});
