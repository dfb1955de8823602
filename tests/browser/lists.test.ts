import { describe, expect, test } from 'vitest';
import { overflow, resize, served } from '../support/browser.ts';
import { readPages } from '../support/pages.ts';
import { storySite } from '../support/sites.ts';
import { pageOf } from '../support/page-kinds.ts';
import { story } from '../support/story.ts';

/** The timeline and its parts, the documents side by side, the positions: without script, which none of them needs. */
const site = served();
const { events, drafts, demands, parties } = story;
const open = (address: string, width = 1200) =>
  site.open(address, { javaScriptEnabled: false, viewport: { width, height: 800 } });

describe.skipIf(!pageOf('timeline'))('the timeline', () => {
  test('marks the key moment, and has headings for years in their order', async () => {
    const page = await open('/timeline/');
    expect(await page.locator('.events > li').count()).toBe(events.length);
    expect(await page.locator('.events .moment').count()).toBe(1);
    const years = await page.locator('main section > h2').allInnerTexts();
    expect(years.map(Number)).toEqual(years.map(Number).toSorted((a, b) => a - b));
  });

  test('every filter leads to a page that says how many it leaves, can be cleared, and holds just those', async () => {
    const page = await open('/timeline/');
    const filters = await page.locator('.filters li').evaluateAll((items) =>
      items.map((item) => ({
        href: item.querySelector('a')?.getAttribute('href') ?? '',
        count: Number(/\d+\s*$/.exec((item.querySelector('.now') ?? item).textContent ?? '')?.[0]),
      })),
    );
    expect(filters.length).toBeGreaterThan(1);
    const pages = new Map(readPages(storySite.folder).map(({ address, html }) => [address, html]));
    const left = (count: number) => `${count} of ${events.length} events`;
    for (const { href, count } of filters) expect(pages.get(href), href).toContain(left(count));
    const { href, count } = filters[0] ?? { href: '', count: 0 };
    await page.goto(site.at(href));
    expect(await page.locator('.events > li').count()).toBe(count);
    expect(await page.getByText(left(count)).first().isVisible()).toBe(true);
    expect(await page.locator('.filters [aria-current]').count()).toBe(1);
    await page.getByRole('link', { name: 'Show them all' }).click();
    expect(page.url()).toBe(site.at('/timeline/'));
  });

  test('on paper keeps the chosen part and says so', async () => {
    const page = await open('/timeline/');
    await page.locator('.filters a').first().click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('h1').innerText()).toMatch(/^Timeline: .+/);
    expect(
      await page
        .getByText(/\d+ of \d+ events/)
        .first()
        .isVisible(),
    ).toBe(true);
  });
});

describe.skipIf(drafts.length === 0)('the documents side by side', () => {
  test('are a table in which each row is an address, and every article is linked', async () => {
    const page = await open('/drafts/');
    const table = page.getByRole('table').first();
    expect(await table.getByRole('columnheader').count()).toBe(2 + drafts.length);
    const rows = table.locator('tbody').getByRole('row');
    expect(await rows.count()).toBeGreaterThanOrEqual(demands.length);
    for (const row of await rows.all()) {
      expect(await row.getAttribute('id')).toBeTruthy();
      expect(await row.getByRole('rowheader').count()).toBe(1);
    }
    const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    const articles = drafts.flatMap((draft) => draft.articles.map(({ address }) => address));
    expect(articles.filter((address) => !links.some((href) => href?.startsWith(address)))).toEqual([]);
  });

  test('have the first line of each column of their contents at one height', async () => {
    const page = await open('/drafts/', 1440);
    const tops = await page.locator('.toc li').evaluateAll((items) => {
      const boxes = items.map((item) => item.getBoundingClientRect());
      return boxes.filter(({ left }, at) => left !== boxes[at - 1]?.left).map(({ top }) => Math.round(top));
    });
    expect(tops.length).toBeGreaterThan(1);
    expect(new Set(tops).size).toBe(1);
  });

  test('fit a telephone', async () => {
    const page = await open('/drafts/', 360);
    expect(await page.getByRole('table').first().locator('tbody').getByRole('row').count()).toBeGreaterThan(0);
    expect(await overflow(page)).toBe(0);
  });
});

describe('a paragraph in its document', () => {
  const article = drafts.flatMap(({ articles }) => articles).findLast(({ paragraphs }) => paragraphs.length > 1);
  /** Opens the whole document at a paragraph of that article, on a telephone. */
  const openAt = async (place: number) => {
    const name = `${article?.id.split('/').at(-1)}-${article?.paragraphs.at(place)?.id}`;
    const page = await open(`${article?.draft.address}#${name}`, 360);
    const seen = (selector: string) =>
      page.locator(selector).evaluateAll((all) =>
        all.some((one) => {
          const { top, bottom } = one.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
      );
    return { page, seen };
  };

  test.skipIf(!article)('shows on a telephone, within one screen, whose it is and whom it binds', async () => {
    const { page, seen } = await openAt(0);
    await expect.poll(() => seen('.where')).toBe(true);
    await expect.poll(() => seen(':target .meta')).toBe(true);
    expect(await overflow(page)).toBe(0);
  });

  test.skipIf(!article)('says so above its words where its article begins above the screen', async () => {
    const { page } = await openAt(-1);
    const said = await page.locator(':target h4').evaluate((one) => getComputedStyle(one, '::before').content);
    expect(said).toContain(article?.draft.short);
  });
});

test.skipIf(demands.length === 0)(
  'the positions show every answer in a table, each with the way to its sources',
  async () => {
    const page = await open('/positions/');
    const cells = page.locator('tbody td');
    const answering = parties.filter(({ id }) =>
      demands.some(({ positions }) => positions.some(({ party }) => party.id === id)),
    );
    expect(await cells.count()).toBe(demands.length * answering.length);
    const links = await cells
      .locator('a:not(.then a)')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(
      demands.flatMap(({ address, positions }) =>
        answering
          .filter(({ id }) => positions.some(({ party }) => party.id === id))
          .map(({ id }) => `${address}#${id}`),
      ),
    );
  },
);

test.skipIf(demands.length === 0).each([360, 700, 1000])(
  'the mark of each answer stands beside its word at %i pixels, and what is not known looks the same then and now',
  async (width) => {
    const page = await open('/positions/', width);
    for (const isBack of [false, true]) {
      await page.evaluate((on) => document.documentElement.toggleAttribute('data-as-of', on), isBack);
      const answers = await page.locator('td a').evaluateAll((all) =>
        all.flatMap((word) => {
          const mark = word.parentElement?.querySelector('svg')?.getBoundingClientRect();
          const { top, height } = word.getBoundingClientRect();
          const style = getComputedStyle(word).fontStyle;
          return mark && height > 0 ? [{ apart: top - mark.top, look: `${word.textContent}: ${style}` }] : [];
        }),
      );
      expect(answers.filter(({ apart }) => apart > 15)).toEqual([]);
      const looks = new Set(answers.map(({ look }) => look));
      expect(looks.size).toBe(new Set([...looks].map((look) => look.split(':')[0])).size);
    }
  },
);

test('no table breaks a word in two', async () => {
  const tabled = readPages(storySite.folder).filter(
    ({ address, html }) =>
      html.includes('<table') && /^\/(drafts|positions|sources|pictures)\/([\w-]+\/)?$/.test(address),
  );
  for (const { address } of tabled) {
    const page = await site.open(address);
    for (const width of [1200, 720, 640]) {
      await resize(page, width);
      const broken = await page.locator('main').evaluate((main) => {
        for (const details of main.querySelectorAll('details')) details.open = true;
        const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          if (!text.parentElement?.closest('th, td')) continue;
          for (const { 0: word, index } of (text.nodeValue ?? '').matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
            const range = new Range();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            const lines = [...range.getClientRects()].filter((line) => line.width > 0);
            if (lines.some(({ top }) => top > (lines[0]?.bottom ?? top))) found.push(word);
          }
        }
        return found;
      });
      expect(broken, `${address}, ${width} pixels wide`).toEqual([]);
    }
  }
});

test('the way to the book stands apart from the line below the questions', async () => {
  const page = await open('/');
  const list = await page.locator('.questions').boundingBox();
  const book = await page.locator('.questions + p').boundingBox();
  expect((book?.y ?? 0) - (list?.y ?? 0) - (list?.height ?? 0)).toBeGreaterThan(12);
});

test('a table of two accounts says in plain words where one of them is silent', async () => {
  const pages = new Map(readPages(storySite.folder).map(({ address, html }) => [address, html]));
  const silent = story.explainers.find(({ address }) => pages.get(address)?.includes('class="silence"'));
  if (!silent) return;
  const page = await open(silent.address);
  expect(new Set(await page.locator('table .silence').allInnerTexts())).toEqual(new Set(['Not mentioned']));
});
