import { expect, test } from 'vitest';
import { faultsOfPictures, replace } from '../../tests/support/small-story.ts';

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten';

test('words with room are no fault', () => expect(faultsOfPictures({})).toEqual([]));

test.each([
  ['carts', 'counter: A builder', `counter: ${LONG}`, '10 entries.3.counter'],
  ['days', 'what: Rain.', `what: ${LONG}`, '7 entries.1.what'],
  ['tolls', 'what: in force', `what: ${LONG} so`, '11 rows.1.spans.2.what'],
  [
    'towns',
    'places:',
    `groups:\n  - { what: ${LONG}, states: [{ code: "276", name: Germany }], sources: [minutes-1904] }\nplaces:`,
    '19 groups.1.what',
  ],
])('a word that is wider than the picture is a fault at its field, once: %s', (name, from, to, place) => {
  const [path, change] = [`pictures/${name}.md`, replace(from, to)];
  expect(faultsOfPictures({ [path]: change })).toEqual([expect.stringMatching(`^${path}:${place}: in the .*“${LONG}`)]);
});

test('words of another file are told where they are shown', () => {
  const title = replace('title: The bridge falls', `title: ${LONG}`);
  expect(faultsOfPictures({ 'timeline/1905-bridge-falls.md': title })).toContainEqual(
    `pictures/years.md:1 in the narrow picture, “${LONG}” has no room; write it with shorter words`,
  );
});
