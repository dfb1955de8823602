import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults, served } from '../support/browser.ts';
import { storySite } from '../support/sites.ts';
import { pageOf } from '../support/page-kinds.ts';

/** Sharing by hand: links, citations and sentences, by pointer and by keyboard. */
const site = served();
const explainer = pageOf('explainer') ?? '';

async function open(address = explainer): Promise<Page> {
  const { page, context } = await site.visit({ viewport: { width: 1200, height: 800 }, reducedMotion: 'reduce' });
  await context.grantPermissions(['clipboard-write']);
  await page.goto(site.at(address));
  return page;
}

/** What was copied, pasted into a page of its own: the site's policy lets no script read the clipboard. */
async function clipboard(page: Page): Promise<string> {
  const pad = await page.context().newPage();
  await pad.setContent('<textarea autofocus></textarea>');
  await pad.locator('textarea').focus();
  await pad.keyboard.press('ControlOrMeta+V');
  const text = await pad.locator('textarea').inputValue();
  await pad.close();
  return text;
}

describe('the control at a section', () => {
  test('copies the link of the section’s own page, by keyboard alone', async () => {
    const page = await open();
    const heading = page.locator('.prose .head').last();
    const anchor = await heading.locator('.anchor').getAttribute('href');
    const share = heading.getByRole('link');
    await share.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => share.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator(':focus').innerText()).toBe('Copy link');
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('status').innerText()).toBe('Link copied');
    expect(await clipboard(page)).toBe(new URL(anchor ?? '', storySite.url).href);
    expect(anchor).toMatch(/^\/[a-z-]+\/[a-z0-9-]+\/$/);
    await page.keyboard.press('Escape');
    expect(await page.locator('.section-menu[role=dialog]').isVisible()).toBe(false);
    expect(await share.evaluate((button) => button === document.activeElement)).toBe(true);
    await expect.poll(() => share.getAttribute('aria-expanded')).toBe('false');
  });

  test.each([360, 768])(
    'says on a screen of %i pixels what to copy by hand, within it and not over its own name',
    async (width) => {
      const { page } = await site.visit({ viewport: { width, height: 700 }, reducedMotion: 'reduce' });
      await page.addInitScript(() =>
        Object.assign(navigator.clipboard, { writeText: () => Promise.reject(new Error()) }),
      );
      await page.goto(site.at(explainer));
      for (const anchor of [page.locator('.updated .anchor'), page.locator('.prose .head .anchor').last()]) {
        await anchor.click();
        const menu = page.locator('.section-menu[role=dialog]');
        await menu.getByRole('button', { name: 'Copy citation' }).click();
        await expect.poll(() => menu.getByRole('status').innerText()).toMatch(/^To copy by hand/);
        const [box, own] = [await menu.boundingBox(), await anchor.boundingBox()];
        if (!box || !own) throw new Error('there is no menu');
        expect(box.x).toBeGreaterThanOrEqual(8);
        expect(box.x + box.width).toBeLessThanOrEqual(width - 7);
        expect(box.y >= own.y + own.height || box.y + box.height <= own.y).toBe(true);
        await page.keyboard.press('Escape');
      }
    },
  );

  test('copies a link that puts the site back, while the site is put back', async () => {
    const page = await open();
    await page.locator('.as-of button').click();
    const heading = page.locator('.prose .head').filter({ visible: true }).first();
    await heading.getByRole('link').click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => page.getByRole('status').filter({ hasText: 'Link copied' }).count()).toBe(1);
    const day = await page.locator('.as-of').getAttribute('data-day');
    const anchor = await heading.locator('.anchor').getAttribute('href');
    expect(await clipboard(page)).toBe(new URL(`${anchor}?as-of=${day}`, storySite.url).href);
  });

  test('copies a citation with the version of the page and the day it was read', async () => {
    const page = await open();
    const heading = page.locator('.prose .head').first();
    const title = (await heading.innerText()).split('§')[0]?.trim();
    await heading.getByRole('link').click();
    await page.getByRole('button', { name: 'Copy citation' }).click();
    await expect.poll(() => page.getByRole('status').innerText()).toBe('Citation copied');
    const today = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date());
    expect(await clipboard(page)).toMatch(
      new RegExp(
        `^“${RegExp.escape(title ?? '')}”, in “.+”, .+, version of \\d+ \\w+ \\d{4}(?: \\(.+\\))?, ` +
          `${storySite.url}.+/ \\(read ${today}\\)\\.$`,
      ),
    );
    await page.getByRole('button', { name: 'Copy BibTeX' }).click();
    await expect.poll(() => page.getByRole('status').innerText()).toBe('BibTeX copied');
    const entry = await clipboard(page);
    const lines = [
      /^@online\{[a-z0-9-]+,$/,
      /^ {2}author = \{\{.+\}\},$/,
      /^ {2}title = \{.+: .+\},$/,
      /^ {2}organization = \{.+\},$/,
      /^ {2}date = \{\d{4}-\d{2}-\d{2}\},$/,
      /^ {2}urldate = \{\d{4}-\d{2}-\d{2}\},$/,
      /^ {2}url = \{http.+\},$/,
      /^\}$/,
    ];
    // Not every story has an organisation beside its author.
    const expected = entry.includes('organization =') ? lines : lines.filter((_, at) => at !== 3);
    expect(entry.split('\n')).toEqual(expected.map((line) => expect.stringMatching(line)));
  });

  test('opens the sheet of the system where there is one, and says nothing when it is dismissed', async () => {
    const { page } = await site.visit();
    await page.addInitScript(() => {
      const shared: unknown[] = [];
      Object.assign(window, { shared });
      Object.defineProperty(navigator, 'share', {
        value: async (data: unknown) => {
          shared.push(data);
          if (shared.length > 1) throw new DOMException('dismissed', 'AbortError');
        },
      });
    });
    await page.goto(site.at(explainer));
    await page.locator('.prose .head').first().getByRole('link').click();
    const button = page.getByRole('button', { name: 'Share…' });
    await button.click();
    await expect.poll(() => page.getByRole('status').innerText()).toBe('Shared');
    const [data] = await page.evaluate(
      () => (window as unknown as { shared: { title: string; url: string }[] }).shared,
    );
    expect(data?.url).toContain(storySite.url);
    expect(data?.title).toContain(' · ');
    await button.click();
    expect(await page.getByRole('status').innerText()).toBe('Shared');
  });

  test('is not there where the system has no sheet, and nothing is there without script', async () => {
    const page = await open();
    await page.locator('.prose .head').first().getByRole('link').click();
    expect(await page.getByRole('button', { name: 'Share…' }).count()).toBe(0);
    const plain = await site.open(explainer, { javaScriptEnabled: false });
    expect(await plain.locator('.section-menu').count()).toBe(0);
    const href = await plain.locator('.prose .head .anchor').first().getAttribute('href');
    expect((await plain.goto(new URL(href ?? '', plain.url()).href))?.status()).toBe(200);
  });
});

describe('a link to a sentence', () => {
  /** Selects text in the longest paragraph of the text, from one character to another, as far as it goes. */
  const select = (page: Page, from: number, to: number) =>
    page.evaluate(
      ([start, end]) => {
        const length = ({ textContent }: Element) => textContent?.length ?? 0;
        const [block] = [...document.querySelectorAll('.prose section > p')].sort((a, b) => length(b) - length(a));
        if (!block) return '';
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        let seen = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const { length } = node.textContent ?? '';
          if (seen <= (start as number) && (start as number) < seen + length)
            range.setStart(node, (start as number) - seen);
          if (seen < (end as number) && (end as number) <= seen + length) range.setEnd(node, (end as number) - seen);
          seen += length;
        }
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        return range.toString();
      },
      [from, to],
    );

  /** Whether this Chromium scrolls to the words that an address ends with: the one from npm does not. */
  const scrollsToWords = async (): Promise<boolean> => {
    const { page } = await site.visit();
    const body = '<p style="margin: 200vh 0">the words</p>';
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(`${site.at('/')}#:~:text=the%20words`);
    const scrolls = await page.evaluate(() => scrollY > 0);
    if (!scrolls) console.warn('This Chromium does not scroll to words: that the link leads to them is left out.');
    return scrolls;
  };

  test.each([
    { name: 'a few words', from: 0, to: 40 },
    { name: 'a long passage', from: 0, to: 260 },
  ])('$name: the browser finds them on the section’s own page', async ({ from, to }) => {
    const page = await open();
    const text = await select(page, from, to);
    const offer = page.getByRole('button', { name: 'Copy link to these words' });
    await offer.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    // Script has made the selection, so the keyboard is told where it is: at the head of its section.
    await page.evaluate(() => {
      const section = getSelection()?.anchorNode?.parentElement?.closest('section');
      section?.querySelector<HTMLElement>('.anchor')?.focus();
    });
    // The next Tab from the selection leads to links of the paragraph, and then to the offer.
    for (let tabs = 0; tabs < 90 && !(await offer.evaluate((button) => button === document.activeElement)); tabs += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Link copied' }).waitFor();
    const url = await clipboard(page);
    expect(url).toContain('#:~:text=');
    if (!(await scrollsToWords())) return;
    const other = await open('/about/');
    await other.goto(url.replace(storySite.url, site.server.url));
    // What a browser marks is not told to script, so the page is asked whether it scrolled to the words.
    const isInView = () =>
      other.evaluate((words) => {
        const paragraphs = [...document.querySelectorAll('.prose p')];
        const first = paragraphs.find((paragraph) => paragraph.textContent?.includes(words.slice(0, 30)));
        const top = first?.getBoundingClientRect().top ?? -1;
        return top >= 0 && top < innerHeight;
      }, text);
    await expect.poll(isInView).toBe(true);
  });

  test('the offer goes away with the selection', async () => {
    const page = await open();
    await select(page, 0, 40);
    const offer = page.getByRole('button', { name: 'Copy link to these words' });
    await offer.waitFor();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await offer.waitFor({ state: 'hidden' });
  });
});
