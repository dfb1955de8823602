import type { Words } from '../words/words.ts';
import type { MarkedBlock, Piece } from './compare.ts';
import { inWords, parseWhen } from './dates.ts';
import { FACTS, type FactName } from './said.ts';

/** What readers call a fact. */
export const factName = ({ name }: MarkedBlock, words: Words): string =>
  (words.versions.facts satisfies Record<FactName, string>)[name as FactName];

/** The parts of a fact as readers see them: dates and statuses in words, parts that say nothing left out. */
export function factInWords({ name, parts }: MarkedBlock, words: Words): Piece[][] {
  const kinds = FACTS[name as FactName];
  return parts
    .map((pieces, at) => pieces.map((piece) => ({ ...piece, text: valueInWords(piece.text, kinds[at], words) })))
    .filter((pieces) => pieces.some(({ text }) => text !== ''));
}

function valueInWords(text: string, kind: (typeof FACTS)[FactName][number] | undefined, words: Words): string {
  if (kind === 'date' && text !== '') return inWords(parseWhen(text), words);
  const { answers, natures } = words.kinds as {
    answers: Record<string, string | undefined>;
    natures: Record<string, string | undefined>;
  };
  // A value that the site has no words for any more is left as it is.
  if (kind === 'status') return answers[text] ?? text;
  return kind === 'nature' ? (natures[text] ?? text) : text;
}

/** The label of a callout, from the marker that its writer put. */
export function labelOfCallout(block: MarkedBlock | undefined, words: Words): string {
  const marker = block?.parts.flat().find(({ mark }) => mark !== 'del')?.text ?? '';
  return (words.texts.callouts as Record<string, string | undefined>)[marker] ?? marker;
}
