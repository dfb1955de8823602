import { expect, test } from 'vitest';
import { served } from '../support/browser.ts';
import { pageOf } from '../support/page-kinds.ts';

/** What a reader does on a page, with the keyboard and with the pointer. */
const site = served();
const explainer = pageOf('explainer') ?? '';
const { at } = site;

test('the first Tab reaches the skip link, and Enter goes to the text', async () => {
  const { page } = await site.visit();
  await page.goto(at(explainer));
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  expect(await skip.innerText()).toBe('Skip to the text');
  expect((await skip.boundingBox())?.height).toBeGreaterThan(20);
  await page.keyboard.press('Enter');
  expect(page.url()).toMatch(/#main$/);
});

test('the theme switch works by keyboard, is remembered, and is applied before the first paint', async () => {
  const { page } = await site.visit({ colorScheme: 'light' });
  await page.goto(at(explainer));
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  const button = page.getByRole('button', { name: 'Dark' });
  expect(await button.getAttribute('aria-pressed')).toBe('false');
  await button.focus();
  await page.keyboard.press('Enter');
  expect(await button.getAttribute('aria-pressed')).toBe('true');
  const dark = await background();
  expect(dark).not.toBe(light);

  await page.goto(at('/about/'), { waitUntil: 'commit' });
  await page.waitForFunction(() => document.body);
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await page.waitForLoadState();
  expect(await background()).toBe(dark);
  await page.getByRole('button', { name: 'Dark' }).press('Space');
  expect(await background()).toBe(light);
});

test('a theme chosen once outlives a change of the device', async () => {
  const { page } = await site.visit({ colorScheme: 'dark' });
  await page.goto(at('/'));
  const button = page.getByRole('button', { name: 'Dark' });
  expect(await button.getAttribute('aria-pressed')).toBe('true');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('false');
});

test('the contents lead to each section, which nothing covers, and mark it', async () => {
  const { page } = await site.visit({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(at(explainer));
  const links = page.locator('.contents li a');
  const count = await links.count();
  expect(count).toBeGreaterThan(1);
  for (let at = 0; at < count; at += 1) {
    const link = links.nth(at);
    await link.focus();
    await page.keyboard.press('Enter');
    const id = ((await link.getAttribute('href')) ?? '').slice(1);
    const heading = page.locator(`[id="${id}"] > :is(h2, .head)`).first();
    await expect.poll(() => link.getAttribute('aria-current')).toBe('true');
    const box = await heading.boundingBox();
    expect(box && box.y >= 0 && box.y < 900, `${id} should be in view`).toBe(true);
    const covered = await heading.evaluate((element) => {
      const { left, top } = element.getBoundingClientRect();
      return !element.contains(document.elementFromPoint(left + 4, top + 8));
    });
    expect(covered, `${id} should not be covered`).toBe(false);
  }
  expect(await page.locator('.contents [aria-current]').count()).toBe(1);
});

test('each heading has a named link of its own that is large enough to touch', async () => {
  const { page } = await site.visit({ viewport: { width: 360, height: 800 } });
  await page.goto(at(explainer));
  const anchors = page.locator('.prose section > .head:has(h2) .anchor');
  expect(await anchors.count()).toBe(await page.locator('.prose h2').count());
  for (const anchor of await anchors.all()) {
    expect(await anchor.getAttribute('aria-label')).toMatch(/^Link to this section: .+/);
    const box = await anchor.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
});

test('without script a note leads to its source and back to the place it was used', async () => {
  const { page } = await site.visit({ reducedMotion: 'reduce', javaScriptEnabled: false });
  await page.goto(at(explainer));
  const mark = page.locator('[role=doc-noteref]').first();
  const id = await mark.getAttribute('id');
  await mark.focus();
  await page.keyboard.press('Enter');
  const note = page.locator(':target');
  expect(await note.locator('a').first().getAttribute('href')).toMatch(/^#s-/);
  await note.locator(':is(a.back, .back a)').first().click();
  expect(page.url()).toMatch(new RegExp(`#${id}$`));
});

test('print shows the notes and the address, and leaves the navigation out', async () => {
  const { page } = await site.visit();
  await page.goto(at(explainer));
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('nav').first().isVisible()).toBe(false);
  expect(await page.locator('.notes').isVisible()).toBe(true);
  expect(await page.getByText('Printed from').innerText()).toContain(explainer);
});
