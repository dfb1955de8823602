import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** How light a colour is (WCAG 2.2, relative luminance). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const css = readFileSync(path.join(import.meta.dirname, '../src/styles/tokens.css'), 'utf8');

test.each(['light', 'dark'])('all words but those in a colour have a contrast of 7 (AAA), %s', (theme) => {
  const colourOf = (name: string) => new RegExp(`--${name}: .*--${theme}, (#[0-9a-f]{6})\\)`).exec(css)?.[1] ?? '';
  const low = ['ink', 'soft'].flatMap((ink) =>
    ['paper', 'sheet', 'mark'].flatMap((ground) => {
      const [dark = 0, light = 0] = [colourOf(ink), colourOf(ground)].map(luminance).sort((a, b) => a - b);
      const contrast = (light + 0.05) / (dark + 0.05);
      return contrast >= 7 ? [] : `--${ink} on --${ground} has ${contrast.toFixed(2)}`;
    }),
  );
  expect(low).toEqual([]);
});
