import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { create } from 'fontkitten';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsOf } from '../../src/words/words.ts';
import { buildCommand, quick, root } from '../support/build.ts';
import { launch } from '../support/browser.ts';
import { smallFolder } from '../support/small-story.ts';

/** A writer saves a fault, sees it over the page, mends it, and goes on. */
const story = path.join(root, '.cache/test/desk');
const event = path.join(story, 'timeline/1905-bridge-falls.md');
const meeting = path.join(story, 'explainers/the-meeting.md');
const map = path.join(story, 'pictures/towns.md');
const settings = path.join(story, 'story.yaml');
const port = 4700 + (process.pid % 200);
const address = `http://localhost:${port}/timeline/1905-bridge-falls/`;
let printed = '';
let stop: () => Promise<unknown>;

beforeAll(() => {
  rmSync(story, { recursive: true, force: true });
  cpSync(smallFolder, story, { recursive: true });
  const { args, env } = buildCommand({
    story: path.relative(root, story),
    site: 'http://localhost/',
    out: '',
    // A server that knows it is tested does not reload pages.
    env: { ...quick, VITEST: undefined, NODE_ENV: undefined },
  });
  const command = [args[0] ?? '', 'dev', '--port', String(port)];
  const child = spawn(process.execPath, command, { cwd: root, env });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (printed += String(data)));
  stop = async () => {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  };
});
afterAll(async () => {
  await stop();
  rmSync(story, { recursive: true, force: true });
});

test('a fault shows over the page, once, and goes when it is mended; a new language shows too', async () => {
  await expect.poll(() => printed).toContain('watching for file changes');
  const good = readFileSync(event, 'utf8');
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(address);
    const overlay = page.locator('vite-error-overlay');
    expect(await overlay.count()).toBe(0);

    writeFileSync(event, good.replace('strand: works', 'strand: work'));
    await overlay.waitFor({ state: 'attached' });
    const told = await overlay.evaluate((element) => element.shadowRoot?.textContent ?? '');
    expect(told).toContain('story.yaml names no strand “work”; did you mean “works”?');
    expect(told).toContain('timeline/1905-bridge-falls.md:5:1');
    writeFileSync(event, good.replace('strand: works', 'strand: work').replace('It fell.', 'It fell down.'));
    await expect.poll(() => printed).toContain('the same as before');
    expect(printed.split('names no strand “work”')).toHaveLength(2);

    // The model of a note stands there as it is to be written.
    writeFileSync(event, good.replace('It fell.', 'It fell.[^why] <b'));
    const report = overlay.locator('#message-content');
    await report.getByText('[^why]: [Title](../sources/file.md)').waitFor();

    writeFileSync(event, good.replace('It fell.', 'It fell in the night.'));
    await page.getByText('It fell in the night.').waitFor();
    await overlay.waitFor({ state: 'detached' });
    await expect.poll(() => printed).toContain('mended');

    // What a picture lacks shows when it is drawn, on whichever page the writer is.
    const drawn = readFileSync(map, 'utf8');
    writeFileSync(map, drawn.replace('at: [25, 60.2], side: above', 'at: [10.75, 59.95]'));
    await report.getByText('“Aldmoor” overlaps “Brack”').waitFor();
    writeFileSync(map, drawn);
    await overlay.waitFor({ state: 'detached' });

    for (const hour of ['one', 'two', 'three']) {
      writeFileSync(event, good.replace('It fell.', `It fell at ${hour}.`));
      await page.getByText(`It fell at ${hour}.`).waitFor();
    }
    // A letter that no text had when the server started is in the typeface too, which the browser asks for anew.
    const letters = async () => {
      // Astro has the page opened again too, a moment before or after.
      const [font] = /[^"']*\/text\.woff2[^"']*/.exec(await page.content().catch(() => '')) ?? [];
      if (font === undefined) return '';
      const answer = await page.request.get(new URL(font, address).href);
      expect(answer.headers()['cache-control']).toBe('no-cache');
      const face = create(await answer.body());
      return 'characterSet' in face ? String.fromCodePoint(...face.characterSet) : '';
    };
    await expect.poll(letters).toContain('F');
    expect(await letters()).not.toContain('ű');
    writeFileSync(event, good.replace('It fell.', 'It fell at Fűr.'));
    await page.getByText('It fell at Fűr.').waitFor();
    await expect.poll(letters).toContain('ű');
    // The first thing that is done with an image: it is there, and no text shows it yet.
    const image = path.join(story, 'images/copy.jpg');
    cpSync(path.join(story, 'images/bridge.jpg'), image);
    await overlay.waitFor({ state: 'attached' });
    rmSync(image);
    await overlay.waitFor({ state: 'detached' });
    const answer = await page.request.get(new URL('/images/bridge.jpg', address).href);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/jpeg']);

    // The words by which a note gives a claim to one side are those of the language.
    const said = readFileSync(meeting, 'utf8');
    const claim = wordsOf('ar').texts.claimedBy('Town of Aldmoor');
    writeFileSync(meeting, said.replace('According to the Town of Aldmoor only:', claim));
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('language: en', 'language: ar'));
    await page.locator('html[lang=ar]').waitFor();
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
  } finally {
    await browser.close();
  }
});
