import { beforeAll, describe, expect, test } from 'vitest';
import { compileStory } from '../compiler/compile.ts';
import { readStoryFiles } from '../compiler/folder.ts';
import { assemble } from '../story/assemble.ts';
import type { Picture } from '../story/story.ts';
import { en } from '../words/en.ts';
import { drawPicture } from './draw.ts';
import { placesOf, tableOf } from './table.ts';

let pictures: Picture[];
beforeAll(() => {
  ({ pictures } = assemble(compileStory(readStoryFiles('tests/stories/small'), '/')));
});

const of = (id: string): Picture => {
  const found = pictures.find((one) => one.id === id);
  if (!found) throw new Error(`the small story should have the picture ${id}`);
  return found;
};

test.each(['carts', 'days', 'towns', 'tolls', 'years', 'replies'])(
  '%s is drawn the same twice, has a name and a description, and asks for no style of its own',
  (id) => {
    const { wide, narrow } = drawPicture(of(id), en);
    expect(drawPicture(of(id), en)).toEqual({ wide, narrow });
    for (const drawn of [wide, narrow]) {
      const [, title = ''] = /<title id="([^"]+)">[^<]+<\/title>/.exec(drawn) ?? [];
      const [, brief = ''] = /<desc id="([^"]+)">[^<]+<\/desc>/.exec(drawn) ?? [];
      expect(drawn).toContain(`aria-labelledby="${title}" aria-describedby="${brief}"`);
      expect(drawn).not.toMatch(/ style=|<style|<script|#[0-9a-f]{3,6}\b(?!-)|NaN|undefined|Infinity/);
    }
    const ids = [...`${wide}${narrow}`.matchAll(/ id="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(ids).size).toBe(ids.length);
  },
);

describe('the same as a table', () => {
  const text = (id: string) =>
    tableOf(of(id), en).rows.map(({ cells }) =>
      cells.map((cell) => cell.map(({ text: one }) => one.replaceAll('\u00a0', ' ')).join('; ')),
    );

  test('counts: every row of the chart', () => {
    expect(tableOf(of('carts'), en).heads).toEqual(['Date', 'Figure', 'Who counted', 'What is counted', 'Source']);
    expect(text('carts')).toEqual([
      ['April 1904', 'about 900', 'The toll keeper', 'carts that paid', 'Town of Aldmoor'],
      [
        'about 29 April to 1 May 1904',
        '1,000–1,200',
        'Brack’s clerk',
        'carts on the road to the bridge',
        'The Gazette',
      ],
      [
        '2 May 1904',
        'up to 1,500 (part of a plan, not a count)',
        'A builder',
        'what the bridge was planned to bear',
        'The Gazette; Town of Aldmoor',
      ],
      ['1905', '40 (said to be leaving)', 'The ferryman', 'carts that went round by the ford', 'Town of Aldmoor'],
    ]);
    expect(tableOf(of('carts'), en).rows.map(({ later }) => later)).toEqual([false, false, false, true]);
  });

  test('hours: every time on every clock', () => {
    expect(text('days')[3]).toEqual([
      '2 May 1904, 15:00 to 16:00 in Aldmoor, 18:00 to 19:00 in Brack',
      'The mayors talk.',
      '',
    ]);
    expect(tableOf(of('days'), en).rows[3]?.cells[1]?.[0]?.address).toBe('/timeline/1904-05-02-meeting/');
  });

  test('map: every group of states, what is disputed, and the places', () => {
    expect(text('towns')).toEqual([
      ['1890 to 1904', 'Norway, Sweden, United States', 'Town of Aldmoor'],
      ['1905', 'Denmark', 'Town of Aldmoor'],
      ['March 1906', 'Estonia', 'The Gazette'],
      ['Gotland', 'kept by nobody in this story', 'The Gazette'],
    ]);
    expect(placesOf(of('towns'), en)?.rows.map(({ cells }) => cells.map(([words]) => words?.text))).toEqual([
      ['Aldmoor', 'Two mayors meet at an inn', '2 May 1904'],
      ['Brack', undefined, undefined],
    ]);
    expect(placesOf(of('carts'), en)).toBeUndefined();
  });

  test('spans: a row for each bar, and one more, open, for what ended later', () => {
    expect(text('tolls')).toEqual([
      ['The penny', 'half of it (in part)', 'March 1899', '1901', 'Town of Aldmoor'],
      ['The penny', 'in force', '1901', '1905', 'Town of Aldmoor'],
      ['The penny', 'in force', '1901', '', 'Town of Aldmoor'],
      ['The ferry', '', '1890', '', 'The Gazette'],
      ['The ford', 'free', '1905', '1906', 'Town of Aldmoor'],
    ]);
    const states = tableOf(of('tolls'), en).rows.map(({ later, then = false }) => [later, then]);
    expect(states.map((one) => one.map(Number).join(''))).toEqual(['00', '10', '01', '00', '10']);
  });

  test('events: every day, with what happened', () => {
    expect(text('years').map(([day, title]) => [day, title])).toEqual([
      ['2 May 1904', 'Two mayors meet at an inn'],
      ['about 1905', 'The bridge falls'],
    ]);
  });

  test('answers: every demand, with who answered and when', () => {
    expect(tableOf(of('replies'), en).heads).toEqual(['Demand', 'Aldmoor', 'Brack']);
    expect(text('replies')).toEqual([
      ['A free bridge', 'Refused (The mayor of Aldmoor, 2 May 1904)', 'No answer known'],
    ]);
  });
});
