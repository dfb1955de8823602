import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { smallStory } from '../../tests/support/small-story.ts';
import { compareWhen, isAfter, parseWhen } from '../story/dates.ts';
import { en } from '../words/en.ts';
import { grow, isFree, isInside, overlap, TARGET, type Box } from './boxes.ts';
import type { RibbonStory } from './ribbon-events.ts';
import { layoutNarrow } from './ribbon-narrow.ts';
import { drawStrip } from './ribbon-strip.ts';
import { roomOf, type PlacedGroup } from './ribbon-layout.ts';
import { layoutWide } from './ribbon-wide.ts';
import { drawRibbon, sceneOf } from './ribbon.ts';
import { boxOf, collisionsOf } from './scene.ts';

const SENTENCE =
  'the mayor of a lower town opens new bridges after long talks about tolls and asks both for their word';
const WORDS = SENTENCE.split(' ');
const NAMES = [
  'Talks',
  'Works',
  'Money and its keepers',
  'Weather',
  'Correspondenceofthecouncils',
  'Courts',
  'News',
  'Bridges',
];

/** A story with an event on each date, in so many strands; titles are of many lengths. */
function storyOf(moment: string, dates: readonly string[], many = 3): RibbonStory {
  const strands = Array.from({ length: many }, (_, at) => ({
    id: `s${at}`,
    name: `${NAMES[at % NAMES.length]}${at < NAMES.length ? '' : ` ${at}`}`,
    brief: '',
  }));
  const title = (at: number) =>
    Array.from({ length: 3 + ((at * 7) % 11) }, (_, word) => WORDS[(at * 5 + word * 3) % WORDS.length]).join(' ');
  const events = [moment, ...dates].map((date, at) => ({
    id: `event-${at}`,
    title: title(at),
    address: `/timeline/event-${at}/`,
    date: parseWhen(date),
    strand: strands[at % many] ?? { id: '', name: '', brief: '' },
    isMoment: at === 0,
    later: isAfter(parseWhen(date), parseWhen(moment)),
    mentions: { length: (at * 13) % 9 },
  }));
  const [key] = events;
  if (!key) throw new Error('a story has a key moment');
  return { events: events.sort((a, b) => compareWhen(a.date, b.date)), strands, moment: key };
}

const DAY = 86_400_000;
const NOON = Date.parse('1904-05-02T12:00Z');
const CALL = '1904-05-02T12:00Z/1904-05-02T12:50Z';
const day = (days: number) => new Date(NOON + days * DAY).toISOString().slice(0, 10);
const minute = (minutes: number) => `${new Date(NOON + minutes * 60_000).toISOString().slice(0, 16)}Z`;
const times = <Item>(count: number, make: (at: number) => Item) => Array.from({ length: count }, (_, at) => make(at));

const stories: Record<string, RibbonStory> = {
  'one event': storyOf(CALL, []),
  'one event, a year long': storyOf('1904', []),
  'two events': storyOf(CALL, ['1905~']),
  'seventy-five events': storyOf(
    CALL,
    times(75, (at) => day(Math.round((at % 5 === 0 ? 1 : -1) * 1.13 ** at))),
    8,
  ),
  'all on one day, without times': storyOf(
    '1904-05-02',
    times(60, () => '1904-05-02'),
  ),
  'all within hours': storyOf(
    CALL,
    times(40, (at) => minute((at - 15) * 35)),
  ),
  'all before': storyOf(
    '1904-05-02',
    times(20, (at) => day(-Math.round(1.6 ** at) - 1)),
  ),
  'all after': storyOf(
    '1904-05-02',
    times(20, (at) => day(Math.round(1.6 ** at))),
  ),
  'a thousand events': storyOf(
    CALL,
    times(1000, (at) => day((at % 3 ? -1 : 1) * (1 + Math.round(((at * 7919) % 1000) ** 2 / 90)))),
    8,
  ),
  'a thousand events on three days': storyOf(
    CALL,
    times(1000, (at) => day((at % 3) - 1)),
    8,
  ),
  'many strands': storyOf(
    '1904-05-02',
    times(80, (at) => day(30 - ((at * 37) % 900))),
    14,
  ),
  'dates that are not certain': storyOf(CALL, [
    '1899',
    '1900~',
    '1902-05',
    '1903-11',
    '1904',
    '1904-05',
    '1904-04-20/1904-05-25',
    '1904-05-01/1904-05-04',
    '1904-06',
    '1905?',
  ]),
  centuries: storyOf(CALL, ['0800', '1066-10-14', '1215', '1492', '1789-07-14', '1900', '2004']),
};

const labelsOf = (marks: readonly PlacedGroup[]): Box[] => marks.flatMap(({ label }) => (label ? [roomOf(label)] : []));
const roomsOf = (marks: readonly PlacedGroup[]): Box[] =>
  marks.map(({ x, y }) => ({ left: x - 12, right: x + 12, top: y - 12, bottom: y + 12 }));

/** Boxes of a drawing that overlap: labels with anything, and the room to touch of two marks. */
function collisions(marks: readonly PlacedGroup[], more: readonly Box[] = []): Box[] {
  const rooms = roomsOf(marks);
  const labels = labelsOf(marks);
  return [
    ...rooms.filter(
      (room, at) =>
        !isFree(
          room,
          rooms.filter((_, other) => other !== at),
        ),
    ),
    ...labels.filter((label, at) => !isFree(label, [...labels.filter((_, other) => other !== at), ...rooms, ...more])),
  ];
}

/** Pairs of marks of which the one is over before the other begins, but which are the other way round. */
function disorder(marks: readonly PlacedGroup[], place: (mark: PlacedGroup) => number): string[] {
  return marks.flatMap((a) =>
    marks.flatMap((b) => {
      const last = a.group.events.at(-1) ?? a.group.events[0];
      const isBefore = a.group.events.every(({ date }) => isAfter(b.group.events[0].date, date));
      const isApart = isBefore && isAfter(b.group.events[0].date, last.date);
      return isApart && place(a) > place(b) ? [`${a.group.name} is behind ${b.group.name}`] : [];
    }),
  );
}

describe.each(Object.entries(stories))('%s', (_, story) => {
  const wide = layoutWide(story, en);
  const narrow = layoutNarrow(story, en);

  test('every event has a mark, and is in one only', () => {
    const ids = story.events
      .filter(({ isMoment }) => !isMoment)
      .map(({ id }) => id)
      .sort();
    for (const { groups } of [wide, narrow])
      expect(groups.flatMap(({ group }) => group.events.map(({ id }) => id)).sort()).toEqual(ids);
  });

  test('no label overlaps another or a mark, and each mark has room for a finger', () => {
    expect(collisions(wide.groups, [{ ...wide.band, top: 0 }])).toEqual([]);
    expect(collisions(narrow.groups, [narrow.band])).toEqual([]);
    expect(roomsOf(narrow.groups).filter((room) => overlap(room, narrow.band))).toEqual([]);
  });

  test('all words are apart, the key moment’s and those of the lanes too, and inside of the frame', () => {
    for (const layout of [wide, narrow])
      expect(collisionsOf(sceneOf(layout, story, (address) => address, en))).toEqual([]);
  });

  test('every mark and label is inside of the frame', () => {
    for (const { width, height, groups } of [wide, narrow]) {
      const outside = [...roomsOf(groups), ...labelsOf(groups)].filter(
        ({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom > height,
      );
      expect(outside).toEqual([]);
    }
  });

  test('the order of time is kept, and the key moment parts before from after', () => {
    expect(disorder(wide.groups, ({ x }) => x)).toEqual([]);
    for (const column of new Set(narrow.groups.map(({ x }) => x)))
      expect(
        disorder(
          narrow.groups.filter(({ x }) => x === column),
          ({ y }) => y,
        ),
      ).toEqual([]);
    for (const { group } of wide.groups) {
      const sides = new Set(group.events.map(({ date }) => isAfter(date, story.moment.date)));
      if (sides.size === 1 && sides.has(true)) expect(group.at).toBeGreaterThan(wide.scale.moment.to - 1e-9);
      if (group.to < wide.scale.moment.from) expect(sides).toEqual(new Set([false]));
    }
  });

  test('put back to the key moment, a blank covers the axis after it, and nothing that was known then', () => {
    for (const layout of [wide, narrow]) {
      const { shape, groups, band, steps } = layout;
      const drawn = sceneOf(layout, story, (address) => address, en).ground.join('');
      const [, ...edges] = /<g class="then"><path class="closed" d="M(\S+) (\S+)H(\S+)V(\S+)H/.exec(drawn) ?? [];
      expect(edges.length > 0).toBe(groups.some(({ group }) => group.later));
      if (edges.length === 0) continue;
      const [left = 0, top = 0, right = 0, bottom = 0] = edges.map(Number);
      const closed = { left, top, right, bottom };
      const frame = grow(closed, 1, 1);
      const known = groups.filter(({ group }) => !group.later);
      expect([...roomsOf(known), ...labelsOf(known)].filter((room) => overlap(room, closed))).toEqual([]);
      const [begin, end] = shape === 'across' ? [left, band.right] : [top, band.bottom];
      const after = steps.filter(({ at }) => at > end).map(({ label }) => boxOf(label, 14));
      if (begin - end < 2) expect(after.filter((box) => !isInside(box, frame))).toEqual([]);
    }
  });

  test('labelled distances are apart', () => {
    for (const { steps } of [wide, narrow]) {
      const boxes = steps.map(({ label }) => boxOf(label, 14));
      expect(boxes.filter((box, at) => !isFree(box, boxes.toSpliced(at, 1)))).toEqual([]);
    }
  });

  test('is drawn the same twice, light enough, with a name for every link', () => {
    const draw = () => drawRibbon(story, (address) => address, 'ribbon', en);
    const { wide: across, narrow: down } = draw();
    expect(draw()).toMatchObject({ wide: across, narrow: down });
    expect(brotliCompressSync(across + down).length).toBeLessThan(5000);
    for (const drawn of [across, down]) {
      expect(drawn).not.toMatch(/ style=|<style|<script|NaN|undefined|Infinity/);
      expect(drawn.split('<a ').length).toBe(drawn.split('<title>').length);
      expect(drawn).toContain(`href="${story.moment.address}"`);
    }
    for (const event of [undefined, ...story.events.slice(0, 3)]) {
      const strip = drawStrip(story, en, event);
      expect(strip).not.toMatch(/ style=|NaN|undefined|Infinity/);
      expect(strip.includes('<circle')).toBe(event !== undefined);
      expect(brotliCompressSync(strip).length).toBeLessThan(1000);
    }
  });
});

test('the room to touch is what WCAG 2.2 asks for', () => {
  expect(TARGET).toBe(24);
});

describe('what a date is drawn as', () => {
  const story = storyOf('1904-05-02', ['1903-04-01', '1903-11', '1905~', '1904-05-10/1904-05-20', '1904-05-04']);
  const { wide } = drawRibbon(story, (address) => `/base${address}`, 'ribbon', en);
  const looks = layoutWide(story, en).groups.map(({ group }) => [group.events[0].date.edtf, group.look]);

  test('a day is a dot, what is not known to the day is open, and what lasted is a bar', () => {
    expect(looks).toEqual([
      ['1903-04-01', 'day'],
      ['1903-11', 'uncertain'],
      ['1904-05-04', 'day'],
      ['1904-05-10/1904-05-20', 'lasted'],
      ['1905~', 'uncertain'],
    ]);
    expect(wide.match(/href="#rv"/g)).toHaveLength(2);
    expect(wide).toMatch(/class="bar" d="M\d+ \d+H\d+"/);
  });

  test('links lead below the base path, and names hold title and date', () => {
    expect(wide).toMatch(/<a transform="[^"]+" href="\/base\/timeline\/event-3\/"><title>[a-z ]+, about 1905<\/title>/);
  });
});

test('marks that are too close become one that says so and leads to their year', () => {
  const story = storyOf(
    '1904-05-02',
    times(12, (at) => `1880-03-${String(at + 1).padStart(2, '0')}`),
    1,
  );
  const { wide, several } = drawRibbon(story, (address) => address, 'ribbon', en);
  expect(several).toBe(true);
  expect(wide).toMatch(/href="\/timeline\/#y1880"><title>\d+ events, 1 March 1880 to \d+ March 1880<\/title>/);
});

describe('the small story', () => {
  const story = smallStory();

  test('tells how long it is', () => {
    const { lengths, day: date, uncertain, several } = drawRibbon(story, (address) => address, 'ribbon', en);
    expect({ lengths, date, uncertain, several }).toEqual({
      lengths: '60 minutes and about 14 months',
      date: '2 May 1904',
      uncertain: true,
      several: false,
    });
  });
});
