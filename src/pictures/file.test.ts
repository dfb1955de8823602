import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { smallStory } from '../../tests/support/small-story.ts';
import { asKnown, showsLater } from '../story/assemble-pictures.ts';
import { en } from '../words/en.ts';
import { drawFile, fileSize } from './file.ts';

const { pictures, moment } = smallStory();

describe.each(pictures.map((picture) => [picture.id, picture] as const))('%s', (_, picture) => {
  const svg = drawFile(picture, 'now', en);
  const { width, height } = fileSize(picture, 'now', en);

  test('is well-formed, has its size, and asks for nothing beyond itself', () => {
    const document = XmlDocument.fromString(svg);
    expect(document.root.attr('width')?.value).toBe(String(width));
    expect(Math.round(Number(document.root.attr('height')?.value))).toBe(height);
    document.dispose();
    expect(svg).not.toMatch(/NaN|undefined|Infinity|@import|url\((?!#)|https?:(?!\/\/www\.w3\.org\/2000\/svg")/);
  });

  test('has its words as outlines, each letter drawn once', () => {
    expect(svg).not.toContain('<text');
    const drawn = [...svg.matchAll(/<path id="([^"]+)"/g)].map(([, id]) => id);
    const used = [...svg.matchAll(/<use href="#([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(used.length).toBeGreaterThan(40);
    expect(used.filter((id) => !drawn.includes(id) && !id?.includes('-'))).toEqual([]);
  });

  test('as it was known, nothing in it is later', () => {
    expect(showsLater(asKnown(picture))).toBe(false);
    expect(drawFile(picture, 'then', en)).toContain('.later{display:none}');
    expect(fileSize(picture, 'then', en).height).toBeLessThanOrEqual(height);
  });
});

test('brings the colours of both themes', () => {
  const [picture] = pictures;
  if (!picture) throw new Error('the small story should have pictures');
  const svg = drawFile(picture, 'now', en);
  expect(svg).toContain('--ink:#1d1a16');
  expect(svg).toMatch(/prefers-color-scheme:dark\)\{:root\{[^}]*--ink:#e8e1d3/);
});

test('a label with a letter that the typeface lacks stays text', () => {
  const svg = drawFile(
    {
      ...pictures.find(({ kind }) => kind === 'events')!,
      kind: 'events',
      entries: [{ ...moment, title: 'שלום' }, moment],
    },
    'now',
    en,
  );
  expect(svg.match(/<text/g)).toHaveLength(1);
});
