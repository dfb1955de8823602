import type { Words } from '../words/words.ts';
import type { MarkedBlock, Piece } from './compare.ts';
import { inWords, parseWhen } from './dates.ts';
import type { AnswerStatus, Nature } from './kinds.ts';
import { FACTS, type FactName } from './said.ts';

/** The parts of a fact as readers see them: dates and statuses in words, parts that say nothing left out. */
export function factInWords({ name, parts }: MarkedBlock, words: Words): Piece[][] {
  const kinds = FACTS[name as FactName];
  const shown = parts.map((pieces, at) =>
    pieces.map((piece) => ({ ...piece, text: valueInWords(piece.text, kinds[at], words) })),
  );
  return shown.filter((pieces) => pieces.length > 0);
}

function valueInWords(text: string, kind: (typeof FACTS)[FactName][number] | undefined, words: Words): string {
  if (text === '') return text;
  if (kind === 'date') return inWords(parseWhen(text), words);
  if (kind === 'status') return words.kinds.answers[text as AnswerStatus].word;
  return kind === 'nature' ? words.kinds.natures[text as Nature] : text;
}
