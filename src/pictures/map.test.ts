import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileStory } from '../compiler/compile.ts';
import { readStoryFiles } from '../compiler/folder.ts';
import { assemble } from '../story/assemble.ts';
import type { MapPicture } from '../story/story.ts';
import { stateNames } from '../compiler/atlas.ts';
import { coloursOf, type Colours } from './colours.ts';
import { layLands, TINT, tints, type Lands, type MapData } from './map-lands.ts';
import { drawMaps, layoutMap } from './map.ts';
import { faultsOf, SHAPES, type Shape } from './scene.ts';

/** The map of the small story: two states of a league, two that join later, one that stands out, an island that is disputed. */
let map: MapPicture;
let lands: Lands;
beforeAll(() => {
  const { pictures } = assemble(compileStory(readStoryFiles('tests/stories/small'), '/'));
  map = pictures.find((one): one is MapPicture => one.kind === 'map') as MapPicture;
  lands = layLands(map);
});

const bare = (): MapData => ({ ...map, joined: [], highlighted: [], names: [], disputed: [], places: [] });
const names = (data: MapData, shape: Shape = 'wide') =>
  layoutMap(data, lands, shape, '').labels.map(({ text }) => text);

describe.each(Object.keys(SHAPES) as Shape[])('%s', (shape) => {
  test('keeps names apart and everything inside', () => {
    const scene = layoutMap(map, lands, shape, '');
    expect(faultsOf(scene)).toEqual([]);
    expect(scene.unplaced).toEqual([]);
  });

  test('a map with nothing on it', () => {
    const scene = layoutMap(bare(), layLands(bare()), shape, '');
    expect(faultsOf(scene)).toEqual([]);
    expect(scene.labels).toEqual([]);
  });

  test('all states of the world in one league, and a hundred places: what has no room is left out, nothing overlaps', () => {
    const states = [...stateNames()].map(([code, name]) => ({ code, name, label: undefined }));
    const group = map.joined[1];
    if (!group) throw new Error('the small map should have a group that joined later');
    const places = Array.from({ length: 100 }, (_, at) => ({
      name: `Place ${at}`,
      at: [8 + (at % 10) * 2, 56 + Math.floor(at / 10)] as const,
      side: 'right' as const,
      event: undefined,
      narrow: true,
    }));
    const full = { ...map, joined: [{ ...group, states }], places };
    const scene = layoutMap(full, layLands(full), shape, '');
    expect(faultsOf(scene)).toEqual([]);
    expect(scene.unplaced.length).toBeGreaterThan(0);
  });
});

test('names stand in their states, with the year where there is room', () => {
  expect(names(map)).toEqual(
    expect.arrayContaining([
      'Norway',
      'Sweden',
      'Finland',
      'Denmark',
      '1905',
      'Estonia 1906',
      'Aldmoor',
      'Brack',
      'Gotland',
    ]),
  );
});

test('the words below the map name each group, and who of the oldest is not on it', () => {
  const words = names(map).join(' ').replaceAll('\u00a0', ' ');
  expect(words).toContain('In Aldmoor on 2 May 1904: 3 states; off the map: United States');
  expect(words).toContain('Joined in 1906: Estonia');
  expect(words).toContain('Gotland: kept by nobody in this story');
});

test('groups get fainter in their order, and never vanish', () => {
  const group = (before: boolean) => ({ before }) as MapData['joined'][number];
  const all = tints([group(true), ...Array.from({ length: 9 }, () => group(false))]);
  expect(all).toEqual(all.toSorted((a, b) => b - a));
  expect(Math.min(...all)).toBeGreaterThan(0.1);
  expect((all[0] ?? 0) - (all[1] ?? 0)).toBeGreaterThan(0.3);
});

test('a line is drawn where older members have a border with newer ones, and only there', () => {
  expect(lands.hasLine).toBe(false);
  const [older, newer] = map.joined;
  if (!older || !newer) throw new Error('the small map should have two groups');
  const neighbours = {
    ...map,
    joined: [older, { ...newer, states: [{ code: '246', name: 'Finland', label: undefined }] }],
  };
  expect(layLands(neighbours).hasLine).toBe(true);
  expect(names(neighbours).join(' ')).not.toContain('Where the members');
});

test('both shapes share one drawing of the lands', () => {
  const { wide, narrow } = drawMaps(map, { id: 'towns', title: 'Towns', brief: 'A map.' });
  expect(wide).toContain('<g id="towns-lands">');
  expect(narrow).toContain('<use href="#towns-lands"/>');
  expect(narrow.length).toBeLessThan(wide.length / 3);
});

test('a name without room is a fault that the writer is told of', () => {
  const place = map.places[0];
  if (!place) throw new Error('the small map should have a place');
  const crowded = { ...map, places: [place, { ...place, name: 'Aldmoor Bridge' }] };
  expect(() => drawMaps(crowded, { id: 'towns', title: 'Towns', brief: 'A map.' })).toThrow(
    /“Towns” has no room for Aldmoor Bridge in its wide form/,
  );
});

describe('names can be read on every tint, whatever the colour of the alliance', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const colour = (name: keyof Colours, theme: 'light' | 'dark') =>
    [1, 3, 5].map((at) => Number.parseInt(coloursOf(tokens, theme)[name].slice(at, at + 2), 16));
  const mix = (over: number[], under: number[], share: number) =>
    over.map((part, at) => part * share + (under[at] ?? 0) * (1 - share));
  /** Contrast as WCAG 2.2 defines it. */
  const contrast = (one: number[], other: number[]) => {
    const light = (parts: number[]) =>
      parts
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
    const [high = 0, low = 0] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };

  test.each(
    (['light', 'dark'] as const).flatMap((theme) =>
      (['first', 'second', 'third', 'fourth'] as const).map((party) => [theme, party] as const),
    ),
  )('%s, %s', (theme, party) => {
    const [paper, ink, hue] = [colour('paper', theme), colour('ink', theme), colour(`party-${party}`, theme)];
    expect(contrast(paper, mix(hue, paper, TINT.before))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ink, mix(hue, paper, TINT.first))).toBeGreaterThanOrEqual(4.5);
  });
});
