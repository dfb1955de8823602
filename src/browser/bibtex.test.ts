import { expect, test } from 'vitest';
import { bibtex } from './bibtex.ts';

const ADDRESS = 'https://small.example/the-meeting/the-letter/';

test('a page is an entry of its own, without the fields it does not have', () => {
  expect(bibtex(ADDRESS, { author: 'The Press', title: 'The letter', date: '' })).toBe(
    `@online{the-meeting-the-letter,\n  author = {{The Press}},\n  title = {The letter},\n  url = {${ADDRESS}},\n}`,
  );
});

test.each([
  [
    'Pennies & pounds: 50% of #1 {toll}_x ~ $5',
    String.raw`Pennies \& pounds: 50\% of \#1 \{toll\}\_x \textasciitilde{} \$5`,
  ],
  ['a\\b^c', String.raw`a\textbackslash{}b\textasciicircum{}c`],
  ['Что было', 'Что было'],
])('“%s” is safe for TeX', (title, safe) => expect(bibtex(ADDRESS, { title })).toContain(`title = {${safe}},`));

test.each([
  ['https://small.example/', 'home'],
  ['https://small.example/the-meeting/%D1%87%D1%82%D0%BE/', 'the-meeting-D187D182D0BE'],
])('%s has the key %s', (url, key) => expect(bibtex(url, {})).toContain(`@online{${key},`));
