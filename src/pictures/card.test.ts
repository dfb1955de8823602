import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { coloursOf, type Card } from './card-layout.ts';
import { COLOUR_STYLES } from './colour-styles.ts';
import { cardKit, drawCard, titleSize, type CardKit } from './card.ts';
import { cardFonts } from './fonts.ts';

const COLOURS = coloursOf(COLOUR_STYLES, 'light');
const CARD: Card = {
  page: '/the-meeting/',
  image: '/cards/the-meeting.png',
  alt: '',
  site: 'The Letter and the Bridge',
  language: 'en',
  kicker: 'Explainer 1 of 2',
  title: 'The meeting',
  lines: [{ look: 'question', text: 'What did the two mayors agree?' }],
  at: 0,
};
const LONG =
  'Letter dated 7 May 1904 from the permanent representatives of the towns, the county and the ferry company, ' +
  'transmitting the memorandum on the toll of the bridge, its exceptions, and the repair of both banks (A/49/765)';

let kit: CardKit;
beforeAll(async () => {
  kit = await cardKit(await cardFonts('.cache/fonts'), COLOURS);
});

/** The pixels of a card, three bytes each. */
const read = async (png: Uint8Array) => sharp(png).removeAlpha().raw().toBuffer();
const colourAt = (pixels: Buffer, x: number, y: number) => pixels.readUIntBE((y * 1200 + x) * 3, 3);

/** How many pixels of a rectangle are not paper. */
const inked = (pixels: Buffer, [left, top, right, bottom]: [number, number, number, number]) => {
  let count = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) if (colourAt(pixels, x, y) !== 0xfbf8f1) count += 1;
  return count;
};

describe('a card', () => {
  test('is a picture of 1200 × 630 pixels and at most 60 kB, the same bytes each time', async () => {
    const [first, second] = [await drawCard(CARD, kit), await drawCard(structuredClone(CARD), kit)];
    expect(await sharp(first.png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(first.png.length).toBeLessThan(60_000);
    expect(Buffer.compare(first.png, second.png)).toBe(0);
    expect(first.missing).toBe('');
  });

  test.each([
    ['of one word', 'Bridge', 150],
    ['of a few words', 'What the two towns said of the bridge', 73],
    ['as long as they come', LONG, 36],
  ])('gives a title %s the size that fits', async (_, title, least) => {
    const card = { ...CARD, title };
    expect(await titleSize(card, kit)).toBeGreaterThanOrEqual(least);
    const picture = await read((await drawCard(card, kit)).png);
    // Nothing in the margins, nor between the words and the tallest tick.
    expect(inked(picture, [0, 115, 66, 500])).toBe(0);
    expect(inked(picture, [1134, 115, 1200, 500])).toBe(0);
    expect(inked(picture, [0, 512, 1200, 530])).toBe(0);
  });

  test('does not break a long word', async () => {
    const word = 'Bridgetolladministrationcommittee';
    const size = await titleSize({ ...CARD, title: word }, kit);
    expect(inked(await read((await drawCard({ ...CARD, title: word }, kit)).png), [1134, 115, 1200, 500])).toBe(0);
    expect(size).toBeLessThan(100);
  });

  test('says when it holds more than a card can', () =>
    expect(titleSize({ ...CARD, title: `${LONG} `.repeat(40) }, kit)).rejects.toThrow('more words'));

  test('draws names in Greek and Cyrillic, and leaves out one whose letters the typeface has not', async () => {
    const draw = async (native?: string) => drawCard(native === undefined ? CARD : { ...CARD, native }, kit);
    const plain = await draw();
    for (const name of ['Άντα Μπρουκ', 'Ада Брук', 'Їжак Ґудзь']) {
      const { png, missing } = await draw(name);
      expect(missing).toBe('');
      expect(Buffer.compare(png, plain.png)).not.toBe(0);
    }
    expect(Buffer.compare((await draw('艾达')).png, plain.png)).toBe(0);
  });

  test('tells of letters in its title that the typeface has not', async () => {
    expect((await drawCard({ ...CARD, title: 'The 桥 bridge' }, kit)).missing).toBe('桥');
  });

  test('marks the place of an event on the axis', async () => {
    const picture = await read((await drawCard({ ...CARD, at: 0.5 }, kit)).png);
    const accent = (x: number) => colourAt(picture, x, 540) === 0x8a3b12;
    expect([accent(600 + 264), accent(600)]).toEqual([true, false]);
  });

  test('of a script from right to left begins at the right, with its axis', async () => {
    const arabic = { ...CARD, site: 'النوبة', kicker: 'خبر', title: 'معبدا أبو سمبل', lines: [] };
    const letters = arabic.site + arabic.kicker + arabic.title;
    const fonts = await cardFonts('.cache/fonts', { package: '@fontsource/noto-naskh-arabic', letters });
    const shaped = await cardKit(fonts, COLOURS);
    const { png, missing } = await drawCard({ ...arabic, language: 'ar', rtl: true, at: 0.5 }, shaped);
    expect(missing).toBe('');
    const picture = await read(png);
    expect(inked(picture, [1050, 30, 1134, 100])).toBeGreaterThan(100);
    expect(inked(picture, [0, 30, 600, 100])).toBe(0);
    expect(colourAt(picture, 600 - 264, 540)).toBe(0x8a3b12);
  });

  test.each<[string, Partial<Card>]>([
    [
      'an article',
      {
        lines: [
          {
            look: 'names',
            lists: [
              {
                label: 'Binds',
                names: [
                  { text: 'Aldmoor', colour: 'first' },
                  { text: 'Brack', colour: 'fourth' },
                ],
              },
            ],
          },
        ],
      },
    ],
    ['an event', { lines: [{ look: 'date', text: '2 May 1904 · Aldmoor' }], at: -1 }],
    ['nothing but a title', { lines: [] }],
  ])('draws %s', async (_, changed) => {
    expect(inked(await read((await drawCard({ ...CARD, ...changed }, kit)).png), [66, 140, 1134, 510])).toBeGreaterThan(
      2000,
    );
  });

  test('draws the front page, which is from nowhere', async () => {
    const { kicker: _, ...front } = CARD;
    const { png } = await drawCard({ ...front, title: front.site }, kit);
    expect(inked(await read(png), [200, 100, 1000, 510])).toBeGreaterThan(2000);
    expect(inked(await read(png), [0, 0, 1200, 70])).toBe(0);
  });
});

describe('the colours', () => {
  test('are those of the style sheet', () => {
    const colours = coloursOf(COLOUR_STYLES, 'light');
    expect(colours.paper).toMatch(/^#[0-9a-f]{6}$/);
    expect(coloursOf(COLOUR_STYLES.replace(colours.accent, '#123456'), 'light').accent).toBe('#123456');
  });

  test('one that is gone is missed by name', () =>
    expect(() => coloursOf(COLOUR_STYLES.replace('--accent', '--other'), 'light')).toThrow('--accent'));
});
