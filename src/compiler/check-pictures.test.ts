import { expect, test } from 'vitest';
import { faultsOfSmall, replace } from '../../tests/support/small-story.ts';

test.each([
  ['carts', 'brief: Four', 'brief: Four', []],
  [
    'carts',
    'kind: counts',
    'kind: count',
    [
      'pictures/carts.md:2 field “kind”: “count” is not one of counts, hours, map, spans, events, answers; ' +
        'did you mean “counts”?',
    ],
  ],
  [
    'tolls',
    'from: 1899-03, until: 1901,',
    'from: 1899-03, until: 1898,',
    ['pictures/tolls.md:10 rows.1.spans.1: 1898 is before 1899-03'],
  ],
  [
    'tolls',
    'from: 1901, until: 1905',
    'from: 1900, until: 1905',
    ['pictures/tolls.md:11 rows.1.spans.2: 1900 is before 1901, when the span above it ends'],
  ],
  [
    'tolls',
    'from: 1899-03, until: 1901,',
    'from: 1899-03,',
    ['pictures/tolls.md:11 rows.1.spans.2: the span above it has no end'],
  ],
  [
    'tolls',
    'from: 1890, sources: [gazette-1904-05-03]',
    'from: 1890',
    ['pictures/tolls.md:14 missing field “rows.2.spans.1.sources”'],
  ],
  [
    'years',
    'events: [1905-bridge-falls, ',
    'events: [1904-05-02-meeting, ',
    ['pictures/years.md:6 events.2: 1904-05-02-meeting is named twice'],
  ],
  [
    'years',
    'events: [1905-bridge-falls, ',
    'events: [',
    ['pictures/years.md:6 field “events”: needs at least 2, and has 1'],
  ],
  [
    'years',
    '1905-bridge-falls',
    '1905-bridge-fall',
    ['pictures/years.md:6 events.1: there is no timeline/1905-bridge-fall.md; did you mean “1905-bridge-falls”?'],
  ],
  [
    'replies',
    'parties: [aldmoor, brack]',
    'parties: [aldmoor, aldmoor]',
    ['pictures/replies.md:7 parties.2: aldmoor is named twice'],
  ],
  [
    'replies',
    'demands: [free-bridge]',
    'demands: [free-ferry]',
    ['pictures/replies.md:6 demands.1: there is no demands/free-ferry.md'],
  ],
  ['carts', 'unit: carts', 'unti: carts', ['pictures/carts.md:6 unknown field “unti”; did you mean “unit”?']],
  [
    'carts',
    'counter: A builder',
    'conter: A builder',
    ['pictures/carts.md:10 unknown field “entries.3.conter”; did you mean “counter”?'],
  ],
  [
    'carts',
    'figure: [1000, 1200]',
    'figure: [1200, 1000]',
    ['pictures/carts.md:9 field “entries.2.figure”: ends below its beginning'],
  ],
  [
    'carts',
    'figure: 900',
    'figure: many',
    ['pictures/carts.md:8 field “entries.1.figure”: is neither a number nor two: 900 or [800, 900]'],
  ],
  [
    'carts',
    'nature: planned',
    'nature: plan',
    [
      'pictures/carts.md:10 field “entries.3.nature”: “plan” is not one of present, planned, leaving; ' +
        'did you mean “planned”?',
    ],
  ],
  [
    'carts',
    'party: brack',
    'party: brick',
    ['pictures/carts.md:9 entries.2.party: story.yaml names no party “brick”; did you mean “brack”?'],
  ],
  [
    'carts',
    'sources: [minutes-1904] }\n---',
    'sources: [minutes-1905] }\n---',
    ['pictures/carts.md:11 entries.4.sources.1: there is no sources/minutes-1905.md; did you mean “minutes-1904”?'],
  ],
  [
    'carts',
    'The hollow dot is a plan. ' +
      'What stands below the line was counted after the meeting at the inn, when the bridge was no more.',
    '',
    ['pictures/carts.md:14 the caption has 33 words; write 40 to 120'],
  ],
  ['carts', 'order: 1', 'order: 3', ['pictures/towns.md:4 order: 3 is already the place of pictures/carts.md']],
  [
    'days',
    ', event: 1904-05-02-meeting',
    '',
    ['pictures/days.md:10 entries.4: name the event that tells of it, or its sources'],
  ],
  [
    'days',
    'date: 1904-05-01,',
    'date: 1904-05-03,',
    [
      '1904-05-02T13:10-01:00',
      '1904-05-02',
      '1904-05-02T15:00-01:00/1904-05-02T16:00-01:00',
      '1904-05-02T20:30-01:00',
    ].map(
      (date, at) => `pictures/days.md:${8 + at} entries.${at + 2}: ${date} is before 1904-05-03, which comes before it`,
    ),
  ],
  [
    'days',
    'what: Rain.',
    'what: It rained and rained and rained and rained and rained and rained and rained',
    ['pictures/days.md:7 field “entries.1.what”: has 14 words; at most 12 are allowed'],
  ],
  [
    'towns',
    'code: "208"',
    'code: "209"',
    ['pictures/towns.md:12 joined.2.states.1: the map knows no state 209; Denmark is 208'],
  ],
  [
    'towns',
    'code: "208"',
    'code: "578"',
    ['pictures/towns.md:12 joined.2.states.1: the state 578 is already at joined.1.states.1'],
  ],
  [
    'towns',
    'code: "208"',
    'code: DK',
    ['pictures/towns.md:12 field “joined.2.states.1.code”: is not a code of three digits in quotes, such as "380"'],
  ],
  [
    'towns',
    'counted_with: "246"',
    'counted_with: "643"',
    ['pictures/towns.md:17 disputed.1: Gotland is counted with 643, a state that the map does not name'],
  ],
  [
    'towns',
    'at: [25, 60.2]',
    'at: [60.2, 25]',
    ['pictures/towns.md:20 places.2: Brack lies off the map; positions are degrees east, then degrees north'],
  ],
  [
    'towns',
    'at: [25, 60.2]',
    'at: 25',
    ['pictures/towns.md:20 field “places.2.at” must be two numbers in square brackets'],
  ],
  [
    'towns',
    'west: 2, south: 54',
    'west: 72, south: 54',
    ['pictures/towns.md:6 frame: east must be a degree or more beyond west, and north beyond south'],
  ],
])('%s: %s → %s', (name, from, to, says) => {
  const faults = faultsOfSmall({ [`pictures/${name}.md`]: from === to ? (text) => text : replace(from, to) });
  expect(faults).toEqual(expect.arrayContaining(says as string[]));
  expect(faults.length > 0).toBe(says.length > 0);
});
