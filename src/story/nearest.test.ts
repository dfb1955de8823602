import { expect, test } from 'vitest';
import { hint, nearest } from './nearest.ts';

const names = ['sergey-brin-street', 'sergei-park', 'opec'];

test.each([
  ['sergei-brin-street', 'sergey-brin-street'],
  ['brin', 'sergey-brin-street'],
  ['OPEC', 'opec'],
  ['opecc', 'opec'],
])('%s is nearest to %s', (name, found) => expect(nearest(name, names)).toBe(found));

test.each([
  ['titel', 'title'],
  ['breif', 'brief'],
  ['dai', 'day'],
  ['strnd', 'strand'],
  ['zufluss', 'zuflüsse'],
  ['lavrov', 'sergey-lavrov'],
  ['glossary/brook.md', 'glossary/ada-brook.md'],
  ['../glossary/sergei-lavrov.md', '../glossary/sergey-lavrov.md'],
  ['explainers/ada-brook.md', 'glossary/ada-brook.md'],
  ['glosary/ada-brok.md', 'glossary/ada-brook.md'],
  ['images/brigde.jpg', 'images/bridge.png'],
  ['/glossary/aldmor/', '/glossary/aldmoore/'],
  ['2021-12-31-new-year-call', '2021-12-30-new-year-call'],
  ['was-it-video', 'was-it-a-video-call'],
  ['the-towns-agreed-what', 'what-the-towns-agreed'],
])('%s may be %s', (name, other) => expect(nearest(name, [other])).toBe(other));

test.each([
  ['glossary/zuflüsse.md', 'glossary/bund.md'],
  ['glossary/nato.md', 'glossary/osce.md'],
  ['timeline/1904-05-20-talks.md', 'timeline/1904-05-02-meeting.md'],
  ['explainers/the-fall.md', 'explainers/the-meeting.md'],
  ['/glossary/ada/', '/glossary/bund/'],
  ['sergei-shoigu', 'sergey-lavrov'],
  ['year', 'read'],
  ['kind', 'title'],
  ['call', 'recalled-words'],
  ['uk', 'us'],
  ['what-was-said', 'what-was-agreed'],
  ['2022-01-10-geneva-talks', '2022-01-10-brussels'],
  ['the-agreement-of-april', 'what-the-towns-said'],
])('%s is not %s', (name, other) => expect(nearest(name, [other])).toBeUndefined());

test('nothing near is nothing', () => {
  expect(nearest('xylophone', names)).toBeUndefined();
  expect(nearest('opec', [])).toBeUndefined();
  expect(hint('xylophone', names)).toBe('');
});

test('a hint follows a message', () => expect(hint('opecs', names)).toBe('; did you mean “opec”?'));
