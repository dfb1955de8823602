import { extractText } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines, type Engine, type Reader } from '../support/engines.ts';
import { readPages } from '../support/pages.ts';
import { serve } from '../support/serve.ts';
import { storySite } from '../support/sites.ts';
import { pageOf, pageOfEachKind } from '../support/page-kinds.ts';
import { wordToFind } from '../support/story.ts';

/**
 * What a reader does, in every engine, and in one that knows nothing of what is new. The device is dark, so that each
 * page is seen dark by the device's wish, and light by the reader's choice.
 */
let site: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  site = await serve(storySite.folder);
});
afterAll(() => site.close());
const at = (address: string) => new URL(address.slice(1), site.url).href;

const explainer = pageOf('explainer') ?? '';
const section = pageOf('section') ?? '';
const pictured = readPages(storySite.folder).find(
  ({ address, html }) => address !== '/all/' && /<figcaption>.*?<img [^>]*\.svg/.test(html),
)?.address;
const tabled = readPages(storySite.folder).find(({ html }) => /<td[^>]*>[^<]*<sup/.test(html))?.address;
const folded = readPages(storySite.folder).find(({ html }) => html.includes('<details class="prose"'))?.address ?? '';

/** How wide what the page holds is beyond its window, how light paper and ink are, and what should not be seen. */
function look() {
  const { documentElement: root } = document;
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return (red + green + blue) / 765;
  };
  const { backgroundColor, color } = getComputedStyle(root);
  return {
    overflow: root.scrollWidth - root.clientWidth,
    paper: light(backgroundColor),
    ink: light(color),
    cards: [...document.querySelectorAll('.terms > *')].filter((card) => card.getClientRects().length > 0).length,
  };
}
const isDark = async (reader: Reader) => (await reader.run(look)).paper < 0.2;
const pathOf = (reader: Reader) => reader.run(() => location.pathname);
const seen = (reader: Reader, selector: string) =>
  reader.run((wanted) => {
    const element = document.querySelector<HTMLElement>(wanted);
    const box = element?.getBoundingClientRect();
    if (!element || !box || box.width === 0) return null;
    const { left, right, top, bottom } = box;
    return { left, right, top, bottom, text: element.innerText, hasFocus: element === document.activeElement };
  }, selector);
const TERM = '.prose a.term';
const MARK = '.prose p [role=doc-noteref]';

const found = Object.groupBy(engines('dark'), ({ missing }) => (missing === undefined ? 'here' : 'missing'));
for (const { name, missing } of found.missing ?? [])
  console.warn(`Left out: what a reader does in ${name}. ${missing}.`);
describe.skip.each(found.missing ?? [])('$name', readIn);
describe.each(found.here ?? [])('$name', readIn);

function readIn({ name, launch }: Engine): void {
  let reader: Reader;
  beforeAll(async () => {
    reader = await launch();
  });
  afterAll(() => reader?.close());

  const open = async (address: string, width = 360, height = 780) => {
    await reader.resize(width, height);
    await reader.open(at(address));
    // The script of a page begins when it has been painted.
    await expect.poll(() => reader.run(() => document.documentElement.dataset['script'])).toBe('on');
  };
  /** Clicks the first mark, away from the bar of the contents. */
  const clickMark = async () => {
    await reader.run(
      (mark) => document.querySelector(mark)?.scrollIntoView({ block: 'center', behavior: 'instant' }),
      MARK,
    );
    await reader.click(MARK);
  };
  const knowsPopovers = () => reader.run(() => 'showPopover' in HTMLElement.prototype);

  // Chromium as it is sees them in pages.test.ts.
  test.skipIf(name === 'Chromium')(
    'each kind of page is dark as the device is, fits a small telephone, and runs without a fault',
    async () => {
      const faults: string[] = [];
      for (const { address } of pageOfEachKind) {
        await open(address);
        const { overflow, paper, ink, cards } = await reader.run(look);
        if (overflow > 0) faults.push(`${address} is ${overflow} pixels too wide`);
        if (paper > 0.2 || ink < 0.7) faults.push(`${address} has paper of ${paper} and ink of ${ink}`);
        if (cards > 0) faults.push(`${address} shows ${cards} cards that nobody asked for`);
        for (const trouble of await reader.troubles()) faults.push(`${address}: ${trouble}`);
      }
      expect(faults).toEqual([]);
    },
  );

  test('a name explains itself in place, or leads to the glossary', async () => {
    await open(explainer);
    await reader.click(TERM);
    if (!(await knowsPopovers())) {
      await expect.poll(() => pathOf(reader)).toMatch(/^\/glossary\/.+/);
      return;
    }
    const card = await seen(reader, '.terms > :popover-open');
    expect(card?.hasFocus).toBe(true);
    expect(card?.text.length).toBeGreaterThan(40);
    expect(card && card.left >= 0 && card.right <= 360 && card.top >= 0 && card.bottom <= 780).toBe(true);
    // Tab goes through the card and on in the text.
    await reader.press('Tab');
    await reader.press('Tab');
    expect(await seen(reader, '.terms > :popover-open')).toBeNull();
    expect(await reader.run(() => document.activeElement?.closest('.prose') !== null)).toBe(true);
    expect(await pathOf(reader)).toBe(explainer);
  });

  test('a note opens under its paragraph, and stands in the margin where there is room', async () => {
    await open(explainer);
    await clickMark();
    const here = await seen(reader, '.here');
    expect(here?.text).toMatch(/^1\. /);
    expect(here && here.left >= 0 && here.right <= 360).toBe(true);
    await reader.resize(1440, 900);
    await expect.poll(async () => (await seen(reader, '.notes ol > li'))?.left).toBeGreaterThan(900);
    const [note, mark, text] = [
      await seen(reader, '.notes ol > li'),
      await seen(reader, MARK),
      await seen(reader, 'article > .text'),
    ];
    expect(note?.left).toBeGreaterThan(text?.right ?? Infinity);
    expect(Math.abs((note?.top ?? 0) - (mark?.top ?? 0))).toBeLessThan(60);
    expect((await reader.run(look)).overflow).toBeLessThanOrEqual(0);
  });

  test.skipIf(!tabled)('a note of a table opens under its row', async () => {
    await open(tabled ?? '');
    const marked = await reader.run(() => document.querySelector('.prose td [role=doc-noteref]')?.id);
    expect(marked).toBeDefined();
    await reader.click(`[id="${marked}"]`);
    const row = await reader.run((id) => {
      const mark = document.getElementById(id ?? '');
      const next = mark?.closest('tr')?.nextElementSibling;
      return (
        next?.classList.contains('here') && next.getBoundingClientRect().top - (mark?.getBoundingClientRect().top ?? 0)
      );
    }, marked);
    expect(row).toBeLessThan(600);
    expect((await reader.run(look)).overflow).toBeLessThanOrEqual(0);
  });

  test('the sign at a heading offers to share the section, or leads to it', async () => {
    await open(explainer, 1000, 800);
    const anchor = '.prose .head .anchor';
    const leadsTo = await reader.run((selector) => {
      return document.querySelector<HTMLAnchorElement>(selector)?.pathname;
    }, anchor);
    await reader.click(anchor);
    if (!(await knowsPopovers())) {
      await expect.poll(() => pathOf(reader)).toBe(leadsTo);
      return;
    }
    await expect.poll(async () => (await seen(reader, '.section-menu'))?.text).toContain('Copy link');
    await reader.click(anchor);
    await expect.poll(() => seen(reader, '.section-menu')).toBeNull();
    expect(await pathOf(reader)).toBe(explainer);
  });

  test('the search finds', async () => {
    await open('/search/');
    await reader.click('#q');
    await reader.type(wordToFind.word);
    await expect.poll(async () => (await seen(reader, '.pages li'))?.text).toContain(wordToFind.word);
    await reader.click('.pages a');
    await expect.poll(() => pathOf(reader)).not.toBe('/search/');
    expect(await reader.troubles()).toEqual([]);
  });

  test('the theme is the device’s until the reader chooses, and again when the reader goes back to it', async () => {
    await open('/glossary/', 768);
    expect((await seen(reader, '.theme'))?.text ?? '').toBe('');
    const change = async () => {
      if ((await seen(reader, '.theme')) === null) await reader.click('.masthead .opens');
      await reader.click('.theme');
    };
    await change();
    expect(await isDark(reader)).toBe(false);
    await open(explainer, 768);
    expect(await isDark(reader)).toBe(false);
    expect((await reader.run(look)).ink).toBeLessThan(0.2);
    await change();
    expect(await isDark(reader)).toBe(true);
    expect(await reader.run(() => localStorage.getItem('theme'))).toBeNull();
  });

  test('a link that nobody can decode stops nothing', async () => {
    // From another page, so that the menu of the last test is closed.
    await open('/404.html');
    await open(`${explainer}#50%`);
    expect(await reader.troubles()).toEqual([]);
    await clickMark();
    expect(await seen(reader, '.here')).not.toBeNull();
  });

  // Chromium goes back to the section that the address names, also on a page without script.
  test.skipIf(name.startsWith('Chromium'))('the way back leads to the line that was left', async () => {
    await open(explainer, 1000, 800);
    await reader.run(() => document.querySelector<HTMLAnchorElement>('.contents li:nth-child(2) a')?.click());
    await expect.poll(() => reader.run(() => location.hash)).not.toBe('');
    await reader.run(() => scrollTo(0, 3000));
    await expect.poll(() => reader.run(() => Math.round(scrollY))).toBe(3000);
    await reader.run(() => document.querySelector<HTMLAnchorElement>('.contents li:last-child a')?.click());
    await expect.poll(() => reader.run(() => Math.round(scrollY))).not.toBe(3000);
    await reader.run(() => history.back());
    await expect.poll(() => reader.run(() => Math.round(scrollY))).toBe(3000);
  });

  test('paper is as wide as paper is whatever the window, and shows notes, names and what is folded', async () => {
    const print = async (address: string, width: number) => {
      await open(address, width, 900);
      const { text, totalPages } = await extractText(new Uint8Array(await reader.print()), { mergePages: true });
      return { text: text.replace(/\s+/g, ' '), sheets: totalPages };
    };
    const [small, large] = [await print(section, 800), await print(section, 1440)];
    expect(large.sheets).toBe(small.sheets);
    expect(large.text).toContain('Names and terms');
    expect(large.text).toMatch(/<https:/);

    const { text } = await print(folded, 1440);
    const [isOpen, cell] = await reader.run(() => {
      const details = document.querySelector<HTMLDetailsElement>('details.prose');
      return [details?.open, details?.querySelector('tbody th')?.textContent?.trim() ?? ''] as const;
    });
    expect(isOpen).toBe(false);
    expect(text).toContain(cell.replace(/\s+/g, ' '));
  });

  // WebKit makes a black block of what has a filter; the others draw it.
  test.runIf(name === 'WebKit' && pictured)('a picture in a text is drawn on paper', async () => {
    await open(pictured ?? '', 1200, 900);
    const width = await reader.run(async () => {
      const image = document.querySelector<HTMLImageElement>('figure > img');
      image?.scrollIntoView();
      await image?.decode();
      return image?.naturalWidth ?? 0;
    });
    expect(width).toBeGreaterThan(0);
    expect(Buffer.from(await reader.print()).toString('latin1')).not.toMatch(/\/Subtype\s*\/Image/);
  });
}
