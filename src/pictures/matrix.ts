import { ANSWERS, type Answer } from '../story/kinds.ts';
import type { Demand, Party } from '../story/story.ts';
import type { Words } from '../words/words.ts';
import { element, escapeXml } from './svg.ts';
import { widest } from './text.ts';

/** What each answer looks like, so that it can be recognised without colour: the paths fill a square of 20 units. */
const MARKS: Record<Answer, string> = {
  accepted: '<path d="M3 10l5 5 9-11" fill="none" stroke-width="2.5"/>',
  open: '<circle cx="10" cy="10" r="7" fill="none" stroke-width="2"/>',
  countered: '<path d="M10 2l8 8-8 8-8-8z" fill="none" stroke-width="2"/>',
  restraint:
    '<path d="M10 3a7 7 0 0 1 0 14z" stroke-width="0"/><circle cx="10" cy="10" r="7" fill="none" stroke-width="2"/>',
  stated: '<path d="M4 10h12" stroke-width="3"/>',
  'rejected-in-effect':
    '<path d="M3 3h14L3 17z" stroke-width="0"/><path d="M3 3h14v14H3z" fill="none" stroke-width="2"/>',
  rejected: '<path d="M3 3h14v14H3z" stroke-width="2"/>',
  'none-found': '<circle cx="10" cy="10" r="1.6" stroke-width="0"/>',
};

const COLUMN = 22;
const ROW = 28;
const HEAD = 26;
/** The size of the text, which components/Glance.astro sets. */
const SIZE = 13;
/** Demands that come after so many are in a further band below, so that nothing becomes too small to read. */
const BAND = 16;
/** How many CSS pixels a unit is where there is room. */
const SCALE = 1.6;

/** The mark of one answer as SVG, for a legend. Its meaning is beside it in words. */
export function answerMark(answer: Answer): string {
  const size = { viewBox: '0 0 20 20', width: 20, height: 20 };
  const colour = { fill: 'currentColor', stroke: 'currentColor' };
  return element('svg', { ...size, 'aria-hidden': 'true', ...colour }, MARKS[answer]);
}

/** How often each party gave each answer; answers that nobody gave are left out. */
export function countAnswers(
  demands: readonly Demand[],
  parties: readonly Party[],
  { kinds }: Words,
): { status: Answer; word: string; counts: number[] }[] {
  const count = (party: Party, status: Answer) =>
    demands.filter(({ positions }) => positions.some((one) => one.party.id === party.id && one.status === status))
      .length;
  return ANSWERS.map((status) => ({
    status,
    word: kinds.answers[status].word,
    counts: parties.map((party) => count(party, status)),
  })).filter(({ counts }) => counts.some(Boolean));
}

/**
 * The answers of all parties to all demands as one SVG: a row for each party, a column for each demand by its number,
 * and a mark for each answer.
 */
export function drawMatrix(demands: readonly Demand[], parties: readonly Party[], words: Words): string {
  const shorts = parties.map(({ short }) => short);
  const names = Math.ceil(widest(shorts, SIZE, 600)) + 10;
  const bands = Array.from({ length: Math.ceil(demands.length / BAND) }, (_, at) =>
    demands.slice(at * BAND, (at + 1) * BAND),
  );
  const high = HEAD + parties.length * ROW;
  const [width, height] = [names + Math.min(BAND, demands.length) * COLUMN, bands.length * high];
  const drawn = bands.map((band, at) => {
    const text = drawBand(band, at * BAND, parties, names);
    return at === 0 ? text : element('g', { transform: `translate(0 ${at * high})` }, text);
  });
  return element(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      width: width * SCALE,
      role: 'img',
      'aria-labelledby': 'matrix-title matrix-desc',
    },
    element('title', { id: 'matrix-title' }, escapeXml(words.pictures.answers)) +
      element('desc', { id: 'matrix-desc' }, escapeXml(describe(demands, parties, words))) +
      drawn.join(''),
  );
}

/** Some demands with their answers. `before` is how many demands come before them, `names` the width of the names. */
function drawBand(demands: readonly Demand[], before: number, parties: readonly Party[], names: number): string {
  const numbers = demands.map((_, at) => {
    const x = names + (at + 0.5) * COLUMN;
    return element('text', { x, y: 14, 'text-anchor': 'middle' }, String(before + at + 1));
  });
  const rows = parties.map((party, row) => {
    const top = 24 + row * ROW;
    const marks = demands.map(({ positions }, at) => {
      const status = positions.find((one) => one.party.id === party.id)?.status;
      const transform = `translate(${names + at * COLUMN + 1} ${top})`;
      return status ? element('g', { transform }, MARKS[status]) : '';
    });
    const name = element('text', { x: 0, y: top + 15 }, escapeXml(party.short));
    return element('g', { class: 'party', 'data-party': party.colour }, name + marks.join(''));
  });
  return [...numbers, ...rows].join('');
}

/** The same in words: how often each party gave each answer. */
function describe(demands: readonly Demand[], parties: readonly Party[], words: Words): string {
  const { pictures, punctuation } = words;
  const counted = countAnswers(demands, parties, words);
  const lines = parties.map((party, at) => {
    const given = counted.flatMap(({ word, counts }) => (counts[at] ? [pictures.answerCount(word, counts[at])] : []));
    return pictures.answersOf(party.name, given.join(punctuation.comma));
  });
  return lines.join(punctuation.semicolon) + punctuation.end;
}
