import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileStory } from '../compiler/compile.ts';
import { readStoryFiles } from '../compiler/folder.ts';
import { assemble } from '../story/assemble.ts';
import type { Picture } from '../story/story.ts';
import { drawInText, drawPicture } from './draw.ts';
import { SHAPES, type Shape } from './scene.ts';
import { placesOf, tableOf } from './table.ts';

/** What the pictures of the small story look like as SVG: golden/ holds them, a tag a line. UPDATE=1 rewrites them. */
const golden = path.join(import.meta.dirname, 'golden');
let pictures: Picture[];
beforeAll(() => {
  ({ pictures } = assemble(compileStory(readStoryFiles('tests/stories/small'), '/')));
});

const of = (id: string): Picture => {
  const found = pictures.find((one) => one.id === id);
  if (!found) throw new Error(`the small story should have the picture ${id}`);
  return found;
};

describe.each(['carts', 'days', 'towns'])('%s', (id) => {
  test.each(Object.keys(SHAPES) as Shape[])('%s comes out as it should', (shape) => {
    const drawn = `${drawPicture(of(id))[shape].replace(/> ?</g, '>\n<')}\n`;
    const file = path.join(golden, `${id}-${shape}.svg`);
    if (process.env['UPDATE']) {
      mkdirSync(golden, { recursive: true });
      writeFileSync(file, drawn);
    }
    expect(existsSync(file), `golden/${id}-${shape}.svg should be there`).toBe(true);
    expect(drawn).toBe(readFileSync(file, 'utf8'));
  });

  test('is drawn the same twice, has a name and a description, and asks for no style of its own', () => {
    const { wide, narrow } = drawPicture(of(id));
    expect(drawPicture(of(id))).toEqual({ wide, narrow });
    for (const drawn of [wide, narrow]) {
      const [, title = ''] = /<title id="([^"]+)">[^<]+<\/title>/.exec(drawn) ?? [];
      const [, brief = ''] = /<desc id="([^"]+)">[^<]+<\/desc>/.exec(drawn) ?? [];
      expect(drawn).toContain(`aria-labelledby="${title}" aria-describedby="${brief}"`);
      expect(drawn).not.toMatch(/ style=|<style|<script|#[0-9a-f]{3,6}\b(?!-)|NaN|undefined|Infinity/);
    }
    const ids = [...`${wide}${narrow}`.matchAll(/ id="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a picture in a text', () => {
  test('is its narrow shape', () => expect(drawInText(of('carts'))).toContain('class="narrow"'));

  test('is not drawn where it would be too heavy, or is a map', () => {
    expect(drawInText(of('towns'))).toBeUndefined();
    const carts = of('carts');
    if (carts.kind !== 'counts') throw new Error('carts should be a chart');
    const [entry] = carts.entries;
    if (!entry) throw new Error('carts should have entries');
    const entries = Array.from({ length: 300 }, (_, at) => ({ ...entry, counter: `Counter ${Math.sin(at)}` }));
    expect(drawInText({ ...carts, entries })).toBeUndefined();
  });
});

describe('the same as a table', () => {
  const text = (id: string) =>
    tableOf(of(id)).rows.map(({ cells }) =>
      cells.map((cell) => cell.map((words) => words.text.replaceAll('\u00a0', ' ')).join('; ')),
    );

  test('counts: every row of the chart', () => {
    expect(tableOf(of('carts')).heads).toEqual(['Date', 'Figure', 'Who counted', 'What is counted', 'Source']);
    expect(text('carts')).toEqual([
      ['April 1904', 'about 900', 'The toll keeper', 'carts that paid', 'Town of Aldmoor'],
      ['about 1–3 May 1904', '1,000–1,200', 'Brack’s clerk', 'carts on the road to the bridge', 'The Gazette'],
      [
        '2 May 1904',
        'up to 1,500 (part of a plan, not a count)',
        'A builder',
        'what the bridge was planned to bear',
        'The Gazette; Town of Aldmoor',
      ],
      ['1905', '40 (said to be leaving)', 'The ferryman', 'carts that went round by the ford', 'Town of Aldmoor'],
    ]);
    expect(tableOf(of('carts')).rows.map(({ later }) => later)).toEqual([false, false, false, true]);
  });

  test('hours: every time on every clock', () => {
    expect(text('days')[3]).toEqual([
      '2 May 1904, 15:00 to 16:00 in Aldmoor, 18:00 to 19:00 in Brack',
      'The mayors talk.',
      '',
    ]);
    expect(tableOf(of('days')).rows[3]?.cells[1]?.[0]?.address).toBe('/timeline/1904-05-02-meeting/');
  });

  test('map: every group of states, what is disputed, and the places', () => {
    expect(text('towns')).toEqual([
      ['1890 to 1904', 'Norway, Sweden, United States', 'Town of Aldmoor'],
      ['1905', 'Denmark', 'Town of Aldmoor'],
      ['March 1906', 'Estonia', 'The Gazette'],
      ['Gotland', 'kept by nobody in this story', 'The Gazette'],
    ]);
    expect(placesOf(of('towns'))?.rows.map(({ cells }) => cells.map(([words]) => words?.text))).toEqual([
      ['Aldmoor', 'Two mayors meet at an inn', '2 May 1904'],
      ['Brack', undefined, undefined],
    ]);
    expect(placesOf(of('carts'))).toBeUndefined();
  });
});
