import { expect, test } from 'vitest';
import { texts } from '../../tests/support/texts.ts';

/** Who said it, on which day, and the words as the cited source has them, without the mark at their end. */
const QUOTATIONS: [string, string, string][] = [
  ['James Baker', '1990-02-09', 'one inch to the east'],
  ['Bucharest Declaration', '2008-04-03', 'these countries will become members of NATO'],
  ['Joe Biden and Vladimir Putin', '2021-06-16', 'cannot be won and must never be fought'],
  ['White House readout', '2021-12-07', 'with strong economic and other measures'],
  ['Kremlin readout', '2021-12-07', 'offensive weapons systems in the countries neighbouring Russia'],
  ['Jake Sullivan', '2021-12-07', 'things we did not do in 2014, we are prepared to do now'],
  ['Joe Biden', '2021-12-08', 'That is not on the table'],
  ['Joe Biden', '2021-12-08', 'is not in the cards right now'],
  ['Joe Biden', '2021-12-08', 'economic consequences like none he’s ever seen or ever have been seen'],
  [
    'Volodymyr Zelensky',
    '2021-12-15',
    'Our state is interested in a strong sanctions policy that would precede a possible escalation',
  ],
  [
    'Jake Sullivan',
    '2021-12-17',
    'The current assessment of the U.S. government is that he has not yet made a decision',
  ],
  [
    'Vladimir Putin',
    '2021-12-21',
    'This is at the doorstep of our home. They must understand that we simply have nowhere to retreat further',
  ],
  ['A senior US official', '2021-12-29', 'nothing about them without them'],
  [
    'Josep Borrell',
    '2021-12-29',
    'We do not want to be, and must not be, spectators that are not involved and over whose heads decisions are made',
  ],
  [
    'Jen Psaki',
    '2021-12-30',
    'He made clear that the United States and its allies and partners will respond decisively if Russia further invades Ukraine',
  ],
  [
    'Jen Psaki',
    '2021-12-30',
    'substantive progress in these dialogues can occur only in an environment of de-escalation rather than escalation',
  ],
  ['Kremlin readout', '2021-12-30', 'had no intention of deploying offensive strike weapons in Ukraine'],
  [
    'Kremlin readout',
    '2021-12-30',
    'solid legally binding guarantees ruling out NATO’s eastward expansion and the deployment of weapons that threaten Russia',
  ],
  [
    'Yuri Ushakov',
    '2021-12-31',
    'Overall, we are satisfied with the conversation, since it was frank, meaningful and specific',
  ],
  ['Yuri Ushakov', '2021-12-31', 'would be a colossal mistake that would entail grave consequences'],
  ['Yuri Ushakov', '2021-12-31', 'which our descendants will later appreciate as a huge one'],
  ['Joe Biden', '2021-12-31', 'did not disagree with any of that'],
  [
    'Joe Biden',
    '2021-12-31',
    'I’m not going to negotiate here in public, but we made it clear that he cannot — I emphasize ‘cannot’ — move on Ukraine',
  ],
  ['Joe Biden', '2022-01-02', 'nothing about you without you'],
  ['Wendy Sherman', '2022-01-10', 'We will not allow anyone to slam closed NATO’s open door policy'],
  [
    'Sergei Ryabkov',
    '2022-01-10',
    'absolutely mandatory to make sure that Ukraine never — never ever — becomes a member of NATO',
  ],
  [
    'Zbigniew Rau',
    '2022-01-13',
    'It seems the risk of war in the OSCE area is now greater than ever before in the last 30 years',
  ],
  ['Volodymyr Zelensky', '2022-01-20', 'there are no minor incursions and small nations'],
  ['Yuri Ushakov', '2022-02-12', 'Hysteria has reached its peak'],
  ['Joe Biden', '2022-02-18', 'As of this moment, I’m convinced he’s made the decision'],
  ['Vladimir Putin', '2022-02-24', 'I made a decision to carry out a special military operation'],
];

interface Quoted {
  at: string;
  words: string;
}
const quoted: Quoted[] = texts.flatMap(({ path, fields, passages }) =>
  [
    ...fields.map(({ text }) => ({ at: path, text })),
    ...passages.map(({ line, text }) => ({ at: `${path}:${line}`, text })),
  ].flatMap(({ at, text }) =>
    [...text.matchAll(/“([^”]*)”/g)].map(([, words = '']) => ({ at, words: words.replace(/[.,]$/, '') })),
  ),
);

/** Every five words in a row of a text, in small letters; all of them when it has fewer. */
const runs = (text: string): string[] => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}’]+/gu) ?? [];
  return words.slice(Math.min(4, words.length - 1)).map((_, at) => words.slice(at, at + 5).join(' '));
};

/** Uses that share five words in a row with the quotation and yet are no part of it, letter by letter. */
function inexact(quotation: string, uses: readonly Quoted[]): string[] {
  const own = new Set(runs(quotation));
  const isLike = ({ words }: Quoted) => runs(words).some((run) => own.has(run));
  const isPart = ({ words }: Quoted) =>
    quotation.toLowerCase().includes(words.toLowerCase()) || words.includes(quotation);
  return uses.filter((use) => isLike(use) && !isPart(use)).map(({ at, words }) => `${at} “${words}”`);
}

test.each(QUOTATIONS)('%s, %s: “%s”', (_by, _day, words) => {
  expect(inexact(words, quoted)).toEqual([]);
});

test('most of the quotations are used, so that the list is of this story', () => {
  const used = QUOTATIONS.filter(([, , words]) => quoted.some((use) => use.words !== '' && words.includes(use.words)));
  expect(used.length).toBeGreaterThan(QUOTATIONS.length * 0.75);
});

test('a quotation that is not exact is found, a part of one is not', () => {
  const uses = ['That isn’t on the table', 'it is not on the table', 'That is not on'].map((words) => ({
    at: 'a',
    words,
  }));
  expect(inexact('That is not on the table', uses)).toEqual(['a “it is not on the table”']);
});
