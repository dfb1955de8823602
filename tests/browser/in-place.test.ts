import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults, overflow, ready, resize, served } from '../support/browser.ts';
import { EXCEPTED, laterSentences } from '../support/known.ts';
import { readPages } from '../support/pages.ts';
import { storySite } from '../support/sites.ts';
import { pageOf, pageOfEachKind } from '../support/page-kinds.ts';
import { story } from '../support/story.ts';

/** Names, sources and hindsight in place: by mouse, keyboard and touch, zoomed, in forced colours, without script. */
const site = served();
const { at } = site;
const explainer = pageOf('explainer') ?? '';
const pages = new Map(readPages(storySite.folder).map((page) => [page.address, page]));
/** The first explainer whose HTML has a piece of text. */
const explainerWith = (html: string) =>
  story.explainers.find(({ address }) => pages.get(address)?.html.includes(html))?.address;
/** One that holds what was known only later, one with a section that does, and one with a name in another script. */
const folding = explainerWith('class="callout content hindsight"');
const withLater = explainerWith('class="column folds"');
const withScript = explainerWith('lang="');
const tabled = [...pages.values()].find(({ html }) => /<td[^>]*>[^<]*<sup/.test(html))?.address;
/** One of which the head of a table has a link and no note. */
const headed = [...pages.values()].find(({ html }) => /<th scope="col"[^>]*><a /.test(html))?.address;
/** An event that came after the key moment, and pages that are wholly later. */
const later = story.events.find((event) => event.later);
const laterPages = [later, story.explainers.find((one) => one.later), story.sources.find((one) => one.later)].filter(
  (one) => one !== undefined,
);

const WIDE: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' };
const NARROW: BrowserContextOptions = { viewport: { width: 360, height: 780 }, reducedMotion: 'reduce' };

const { open } = site;
/** A page whose clock only the test moves, so that a busy machine changes nothing. */
async function openWithClock(address: string): Promise<Page> {
  const { page } = await site.visit(WIDE);
  await page.clock.install();
  await page.goto(at(address));
  return page;
}

describe('a name', () => {
  test('explains itself when it is clicked, takes the focus, and gives it back on Escape', async () => {
    const page = await open(explainer, WIDE);
    const word = page.locator('.prose a.term').first();
    await word.focus();
    await page.keyboard.press('Enter');
    const card = page.locator('.terms [popover]:popover-open');
    expect(await card.getAttribute('role')).toBe('dialog');
    expect(await card.getAttribute('aria-label')).toBeTruthy();
    expect(await card.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await word.getAttribute('aria-expanded')).toBe('true');
    expect(page.url()).toContain(explainer);
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('href')).toBe(await word.getAttribute('href'));
    await page.keyboard.press('Escape');
    expect(await card.count()).toBe(0);
    expect(await word.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => word.getAttribute('aria-expanded')).toBe('false');
  });

  test('one at a time, closed by a click elsewhere, and within the window', async () => {
    const page = await open(explainer, WIDE);
    const words = page.locator('.prose a.term');
    const seen = new Set<string>();
    for (let index = 0; index < Math.min(6, await words.count()); index += 1) {
      // By keyboard, since the card that is open may lie over the next word.
      await words.nth(index).focus();
      await page.keyboard.press('Enter');
      const cards = page.locator('.terms [popover]:popover-open');
      expect(await cards.count()).toBe(1);
      const box = await cards.first().boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 1440).toBe(true);
      seen.add((await cards.first().getAttribute('id')) ?? '');
    }
    expect(seen.size).toBeGreaterThan(1);
    await page.locator('h1').click();
    expect(await page.locator('.terms [popover]:popover-open').count()).toBe(0);
  });

  test('is within the window, and as wide as there is room, when the window has become narrower', async () => {
    const page = await open(explainer, WIDE);
    const words = page.locator('.prose a.term');
    const right = await words.evaluateAll((all) => {
      const starts = all.map((word) => word.getBoundingClientRect().left);
      return starts.indexOf(Math.max(...starts));
    });
    const card = page.locator('.terms [popover]:popover-open');
    const width = async (window: number) => {
      await resize(page, window);
      await words.nth(right).focus();
      await page.keyboard.press('Enter');
      const box = await card.boundingBox();
      await page.keyboard.press('Escape');
      if (!box) throw new Error('there is no card');
      expect(box.x).toBeGreaterThanOrEqual(8);
      expect(box.x + box.width).toBeLessThanOrEqual(window - 7);
      return box.width;
    };
    await width(1440);
    expect(await width(400)).toBeGreaterThan(300);
  });

  test('shows itself to a pointer that rests, stays while it is on it, and leaves the focus alone', async () => {
    const page = await open(explainer, WIDE);
    const word = page.locator('.prose a.term').first();
    await word.hover();
    const card = page.locator('.terms [popover]:popover-open');
    await card.waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await card.hover();
    await page.waitForTimeout(600);
    expect(await card.count()).toBe(1);
    await page.mouse.move(700, 20);
    await expect.poll(() => card.count()).toBe(0);
  });

  test('a passing pointer opens nothing', async () => {
    const page = await openWithClock(explainer);
    const card = page.locator('.terms [popover]:popover-open');
    await page.locator('.prose a.term').first().hover();
    await page.clock.runFor(50);
    await page.mouse.move(700, 20);
    await page.clock.runFor(5000);
    expect(await card.count()).toBe(0);
    await page.locator('.prose a.term').first().hover();
    await page.clock.runFor(5000);
    expect(await card.count()).toBe(1);
  });

  test.skipIf(!withScript)('answers a tap on a telephone, with its own script where it has one', async () => {
    const page = await open(withScript ?? '', { ...NARROW, hasTouch: true, isMobile: true });
    const own = page.locator('.terms [popover]:has([lang])').first();
    const id = ((await own.getAttribute('id')) ?? '').slice(5);
    await page.locator(`.prose a.term[href$="/${id}/"]`).first().tap();
    expect(await own.isVisible()).toBe(true);
    const box = await own.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true);
    expect(await own.locator('[lang]').innerText()).toMatch(/(?!\p{Script=Latin})\p{L}/u);
    expect(await overflow(page)).toBe(0);
  });

  test('with a key held goes to the glossary, and so it does without script', async () => {
    const page = await open(explainer, { ...WIDE, javaScriptEnabled: false });
    await page.locator('.prose a.term').first().click();
    expect(page.url()).toContain('/glossary/');
  });
});

describe('a note', () => {
  test('opens under its paragraph on a telephone, with all about its sources, and closes again', async () => {
    const page = await open(explainer, { ...NARROW, hasTouch: true, isMobile: true });
    const mark = page.locator('.prose [role=doc-noteref]').first();
    const box = await mark.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await mark.tap();
    const here = page.locator('.here');
    expect(await mark.getAttribute('aria-expanded')).toBe('true');
    expect(await here.getAttribute('id')).toBe(await mark.getAttribute('aria-controls'));
    const text = await here.innerText();
    expect(text).toMatch(/reporting|primary document|official account|analysis|reference/);
    expect(text).toMatch(/read whole|read in part|read as quoted/);
    expect(await here.locator('a[rel=external]').count()).toBeGreaterThan(0);
    const after = await here.evaluate((element) =>
      element.previousElementSibling?.contains(document.querySelector('[role=doc-noteref]')),
    );
    expect(after).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await mark.focus();
    await page.keyboard.press('Escape');
    expect(await here.count()).toBe(0);
    expect(await mark.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('its mark names it', async () => {
    const page = await open(explainer, WIDE);
    const mark = page.locator('.prose [role=doc-noteref]').first();
    expect(await mark.getAttribute('aria-label')).toBe('Source 1');
  });

  test.each([1280, 1440, 1920])(
    'in the margin at %i pixels: beside its line or below its neighbour, over nothing',
    async (width) => {
      const page = await open(explainer, { ...WIDE, viewport: { width, height: 900 } });
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(200);
      const boxes = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.notes ol > li')].map((note) => {
          const { top, bottom, left, right } = note.getBoundingClientRect();
          const mark = document.querySelector(`[role=doc-noteref][href="#${note.id}"]`)?.getBoundingClientRect();
          return { top, bottom, left, right, line: mark?.top ?? Number.NaN };
        }),
      );
      const text = await page.locator('article > .text').boundingBox();
      expect(boxes.length).toBeGreaterThan(1);
      boxes.forEach((box, index) => {
        const before = boxes[index - 1];
        if (before) expect(box.top).toBeGreaterThanOrEqual(before.bottom);
        expect(box.top).toBeGreaterThanOrEqual(box.line - 2);
        expect(box.left).toBeGreaterThanOrEqual((text?.x ?? 0) + (text?.width ?? 0));
        expect(box.right).toBeLessThanOrEqual(width);
      });
      const footer = await page.locator('body > footer').boundingBox();
      expect(footer && (boxes.at(-1)?.bottom ?? 0) <= footer.y).toBe(true);
      expect(await overflow(page)).toBe(0);
    },
  );

  test('in the margin comes to each mark that asks for it without a jump; Tab and Escape go back there', async () => {
    const page = await open(explainer, WIDE);
    expect(await page.locator('.notes .back').filter({ visible: true }).count()).toBe(0);
    const faults: string[] = [];
    for (const mark of await page.locator('.prose [role=doc-noteref]').all()) {
      await mark.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await mark.focus();
      const before = await page.evaluate(() => scrollY);
      await page.keyboard.press('Enter');
      const { id, fault } = await mark.evaluate((element, y) => {
        const note = document.querySelector(element.getAttribute('href') ?? '');
        const { top = -1, bottom = Infinity } = note?.getBoundingClientRect() ?? {};
        const isNear = top >= 0 && bottom <= innerHeight && Math.abs(top - element.getBoundingClientRect().top) < 200;
        const fault = !isNear ? 'is far' : note !== document.activeElement ? 'has no focus' : scrollY !== y && 'jumps';
        return { id: element.id, fault };
      }, before);
      if (fault) faults.push(`${id}: its note ${fault}`);
      await page.keyboard.press('Escape');
      if (!(await mark.evaluate((element) => element === document.activeElement))) faults.push(`${id}: no way back`);
    }
    expect(faults).toEqual([]);
    const first = page.locator('.prose [role=doc-noteref]').first();
    await first.click();
    const links = await page.locator('.notes li').first().locator('a').filter({ visible: true }).count();
    for (let tabs = 0; tabs <= links; tabs += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.prose') !== null)).toBe(true);
  });

  test('of a table opens under its row on a telephone, wherever its mark stands', async () => {
    const page = await open(tabled ?? explainer, NARROW);
    const far = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.prose table [role=doc-noteref]')].flatMap((mark) => {
        mark.click();
        const here = document.getElementById(mark.getAttribute('aria-controls') ?? '');
        const row = mark.closest('tr');
        const isBelow = here !== null && row?.nextElementSibling === here && here.getClientRects().length > 0;
        mark.click();
        return isBelow ? [] : [mark.id];
      }),
    );
    expect(far).toEqual([]);
  });

  test.skipIf(!headed)(
    'at a name in the head of a table shows the head on a telephone while it has the focus',
    async () => {
      const page = await open(headed ?? '', NARROW);
      const word = page.locator('.prose thead a').first();
      const clip = () => word.evaluate((one) => getComputedStyle(one.closest('th') ?? one).clipPath);
      expect(await clip()).not.toBe('none');
      await word.focus();
      expect(await clip()).toBe('none');
    },
  );

  test('opens below those of earlier marks, and goes where it stands in the margin', async () => {
    const page = await open(explainer, NARROW);
    const marks = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>('.prose p [role=doc-noteref]')];
      const of = (mark: HTMLElement) => all.filter((one) => one.closest('p') === mark.closest('p'));
      const some = all.map(of).find((one) => one.length > 1) ?? [];
      for (const mark of some.toReversed()) mark.click();
      return some.map(({ id }) => `here-${id}`);
    });
    expect(marks.length).toBeGreaterThan(1);
    expect(await page.locator('.here').evaluateAll((all) => all.map(({ id }) => id))).toEqual(marks);
    await resize(page, 1440);
    await expect.poll(() => page.locator('.here').count()).toBe(0);
    expect(await page.locator('[role=doc-noteref][aria-expanded=true]').count()).toBe(0);
  });

  test('on the front page opens where it is too', async () => {
    const page = await open('/', WIDE);
    const mark = page.locator('.prose [role=doc-noteref]').first();
    await mark.click();
    expect(await page.locator('.here').isVisible()).toBe(true);
    expect(new URL(page.url()).hash).toBe('');
  });

  test('in the margin shows all about its source where it stands', async () => {
    const page = await open(explainer, WIDE);
    const note = page.locator('.notes ol > li').first();
    await note.locator('a[href^="#s-"]').first().click();
    expect(await note.locator('.detail').innerText()).toMatch(/read (whole|in part|as quoted)/);
    expect(page.url()).not.toContain('#s-');
  });

  test('without script is a numbered list with a named way back for every use', async () => {
    const page = await open(explainer, { ...WIDE, javaScriptEnabled: false });
    const notes = page.locator('.notes ol > li');
    expect(await notes.first().isVisible()).toBe(true);
    const uses = await page.locator('.prose [role=doc-noteref]').count();
    expect(await page.locator('.notes :is(a.back, .back a)').count()).toBe(uses);
    expect(await page.locator('.notes :is(a.back, .back a)').first().getAttribute('aria-label')).toMatch(/^Back to /);
    expect(await page.locator('.notes ul > li').first().innerText()).toMatch(/archived|address|copy/);
  });
});

describe.skipIf(!folding)('as it was known', () => {
  test('the switch folds hindsight by keyboard, says so, is remembered and can be linked to', async () => {
    const page = await open(folding ?? '', WIDE);
    const hindsight = page.locator('.hindsight > p:not(.label)').first();
    expect(await hindsight.isVisible()).toBe(true);
    const button = page.getByRole('button', { name: /^As it was known on/ });
    await button.focus();
    await page.keyboard.press('Space');
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(await hindsight.isVisible()).toBe(false);
    expect(await page.locator('.as-of [role=status]').innerText()).toMatch(/now stands at \d+\s\w+ \d{4}/);
    const query = new URL(page.url()).search;
    expect(query).toMatch(/^\?as-of=\d{4}-\d{2}-\d{2}$/);
    expect(await axeFaults(page)).toEqual([]);
    await page.goto(at(explainer));
    expect(await page.evaluate(() => 'asOf' in document.documentElement.dataset)).toBe(true);
    await page.getByRole('button', { name: /^As it was known on/ }).click();
    expect(await page.evaluate(() => 'asOf' in document.documentElement.dataset)).toBe(false);

    // An address puts the site back too, also the pages that are opened from there.
    const other = await open(`${folding}${query}`, WIDE);
    expect(await other.locator('.hindsight > p:not(.label)').first().isVisible()).toBe(false);
    await other.goto(at(explainer));
    expect(await other.evaluate(() => 'asOf' in document.documentElement.dataset)).toBe(true);
  });

  test('without script everything shows, with hindsight marked', async () => {
    const page = await open(`${folding}?as-of=1`, { ...WIDE, javaScriptEnabled: false });
    expect(await page.locator('.hindsight > p:not(.label)').first().isVisible()).toBe(true);
    expect(await page.locator('.hindsight .label').first().innerText()).toBe('Known only later');
    expect(await page.locator('.as-of').isVisible()).toBe(false);
    expect(await page.locator('.then').filter({ visible: true }).count()).toBe(0);
  });

  test('sets aside what Node finds set aside, on a page of every kind', async () => {
    const find = laterSentences(story, storySite.story);
    const { page } = await site.visit({ ...WIDE, javaScriptEnabled: true });
    for (const { kind, address } of [...pageOfEachKind, ...laterPages.map((one) => ({ kind: 'later', ...one }))]) {
      await page.goto(at(`${address}?as-of=1`));
      const text = await page.evaluate((excepted) => {
        for (const part of document.querySelectorAll(excepted)) part.remove();
        const seen = [...document.querySelectorAll<Element>('main, body > header')].flatMap((part) => {
          const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
          const texts: string[] = [];
          while (walker.nextNode())
            if (walker.currentNode.parentElement?.checkVisibility()) texts.push(walker.currentNode.nodeValue ?? '');
          return texts;
        });
        return seen.join(' ').replace(/\s+/g, ' ');
      }, EXCEPTED);
      expect(find(text), `${kind} ${address}`).toEqual([]);
    }
  });

  test.skipIf(!later)('a page on a later event says so in one line and nothing else, and comes back', async () => {
    const page = await open(`${later?.address}?as-of=1`, WIDE);
    // All that is seen are the switch and its line, whose words are given by the style.
    expect((await page.locator('main').innerText()).trim()).toBe('');
    const line = page.locator('main .as-of p');
    expect(await line.isVisible()).toBe(true);
    expect(await line.getAttribute('data-words')).toMatch(
      /^This page tells of what came after .+ It is set aside; choose the button again to read it\.$/,
    );
    const button = page.getByRole('button', { name: /^As it was known on/ });
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.locator('main .hindsight .label').first().isVisible()).toBe(true);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.locator('h1').isVisible()).toBe(false);
  });

  test('on such a page the switch is below the title and in line with it, and stays there', async () => {
    const { page } = await site.visit(WIDE);
    for (const address of [
      ...laterPages.map((one) => one.address),
      ...(story.changes.length > 0 ? ['/changes/'] : []),
    ]) {
      await page.goto(at(address));
      const button = page.getByRole('button', { name: /^As it was known on/ });
      const [title, before] = [await page.locator('h1').boundingBox(), await button.boundingBox()];
      expect(before?.x, address).toBe(title?.x);
      expect(before?.y, address).toBeGreaterThan(title?.y ?? Infinity);
      await button.click();
      expect((await button.boundingBox())?.x, address).toBe(title?.x);
      await button.click();
    }
  });

  test('the timeline folds, and narrowed, widened, printed and switched off nothing is missing', async () => {
    const page = await open('/timeline/', WIDE);
    const shown = () => page.locator('.events > li').filter({ visible: true }).count();
    const all = await shown();
    const known = story.events.filter((event) => !event.later).length;
    const button = page.getByRole('button', { name: /^As it was known on/ });
    await button.click();
    expect(await shown()).toBe(known);
    await resize(page, 360, 780);
    expect(await shown()).toBe(known);
    await page.emulateMedia({ media: 'print' });
    expect(await shown()).toBe(all);
    expect(await page.locator('.then').filter({ visible: true }).count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await button.click();
    await resize(page, 1440, 900);
    expect(await shown()).toBe(all);
  });

  test('notes of what is set aside go and come back, beside the text and below it, and are all on paper', async () => {
    const page = await open(folding ?? '', WIDE);
    const notes = page.locator('.notes ol > li').filter({ visible: true });
    const all = await notes.count();
    const button = page.getByRole('button', { name: /^As it was known on/ });
    await button.click();
    const known = all - (await page.locator('.notes ol > li.later').count());
    await expect.poll(() => notes.count()).toBe(known);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => notes.count()).toBe(all);
    await page.emulateMedia({ media: 'screen' });
    await resize(page, 360, 780);
    await resize(page, 1440, 900);
    await button.click();
    await expect.poll(() => notes.count()).toBe(all);
  });

  test('on a page that sets nothing aside the way back is there only while it is needed', async () => {
    const button = (page: Page) => page.getByRole('button', { name: /^As it was known on/ });
    const page = await open('/search/', WIDE);
    expect(await button(page).isVisible()).toBe(false);
    await page.goto(at('/search/?as-of=1'));
    await button(page).click();
    expect(await button(page).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test.skipIf(!withLater)('a link into what is folded opens it and takes the focus there', async () => {
    const [, id = ''] = /<section id="([^"]+)" class="[^"]*folds"/.exec(pages.get(withLater ?? '')?.html ?? '') ?? [];
    const page = await open(`${withLater}?as-of=1#${id}`, WIDE);
    const section = page.locator(`[id="${id}"]`);
    await section.locator('> p').first().waitFor();
    await expect.poll(() => section.evaluate((element) => element === document.activeElement)).toBe(true);
    // With the words that say that all of it is later.
    expect(await section.locator('> .hindsight > p:not(.label)').first().isVisible()).toBe(true);
  });
});

test('at 200 % zoom and in forced colours a page still reads', async () => {
  const zoomed = await open(explainer, { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  expect(await overflow(zoomed)).toBe(0);
  await zoomed.locator('.prose a.term').first().click();
  expect(await zoomed.locator('.terms [popover]:popover-open').isVisible()).toBe(true);
  const forced = await open(explainer, { ...WIDE, forcedColors: 'active' });
  expect(await axeFaults(forced)).toEqual([]);
  // The theme that a reader has stored does not count there: words are in the colour that the system sets words in.
  await forced.evaluate(() => localStorage.setItem('theme', 'dark'));
  await forced.reload();
  await ready(forced);
  const colours = () => {
    const of = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body);
    return [of(':root').backgroundColor, of('.prose p').color, of(':root').getPropertyValue('--ink')];
  };
  expect(await forced.evaluate(colours)).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'CanvasText']);
});
