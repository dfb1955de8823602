import { expect, test } from 'vitest';
import { lastOf, parseWhen } from '../../src/story/dates.ts';
import { entries } from '../../tests/support/story.ts';

/** Who held which office on which day. */
const HELD: [string, string, RegExp][] = [
  ['joe-biden', '2021-12-30', /^President of the United States/],
  ['vladimir-putin', '2021-12-30', /^President of Russia/],
  ['volodymyr-zelensky', '2021-12-30', /^President of Ukraine/],
  ['antony-blinken', '2021-12-30', /secretary of state/i],
  ['sergey-lavrov', '2021-12-30', /foreign/i],
  ['jake-sullivan', '2021-12-30', /national security advis[eo]r/i],
  ['jens-stoltenberg', '2021-12-30', /secretary general/i],
];

test.each(HELD)('%s on %s: %s', (id, day, office) => {
  const term = entries.glossary.find((one) => one.id === id);
  const at = parseWhen(day).from.first;
  const held = (term?.data.offices ?? []).filter(
    ({ from, until }) => (!from || from.from.first <= at) && (!until || lastOf(until) >= at),
  );
  expect(
    held.some(({ title }) => office.test(title)),
    held.map(({ title }) => title).join(', '),
  ).toBe(true);
});
