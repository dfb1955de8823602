import { extractText } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { served } from '../support/browser.ts';
import { storySite } from '../support/sites.ts';
import { pageOf, pageOfEachKind } from '../support/page-kinds.ts';

/** What comes out of the printer: each kind of page as a PDF on A4, its text read back. */
const site = served();

/** Letters only: where a sheet ends within a paragraph, the raised numbers of its notes come in between. */
const letters = (text: string) => text.replace(/[\s\u00ad\d]+/g, '');

async function print(address: string, javaScriptEnabled: boolean) {
  const page = await site.open(address, { javaScriptEnabled, viewport: { width: 1200, height: 900 } });
  const parts = await page.evaluate(() => {
    const textsOf = (selector: string) => [...document.querySelectorAll(selector)].map((one) => one.textContent ?? '');
    return {
      title: document.querySelector('h1')?.textContent ?? '',
      // Up to the first mark of a note, which is raised and so at a place of its own.
      paragraphs: [...document.querySelectorAll('.prose p:not(.label)')].map((one) =>
        (one.innerHTML.split('<sup')[0] ?? '').replace(/<[^>]+>|&\w+;.*/g, ''),
      ),
      notes: textsOf('.notes > ol > li > a:first-of-type'),
      terms: textsOf('.terms > div > p:last-of-type'),
      captions: textsOf('figcaption'),
      navigation: textsOf('nav[aria-label="Site"] a'),
    };
  });
  const pdf = await page.pdf({ format: 'A4', printBackground: false });
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: false });
  return { text: letters(text.join('')), sheets: text.map(letters), parts };
}

// /all/ is a book of its own.
const texts = pageOfEachKind.filter(({ kind }) => !['notFound', 'search', 'all'].includes(kind));

describe.each(texts)('$kind ($address)', ({ kind, address }) => {
  const changedByScript = kind === 'explainer' || kind === 'draft' || kind === 'timeline';
  test.each(changedByScript ? [true, false] : [true])(
    'is on paper what it is on the screen (script: %s)',
    async (script) => {
      const { text, parts, sheets } = await print(address, script);
      expect(sheets.length).toBeLessThan(16);
      // No sheet but the last is almost empty.
      if (kind !== 'pictures') expect(sheets.slice(0, -1).filter((sheet) => sheet.length < 400)).toEqual([]);
      const { title, paragraphs, notes, terms, captions } = parts;
      // A paragraph that goes on overleaf may have the caption of its sheet in between.
      const running = captions.reduce((rest, caption) => rest.replace(letters(caption), ''), text);
      expect(
        [title, ...paragraphs, ...notes, ...terms].filter(
          (part) => ![text, running].some((read) => read.includes(letters(part))),
        ),
      ).toEqual([]);
      // The site's own navigation is left out; where the sheet comes from is said.
      expect(text).not.toContain(letters(parts.navigation.join('')));
      expect(text).toContain(letters(`Printed from ${storySite.url}${address.slice(1)}`));
    },
  );
});

test('long lists of links stay folded on paper', async () => {
  const page = await site.open(pageOf('term') ?? '', {});
  const folded = page.locator('.mentions details li');
  expect(await folded.count()).toBeGreaterThan(0);
  const { text } = await extractText(new Uint8Array(await page.pdf({ format: 'A4' })), { mergePages: true });
  const last = letters((await folded.last().textContent()) ?? '-');
  expect(letters(text)).not.toContain(last);
});

test('a picture in a text is on the sheet of its title', async () => {
  const page = await site.open(pageOf('explainer') ?? '', { viewport: { width: 1200, height: 900 } });
  await page.emulateMedia({ media: 'print' });
  const kept = await page
    .locator('.prose figure')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).breakInside));
  expect(new Set(kept)).toEqual(new Set(['avoid']));
});

test('an explainer on paper ends with its notes and its terms', async () => {
  const { parts, text } = await print(pageOf('explainer') ?? '', true);
  const places = [parts.paragraphs[0], parts.notes.at(-1), parts.terms.at(-1)].map((part) =>
    text.lastIndexOf(letters(part ?? '-')),
  );
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
