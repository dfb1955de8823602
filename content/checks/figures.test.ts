import { expect, test } from 'vitest';
import { MONTHS, isVersion, texts } from '../../tests/support/texts.ts';

/**
 * Figures and days that several pages give: every page gives the same. {n} is a number in figures or in words, {d} a
 * day and month with or without the year.
 */
const NUMBER = String.raw`\b(\d[\d,.]*\d|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six)teen|thirty|fifty)`;
const DAY = `(\\d{1,2} (?:${MONTHS.join('|')})(?: \\d{4})?)`;

const FIGURES: [string, string[], string][] = [
  ['length of the call', ['50', 'fifty'], String.raw`{n} minutes by telephone|by telephone for {n} minutes`],
  [
    'start and end of the call in Washington',
    ['15:35 16:25'],
    String.raw`(?:minutes|30 December 2021), from (\d\d:\d\d) to (\d\d:\d\d) in Washington|call began at (\d\d:\d\d) in Washington.*? It ended at (\d\d:\d\d) in Washington`,
  ],
  [
    'start and end of the call in Moscow',
    ['23:35 00:25'],
    String.raw`In Moscow it was (\d\d:\d\d) to (\d\d:\d\d)|call began at [^.]*?(\d\d:\d\d) in Moscow\. It ended at [^.]*?(\d\d:\d\d) in Moscow`,
  ],
  [
    'day of the call',
    ['30 December 2021'],
    String.raw`(?<!video )\bcall of {d}|spoke by telephone for 50 minutes on {d}`,
  ],
  ['days from the drafts to the call', ['thirteen'], String.raw`{n} days earlier Russia`],
  [
    'days from the call to the invasion',
    ['56'],
    String.raw`2022, {n} days after the call|It was {n} days after the call`,
  ],
  [
    'day of the video call',
    ['7 December 2021'],
    String.raw`\bvideo(?: call| link)?,? (?:of|on) {d}|last spoken (?:by video )?on {d}`,
  ],
  [
    'hours of the video call',
    ['two'],
    String.raw`7 December 2021\]?,? for about {n} hours|by video for about {n} hours|by secure video for about {n} hours|in Moscow: about {n} hours`,
  ],
  [
    'articles of the US treaty',
    ['eight'],
    String.raw`(?:US treaty has|It has|in) {n} articles[,;]|between two states.* preamble and {n} articles|with the United States\. Its {n} articles|judgement: {n} here`,
  ],
  [
    'articles of the NATO agreement',
    ['nine'],
    String.raw`(?:and an agreement with the members of NATO in|articles, the NATO agreement) {n}\.|NATO, 30 of them.* preamble and {n} articles|states of NATO\. Its {n} articles|judgement: \w+ here and {n} there`,
  ],
  [
    'day of the handover',
    ['15 December 2021'],
    String.raw`(?:handed over|handed her its two drafts|passed to Washington|gave (?:it|the drafts?) to|received both)\b[^.;]{0,90}? on {d}`,
  ],
  [
    'states outside NATO that article 4 of the US treaty covers',
    ['11', 'eleven'],
    String.raw`{n} states would be covered|would cover {n} states`,
  ],
  ['US bombs in Europe', ['100'], String.raw`about {n} US bombs|bombs in Europe at about {n}`],
  ['bases with US bombs', ['six'], String.raw`at {n} bases in`],
  [
    'day when the Founding Act was signed',
    ['27 May 1997'],
    String.raw`as of {d}|On {d} leaders of NATO|Founding Act of {d}|(?<!treaty )in Paris on {d}`,
  ],
  [
    'day of the written replies',
    ['26 January 2022'],
    String.raw`(?:repl(?:y|ies)|answered[^.;]* in separate papers) (?:on|of) (\d+ January(?: \d{4})?)|On {d} (?:Ambassador )?John Sullivan`,
  ],
  [
    'day of Russia’s answer',
    ['17 February 2022'],
    String.raw`(?:reply|answer|answered)(?: in writing)? (?:of|on) (\d+ February(?: \d{4})?)`,
  ],
  [
    'members in 1997',
    ['16', 'sixteen'],
    String.raw`the {n} states (?:then in NATO|that were)|NATO (?:then )?had {n} members(?: then|; )|from {n} (?:states|members) to|{n} older (?:members|allies)|on {n} NATO states|less the {n} of 1997|There were {n} of them`,
  ],
  [
    'states that joined from 1997 to 2021',
    ['14', 'fourteen'],
    String.raw`{n} (?:more )?(?:had )?joined (?:later|by December 2021)|first of {n} (?:states that entered|to join)|{n} states came in|Of these, {n} had entered|The {n} that joined later|judgement: {n}\. NATO’s`,
  ],
  ['day when Finland joined', ['4 April 2023'], String.raw`Finland(?:, which)?(?: joined)? on {d}`],
  ['day when Sweden joined', ['7 March 2024'], String.raw`Sweden(?:,| on|, which joined on| came in on)? (?:on )?{d}`],
  [
    'battlegroups in the east',
    ['four'],
    String.raw`{n} (?:multinational )?(?:NATO )?(?:battlegroups|battle groups|battalions)`,
  ],
  [
    'day of the Bucharest declaration',
    ['3 April 2008'],
    String.raw`(?:leaders at|At) Bucharest on {d}|(?<!Rome )declaration of {d}|bears the date {d}|judgement: {d}, the date on the document`,
  ],
  [
    'troops near Ukraine at the end of December 2021',
    ['100,000'],
    String.raw`(?<!count(?:s|ed) |gathered )about {n} (?:Russian )?troops(?: then)? (?:near|were|stood)`,
  ],
  ['troops that the US document counted', ['70,000'], String.raw`count(?:s|ed) about {n} Russian troops`],
  [
    'troops that the US document projected',
    ['175,000'],
    String.raw`up to {n}(?= (?:Russian )?troops|, in 100|, ready to attack| planned| of them)|The {n} was a US estimate|figure of {n}`,
  ],
  ['ranges that the INF Treaty banned', ['500 5,500'], String.raw`{n} (?:to|and) {n} kilometres`],
  ['warheads that New START allows', ['1,550'], String.raw`{n} deployed strategic`],
  ['last day of New START', ['5 February 2026'], String.raw`(?:extended to|last until|runs until) {d}`],
  ['states in the OSCE', ['57'], String.raw`security body of {n} states|early 2022 it had {n} members`],
  ['hours of the talks in Geneva', ['eight'], String.raw`almost {n} hours`],
  [
    'day of the NATO-Russia Council in January 2022',
    ['12 January 2022'],
    String.raw`(?:would meet in Brussels|meeting of the NATO-Russia Council|The council met) on (\d+ January(?: \d{4})?)`,
  ],
  [
    'day of the OSCE meeting in January 2022',
    ['13 January 2022'],
    String.raw`(?:OSCE )?in Vienna on {d}|third meeting of that week, on {d}`,
  ],
  [
    'day of the invasion',
    ['24 February 2022'],
    String.raw`(?:invaded(?: Ukraine| it)?|invasion(?: of Ukraine)?|attacked) (?:on|of) {d}`,
  ],
];

/** Everything that the story says, with its place. What a disputed note lets others say may be wrong. */
const said = texts
  .filter(({ collection }) => collection !== 'sources')
  .flatMap(({ path, fields, passages }) => [
    ...fields.map(({ name, text }) => ({ at: `${path} ${name}`, text })),
    ...passages.filter((one) => !isVersion(one)).map(({ line, text }) => ({ at: `${path}:${line}`, text })),
  ]);

function tellings(pattern: string, all: readonly { at: string; text: string }[]): { at: string; figure: string }[] {
  const wanted = new RegExp(pattern.replaceAll('{n}', NUMBER).replaceAll('{d}', DAY), 'gi');
  return all.flatMap(({ at, text }) =>
    [...text.matchAll(wanted)].map(([, ...found]) => ({ at, figure: found.filter(Boolean).join(' ').toLowerCase() })),
  );
}

/** Whether a figure is one of the values; a day may be given without its year. */
const isOneOf = (figure: string, values: readonly string[]) =>
  values.some(
    (value) => value.toLowerCase() === figure || (/[a-z]$/.test(figure) && value.toLowerCase().startsWith(figure)),
  );

test.each(FIGURES)('%s', (_, values, pattern) => {
  const found = tellings(pattern, said);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(({ figure }) => !isOneOf(figure, values))).toEqual([]);
});

test('a figure that differs is found', () => {
  const all = [{ at: 'here', text: 'They spoke for 55 minutes on 7 December.' }];
  expect(tellings('for {n} minutes', all)).toEqual([{ at: 'here', figure: '55' }]);
  expect(isOneOf('55', ['50', 'fifty'])).toBe(false);
  expect(isOneOf('7 december', ['7 December 2021'])).toBe(true);
});
