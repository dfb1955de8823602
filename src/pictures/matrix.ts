import { ANSWERS, type Answer } from '../story/kinds.ts';
import { ANSWER_NAMES } from './english.ts';
import type { Demand, Party } from '../story/story.ts';

/** What each answer looks like, so that it is told apart without colour: the paths fill a square of 20 units. */
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

/** The picture of one answer, for a legend and for a cell. Its meaning stands beside it in words. */
export function answerMark(status: Answer): string {
  return `<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="currentColor" stroke="currentColor">${MARKS[status]}</svg>`;
}

/** How often each party gave each answer; answers that nobody gave are left out. */
export function countAnswers(
  demands: readonly Demand[],
  parties: readonly Party[],
): { status: Answer; word: string; counts: number[] }[] {
  const count = (party: Party, status: Answer) =>
    demands.filter(({ positions }) => positions.some((one) => one.party.id === party.id && one.status === status))
      .length;
  return ANSWERS.map((status) => ({
    status,
    word: ANSWER_NAMES[status].word,
    counts: parties.map((party) => count(party, status)),
  })).filter(({ counts }) => counts.some(Boolean));
}

const COLUMN = 22;
const ROW = 28;
/** More demands than this stand in a further band below, so that nothing becomes too small to read. */
const BAND = 16;

/**
 * The answers of all parties to all demands in one glance: a row for each party, a column for each demand by its number,
 * and a mark for each answer. `names` is the width of the parties' names in the same units (CSS pixels at full size).
 */
export function drawMatrix(demands: readonly Demand[], parties: readonly Party[], names: number): string {
  const bands = Array.from({ length: Math.ceil(demands.length / BAND) }, (_, at) =>
    demands.slice(at * BAND, (at + 1) * BAND),
  );
  const columns = Math.min(BAND, demands.length);
  const high = parties.length * ROW + 26;
  const [width, height] = [names + columns * COLUMN, bands.length * high];
  const drawn = bands
    .map((band, at) => drawBand(band, at, parties, names))
    .map((text, at) => (at === 0 ? text : `<g transform="translate(0 ${at * high})">${text}</g>`));
  return `<svg viewBox="0 0 ${width} ${height}" width="${width * 1.6}" role="img" aria-labelledby="matrix-title matrix-desc"><title id="matrix-title">The answers in one glance</title><desc id="matrix-desc">${describe(demands, parties)}</desc>${drawn.join('')}</svg>`;
}

function drawBand(demands: readonly Demand[], band: number, parties: readonly Party[], names: number): string {
  const numbers = demands.map(
    (_, at) =>
      `<text x="${names + at * COLUMN + COLUMN / 2}" y="14" text-anchor="middle">${band * BAND + at + 1}</text>`,
  );
  const rows = parties.map((party, row) => {
    const top = 24 + row * ROW;
    const marks = demands.map((demand, at) => {
      const position = demand.positions.find((one) => one.party.id === party.id);
      return position
        ? `<g transform="translate(${names + at * COLUMN + 1} ${top})">${MARKS[position.status]}</g>`
        : '';
    });
    return `<g class="party" data-party="${party.colour}"><text x="0" y="${top + 15}">${escape(party.short)}</text>${marks.join('')}</g>`;
  });
  return [...numbers, ...rows].join('');
}

/** The same in words: how often each party gave each answer. */
function describe(demands: readonly Demand[], parties: readonly Party[]): string {
  const counted = countAnswers(demands, parties);
  const said = parties.map((party, at) => {
    const parts = counted.flatMap(({ word, counts }) => (counts[at] ? [`${word.toLowerCase()} ${counts[at]}`] : []));
    return `${party.name}: ${parts.join(', ')}`;
  });
  return escape(`${said.join('; ')}.`);
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
