import { extractText } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { dist } from '../support/build.ts';
import { pageOfEachKind } from '../support/kinds.ts';
import { served } from '../support/served.ts';

/** What comes out of the printer: each kind of page as a PDF on A4, its text read back. */
const site = served();

/** Letters only: where a sheet ends in the middle of a paragraph, the raised numbers of its notes stand in between. */
const squeezed = (text: string) => text.replace(/[\s\u00ad\d]+/g, '');

interface Printed {
  /** The text of the PDF, and of parts of the page as they stand on the screen. */
  text: string;
  sheets: number;
  parts: { title: string; paragraphs: string[]; notes: string[]; terms: string[]; navigation: string[] };
}

async function print(address: string, script: boolean): Promise<Printed> {
  const { page, context } = await site.visit({ javaScriptEnabled: script, viewport: { width: 1200, height: 900 } });
  await page.goto(site.at(address));
  const parts = await page.evaluate(() => {
    const textsOf = (selector: string) => [...document.querySelectorAll(selector)].map((one) => one.textContent ?? '');
    return {
      title: document.querySelector('h1')?.textContent ?? '',
      // Up to the first mark of a note, which stands raised and so at a place of its own.
      paragraphs: [...document.querySelectorAll('.prose p:not(.label)')].map((one) =>
        (one.innerHTML.split('<sup')[0] ?? '').replace(/<[^>]+>|&\w+;.*/g, ''),
      ),
      notes: textsOf('.notes > ol > li > a:first-of-type'),
      terms: textsOf('.terms > div > p:last-of-type'),
      navigation: textsOf('nav[aria-label="Site"] a'),
    };
  });
  const pdf = await page.pdf({ format: 'A4', printBackground: false });
  const { text, totalPages } = await extractText(new Uint8Array(pdf), { mergePages: true });
  await context.close();
  return { text: squeezed(text), sheets: totalPages, parts };
}

const texts = pageOfEachKind(dist).filter(({ kind }) => !['404.html', 'search'].includes(kind));

describe.each(texts)('$kind ($address)', ({ address }) => {
  test.each([true, false])('is on paper what it is on the screen (script: %s)', async (script) => {
    const { text, parts, sheets } = await print(address, script);
    expect(sheets).toBeLessThan(40);
    expect(text.includes(squeezed(parts.title))).toBe(true);
    expect(
      [...parts.paragraphs, ...parts.notes, ...parts.terms].filter((part) => !text.includes(squeezed(part))),
    ).toEqual([]);
    // The site's own navigation is left out; where the sheet comes from is told.
    expect(text.includes(squeezed(parts.navigation.join('')))).toBe(false);
    expect(text.includes(squeezed(`Printed from http://localhost:4321${address}`))).toBe(true);
  });
});

test('an explainer on paper ends with its notes, numbered, and its terms', async () => {
  const explainer = texts.find(({ kind }) => kind === 'explainer')?.address ?? '';
  const { parts, text } = await print(explainer, true);
  expect(parts.paragraphs.length).toBeGreaterThan(2);
  expect(parts.notes.length).toBeGreaterThan(5);
  expect(parts.terms.length).toBeGreaterThan(5);
  const [first, last] = [
    text.lastIndexOf(squeezed(parts.paragraphs[0] ?? '-')),
    text.lastIndexOf(squeezed(parts.notes.at(-1) ?? '-')),
  ];
  expect(first).toBeGreaterThanOrEqual(0);
  expect(last).toBeGreaterThan(first);
});
