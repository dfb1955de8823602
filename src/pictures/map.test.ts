import { beforeAll, describe, expect, test } from 'vitest';
import { channelsOf, contrast } from '../../tests/support/colours.ts';
import { faultsOfSmall, replace, smallEntries, smallText, faultsOfPictures } from '../../tests/support/small-story.ts';
import { compileStory } from '../compiler/compile.ts';
import { readStoryFiles } from '../compiler/folder.ts';
import { asKnown, showsLater } from '../story/assemble-pictures.ts';
import { assemble } from '../story/assemble.ts';
import type { MapPicture } from '../story/story.ts';
import { en } from '../words/en.ts';
import { stateNames } from '../compiler/atlas.ts';
import { coloursOf, type Colours } from './card-layout.ts';
import { COLOUR_STYLES } from './colour-styles.ts';
import { drawLands, TINT, tintsOf, tintsOfGroups, type Lands, type MapData } from './lands.ts';
import { drawMaps, layoutMap } from './map.ts';
import { collisionsOf, drawScene, SHAPES, type Scene, type Shape } from './scene.ts';
import { PARTY_COLOURS } from '../story/kinds.ts';
import { tableOf } from './table.ts';

/** The map of the small story: states of a league, two that join later, one that is highlighted, a disputed island. */
let map: MapPicture;
let lands: Lands;
beforeAll(() => {
  const { pictures } = assemble(compileStory(readStoryFiles('tests/stories/small'), '/'));
  map = pictures.find((one): one is MapPicture => one.kind === 'map') as MapPicture;
  lands = drawLands(map);
});

const bare = (): MapData => ({ ...map, groups: [], joined: [], highlighted: [], names: [], disputed: [], places: [] });
const names = (data: MapData, shape: Shape = 'wide') =>
  layoutMap(data, lands, shape, en).labels.map(({ lines }) => lines.join(' '));

describe.each(Object.keys(SHAPES) as Shape[])('%s', (shape) => {
  test('keeps names apart and everything inside', () => {
    const { collisions, ...scene } = layoutMap(map, lands, shape, en);
    expect(collisions).toEqual([]);
    expect(collisionsOf(scene)).toEqual([]);
  });

  test('a map with nothing on it', () => {
    const { collisions, ...scene } = layoutMap(bare(), drawLands(bare()), shape, en);
    expect(collisions).toEqual([]);
    expect(scene.labels).toEqual([]);
  });

  test('what is crowded says so, and the words below the map are in order all the same', () => {
    const states = [...stateNames()].map(([code, name]) => ({ code, name, narrow: true }));
    const [, group] = map.joined;
    if (!group) throw new Error('the small map should have a group that joined later');
    const places = Array.from({ length: 100 }, (_, at) => ({
      name: `Place ${at}`,
      at: [8 + (at % 10) * 2, 56 + Math.floor(at / 10)] as const,
      side: 'right' as const,
      event: undefined,
      narrow: true,
    }));
    const full = { ...map, joined: [{ ...group, states }], places };
    const { collisions, ...scene } = layoutMap(full, drawLands(full), shape, en);
    expect(collisions.length).toBeGreaterThan(0);
    const said = new Set(collisions.map(({ words }) => words));
    expect(collisionsOf(scene).filter(({ words }) => !said.has(words))).toEqual([]);
  });
});

/** The box of a label's first line, from its place and its anchor. */
const placeOf = (data: MapData, name: string, shape: Shape = 'wide') => {
  const label = layoutMap(data, lands, shape, en).labels.find(({ lines }) => lines[0]?.startsWith(name));
  return label && { x: label.x, y: label.y, anchor: label.anchor };
};

test('a name is on the side that the writer gives, of a place, a land, or a label', () => {
  const [place] = map.places;
  if (!place) throw new Error('the small map should have a place');
  const at = (side: typeof place.side) => placeOf({ ...bare(), places: [{ ...place, name: 'X', side }] }, 'X');
  const [right, left, above, below] = [at('right'), at('left'), at('above'), at('below')];
  expect([right, left, above, below].map((one) => one?.anchor)).toEqual(['start', 'end', 'middle', 'middle']);
  expect(left?.x).toBeLessThan(above?.x ?? 0);
  expect(above?.x).toBeLessThan(right?.x ?? 0);
  expect(above?.y).toBeLessThan(right?.y ?? 0);
  expect(right?.y).toBeLessThan(below?.y ?? 0);

  const finland = (more: object) => ({ ...bare(), highlighted: map.highlighted.map((one) => ({ ...one, ...more })) });
  const middle = placeOf(finland({}), 'Finland');
  const beside = placeOf(finland({ side: 'right' }), 'Finland');
  const away = placeOf(finland({ side: 'left', label: [20, 65] }), 'Finland');
  expect([middle?.anchor, beside?.anchor, away?.anchor]).toEqual(['middle', 'start', 'end']);
  expect(beside?.x).toBeGreaterThan((middle?.x ?? 0) + 50);
  expect(away?.x).toBeLessThan(middle?.x ?? 0);
  expect(placeOf(finland({ label: [27, 65] }), 'Finland')?.y).toBeLessThan(middle?.y ?? 0);
});

test('what is marked so is not named on the narrow map', () => {
  const data = { ...bare(), names: [{ name: 'Baltic Sea', at: [19.4, 58.7] as const, narrow: false }] };
  expect([placeOf(data, 'Baltic', 'wide')?.anchor, placeOf(data, 'Baltic', 'narrow')]).toEqual(['middle', undefined]);
});

test('states, seas, places and what is disputed are named', () => {
  expect(names(map)).toEqual(
    expect.arrayContaining(['Norway', 'Sweden', 'Finland', 'Denmark', 'Estonia 1906', 'Aldmoor', 'Brack', 'Gotland']),
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
  const all = tintsOf([group(true), ...Array.from({ length: 9 }, () => group(false))]).map(Number);
  expect(all).toEqual(all.toSorted((a, b) => b - a));
  expect(Math.min(...all)).toBeGreaterThan(0.1);
  expect((all[0] ?? 0) - (all[1] ?? 0)).toBeGreaterThan(0.3);
});

test('lands have the tints that the key below the map tells', () => {
  const { ground, marks } = layoutMap(map, lands, 'wide', en);
  const tints = (drawn: string) => [...drawn.matchAll(/fill-opacity="([^"]+)"/g)].map(([, tint]) => tint);
  const key = marks.flatMap((mark) => tints(mark.drawn));
  expect(key.length).toBeGreaterThan(1);
  expect(tints(ground.join(''))).toEqual(expect.arrayContaining(key));
});

test('a line is drawn where older members have a border with newer ones, and only there', () => {
  expect(lands.hasOldBorder).toBe(false);
  const [older, newer] = map.joined;
  if (!older || !newer) throw new Error('the small map should have two groups');
  const neighbours = {
    ...map,
    joined: [older, { ...newer, states: [{ code: '246', name: 'Finland', narrow: true }] }],
  };
  expect(drawLands(neighbours).hasOldBorder).toBe(true);
  expect(names(neighbours).join(' ')).not.toContain('Where the members');
});

describe('a map without an alliance', () => {
  const fields = `kind: map
title: Three tolls and a road
order: 3
brief: Three states on a real map, two with a toll, and a road through two towns.
frame: { west: 2, south: 54, east: 34, north: 71 }
narrow: { west: 5, south: 54, east: 32, north: 66 }
groups:
  - { what: Took a toll, states: [{ code: "752", name: Sweden }], party: brack, sources: [minutes-1904] }
  - what: Took a toll after the fall
    states: [{ code: "578", name: Norway, label: [9.3, 61.4] }]
    party: brack
    event: 1905-bridge-falls
    sources: [minutes-1904]
  - { what: Took none, states: [{ code: "246", name: Finland }], sources: [gazette-1904-05-03] }
places: [{ name: Aldmoor, at: [10.7, 59.9], side: left }, { name: Brack, at: [25, 60.2], side: right }]
route: true
`;
  const caption = 'A made-up road runs from one town to the other.[^minutes] '.repeat(5);
  const text = `---\n${fields}---\n\n${caption}\n\n[^minutes]: [Minutes](../sources/minutes-1904.md).\n`;
  const story = assemble(smallEntries({ 'pictures/towns.md': text }));
  const drawn = story.pictures.find((one): one is MapPicture => one.kind === 'map') as MapPicture;
  const own = drawLands(drawn);

  test.each(Object.keys(SHAPES) as Shape[])('%s, tells in its key what is so of which states', (shape) => {
    const { collisions, ...scene } = layoutMap(drawn, own, shape, en);
    expect(collisions).toEqual([]);
    const words = scene.labels.map(({ lines }) => lines.join(' '));
    expect(words).toEqual(expect.arrayContaining(['Aldmoor', 'Brack']));
    expect(words.filter((one) => one.includes(':'))).toEqual([
      'Took a toll: Sweden',
      'Took none: Finland',
      'Took a toll after the fall: Norway',
    ]);
    expect(scene.ground.join('')).toContain('stroke-dasharray');
  });

  test.each(Object.keys(SHAPES) as Shape[])('%s, finds each name a place in its land, off all others', (shape) => {
    const halfway = { name: 'Halfway', at: [17, 61] as const, side: 'above' as const, event: undefined, narrow: true };
    const groups = drawn.groups.map((group) => ({
      ...group,
      states: group.states.map((state) => ({ ...state, label: undefined })),
    }));
    const { collisions, labels } = layoutMap({ ...drawn, groups, places: [...drawn.places, halfway] }, own, shape, en);
    expect(collisions).toEqual([]);
    const words = labels.map(({ lines }) => lines.join(' '));
    expect(words).toEqual(expect.arrayContaining(['Norway', 'Sweden', 'Finland', 'Halfway']));
  });

  test('sets aside what is so only later, and tells all of it in a table', () => {
    expect(showsLater(drawn)).toBe(true);
    const known = asKnown(drawn);
    expect(known.kind === 'map' && known.groups.map(({ what }) => what)).toEqual(['Took a toll', 'Took none']);
    const { heads, rows } = tableOf(drawn, en);
    expect(heads).toEqual(['How it stood', 'States', 'Source']);
    expect(rows.map(({ cells, later }) => [cells[0]?.[0]?.text, cells[1]?.[0]?.text, later])).toEqual([
      ['Took a toll', 'Sweden', false],
      ['Took a toll after the fall', 'Norway', true],
      ['Took none', 'Finland', false],
    ]);
  });

  test('a route goes directly past a place that came later, while that is set aside', () => {
    const [first, last] = drawn.places;
    if (!first || !last) throw new Error('the map should have two places');
    const event = drawn.groups.find(({ later }) => later)?.event;
    const middle = { ...first, name: 'Halfway', at: [17, 61] as const, event };
    const linesOf = (data: MapPicture) =>
      [
        ...layoutMap(data, own, 'narrow', en)
          .ground.join('')
          .matchAll(/(?:class="(\w+)">)?<path stroke[^>]* d="(\S+ \S+L\S+ \S+)"/g),
      ].map(([, when, d]) => [when, d] as const);
    const [[, direct] = []] = linesOf(drawn);
    const three = { ...drawn, places: [first, middle, last] };
    const [to, from, past] = linesOf(three);
    expect([to?.[0], from?.[0], past]).toEqual(['later', 'later', ['then', direct]]);
    expect(linesOf(asKnown(three) as MapPicture)).toEqual([[undefined, direct]]);
    expect(linesOf({ ...drawn, places: [first, last, middle] }).map(([when]) => when)).toEqual([undefined, 'later']);
  });

  test('a group is fainter than the one before it in the same colour, and grey without a party', () => {
    const [first, second, grey] = tintsOfGroups(drawn.groups);
    expect(first?.fill).toBe(second?.fill);
    expect(Number(second?.['fill-opacity'])).toBeLessThan(Number(first?.['fill-opacity']));
    expect(grey).toEqual({ fill: 'var(--ink)', 'fill-opacity': String(TINT.grey) });
  });

  test('a map of an alliance needs all that tells of it, and every map something to show', () => {
    const faults = (change: (text: string) => string) => faultsOfSmall({ 'pictures/towns.md': change(text) });
    expect(faults((old) => old.replace('route: true', 'alliance: brack'))).toEqual([
      'pictures/towns.md:17 alliance: baseline is missing; a map of an alliance has alliance, baseline and joined',
      'pictures/towns.md:17 alliance: joined is missing; a map of an alliance has alliance, baseline and joined',
    ]);
    expect(faults((old) => old.replace(/groups:[^]*route: true\n/, ''))).toEqual([
      'pictures/towns.md:2 the map shows nothing; write groups, joined, highlighted or places',
    ]);
  });
});

const draw = (scene: Scene, shape: Shape) => drawScene(scene, { class: shape });

test('both shapes share one drawing of the lands', () => {
  const { wide, narrow } = drawMaps(map, en, draw);
  const parts = lands.parts.map(({ later }, at) => ({ later, id: `towns-lands-${at + 1}` }));
  expect(new Set(parts.map(({ later }) => later))).toEqual(new Set([false, true]));
  for (const { later, id } of parts) {
    // The style of the page hides what came later where the narrow map refers to it, not in what it refers to.
    const [open, close] = later ? ['<g class="later">', '</g>'] : ['', ''];
    expect(wide).toContain(`${open}<g id="${id}"><path`);
    expect(narrow).toContain(`${open}<use href="#${id}"/>${close}`);
  }
  expect(narrow.length).toBeLessThan(wide.length / 3);
});

describe('a name that cannot be read is a fault at its line, which says what to do', () => {
  const TOWNS = 'pictures/towns.md';
  const BRACK = '{ name: Brack, at: [25, 60.2], side: above }';

  test('over another', () => {
    const over = replace(BRACK, '{ name: Brack, at: [10.75, 59.95], narrow: false }');
    expect(faultsOfPictures({ [TOWNS]: over })).toEqual([
      `${TOWNS}:19 places.1: on the wide map, “Aldmoor” overlaps “Brack”; choose another side for one of them ` +
        '(right, left, above, below)',
    ]);
  });

  test('off the map', () => {
    const long = '{ name: A town with a name that is far too long, at: [10.7, 62], side: left }';
    expect(faultsOfPictures({ [TOWNS]: replace(BRACK, long) })).toContain(
      `${TOWNS}:20 places.2: on the narrow map, “A town with a name that is far too long” leaves the frame; choose ` +
        'another side for it (right, left, above, below), or leave it out there with narrow: false',
    );
  });

  test('of a sea, which has no side', () => {
    expect(faultsOfPictures({ [TOWNS]: replace('at: [19.4, 58.7]', 'at: [11.5, 59.9], narrow: false') })).toEqual([
      `${TOWNS}:15 names.1: on the wide map, “Baltic Sea” overlaps “Aldmoor”; give “Baltic Sea” another place (at)`,
    ]);
  });

  test('of a state, with the year that it joined, however the groups are in order', () => {
    const estonia = { [TOWNS]: replace('label: [24, 56.2], side: right', 'label: [33.5, 56.2], side: right') };
    expect(faultsOfPictures(estonia)[0]).toContain(
      `${TOWNS}:13 joined.3.states.1: on the wide map, “Estonia 1906” leaves`,
    );
    const older = (text: string) => estonia[TOWNS]?.(text).replace('date: 1905,', 'date: 1907,') ?? '';
    expect(faultsOfPictures({ [TOWNS]: older })[0]).toContain(
      `${TOWNS}:13 joined.3.states.1: on the wide map, “Estonia`,
    );
  });

  test('of a state in a group', () => {
    const groups = `groups:
  - { what: So, states: [{ code: "578", name: Norway }], sources: [minutes-1904] }
  - what: So too
    states:
      - { code: "752", name: Sweden }
      - { code: "208", name: Denmark, side: left, label: [3, 55] }
    sources: [minutes-1904]
`;
    const change = (text: string) => text.replace(/alliance:[^]*?(?=highlighted:)/, groups);
    expect(faultsOfPictures({ [TOWNS]: change })[0]).toContain(
      `${TOWNS}:13 groups.2.states.2: on the wide map, “Denmark”`,
    );
  });

  test('and so is what the frame leaves out', () => {
    const off = (from: string, to: string) => faultsOfPictures({ [TOWNS]: replace(from, to) });
    expect([
      ...off('at: [25, 60.2], side: above', 'at: [36, 60]'),
      ...off('at: [19.4, 58.7]', 'at: [19.4, 49]'),
      ...off('at: [18.5, 57.5]', 'at: [-5, 40]'),
      ...off('highlighted: [', 'highlighted: [{ code: "724", name: Spain, party: brack }, '),
    ]).toEqual(
      ['20 places.2', '15 names.1', '17 disputed.1', '14 highlighted.1'].map((place) =>
        expect.stringMatching(`^${TOWNS}:${place}: the map does not show “.+”; .*widen frame, or take it out$`),
      ),
    );
  });

  test('on each of several maps', () => {
    const crowded = replace(BRACK, '{ name: Brack, at: [10.75, 59.95] }');
    const second = replace(
      'order: 3',
      'order: 33',
    )(crowded(smallText(TOWNS))).replace('title: The', 'title: Again the');
    const told = faultsOfPictures({ [TOWNS]: crowded, 'pictures/again.md': second });
    expect(new Set(told.map((fault) => fault.split(':')[0]))).toEqual(new Set([TOWNS, 'pictures/again.md']));
  });
});

describe('names can be read on every tint, whatever the colour of the alliance', () => {
  const colour = (name: keyof Colours, theme: 'light' | 'dark') => channelsOf(coloursOf(COLOUR_STYLES, theme)[name]);
  const mix = (over: number[], under: number[], share: number) =>
    over.map((part, at) => part * share + (under[at] ?? 0) * (1 - share));

  test.each((['light', 'dark'] as const).flatMap((theme) => PARTY_COLOURS.map((party) => [theme, party] as const)))(
    '%s, %s',
    (theme, party) => {
      const [paper, ink, hue] = [colour('paper', theme), colour('ink', theme), colour(`party-${party}`, theme)];
      expect(contrast(paper, mix(hue, paper, TINT.before))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ink, mix(hue, paper, TINT.first))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ink, mix(ink, paper, TINT.grey))).toBeGreaterThanOrEqual(4.5);
    },
  );
});
