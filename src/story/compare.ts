import { diffArrays, diffWords } from 'diff';
import { segmenterOf } from './counting.ts';
import { FACTS, keyOf, parseSaid, splitSentences, type Block, type FactName } from './said.ts';

/** A piece of a text that was kept, put in or taken out between two versions. */
export interface Piece {
  text: string;
  mark?: 'ins' | 'del';
}

/** A block of a version with what was put in and taken out since the version before it. */
export interface MarkedBlock extends Omit<Block, 'parts'> {
  /** The pieces of each of its parts. */
  parts: readonly (readonly Piece[])[];
  /** For a block that was put in or taken out as a whole. */
  mark?: 'ins' | 'del';
}

/** How much of their words two texts must share to be shown as one that changed; below that nobody can read it. */
const ALIKE = 0.5;

/**
 * The blocks of a page as it is now, among them those that were taken out of it, with the words that differ marked:
 * sentence by sentence, and word by word where a sentence is still much the same.
 */
export function markChanges(before: readonly Block[], now: readonly Block[], language: string): MarkedBlock[] {
  return pairUp(before, now, keyOf, (one, other) => areAlike(one, other, language)).map(([was, is]) => {
    if (was && is) {
      const parts = is.parts.map((part, at) => markText(was.parts[at] ?? '', part, isText(is, at), language));
      return { ...is, parts };
    }
    const mark = is ? 'ins' : 'del';
    const block = (is ?? was) as Block;
    return { ...block, parts: block.parts.map((text) => [{ text, mark }]), mark };
  });
}

/** Whether a part of a block is made of words; a date or a status is one whole. */
const isText = ({ kind, name }: Block, at: number): boolean =>
  kind !== 'fact' || FACTS[name as FactName][at] === 'text';

/** A sentence that differs between two states of a page: as it was, as it is, or both where one became the other. */
export interface Difference {
  was?: string;
  is?: string;
  /** The block that holds it: that of the state now, or of the state before if it was taken out. */
  block: Block;
  /** The place of that block in its state. */
  at: number;
}

/** All sentences that differ between two states of a page, in the order of the page. */
export function differences(before: readonly Block[], now: readonly Block[], language: string): Difference[] {
  const sentencesIn = (block: Block | undefined) =>
    block?.parts.flatMap((part) => splitSentences(part, language).map((one) => one.trim())) ?? [];
  return pairUp(before, now, keyOf, (one, other) => areAlike(one, other, language)).flatMap(([was, is]) => {
    if (was && is && keyOf(was) === keyOf(is)) return [];
    const block = (is ?? was) as Block;
    const at = is ? now.indexOf(is) : before.indexOf(block);
    const pairs = pairUp(sentencesIn(was), sentencesIn(is), String, () => true).filter(([one, two]) => one !== two);
    // What differs may be no word but what the block is: a heading that became a paragraph.
    return (pairs.length > 0 ? pairs : [[was?.parts.join(' '), is?.parts.join(' ')]]).map(([old, now]) => ({
      ...(old !== undefined && { was: old.trim() }),
      ...(now !== undefined && { is: now.trim() }),
      block,
      at,
    }));
  });
}

/** Both lists in one order: equals side by side, and what took the place of something beside it if they are alike. */
function pairUp<Item>(
  before: readonly Item[],
  now: readonly Item[],
  key: (item: Item) => string,
  alike: (one: Item, other: Item) => boolean,
): [Item | undefined, Item | undefined][] {
  const changes = diffArrays([...before], [...now], { comparator: (one, other) => key(one) === key(other) });
  const pairs: [Item | undefined, Item | undefined][] = [];
  let kept = 0;
  changes.forEach(({ value, added, removed }, at) => {
    if (removed) {
      const next = changes[at + 1];
      const other = next?.added ? [...next.value] : [];
      for (const was of value) {
        const match = other.findIndex((is) => alike(was, is));
        for (const is of other.splice(0, match)) pairs.push([undefined, is]);
        pairs.push([was, match < 0 ? undefined : other.shift()]);
      }
      for (const is of other) pairs.push([undefined, is]);
      kept += value.length;
    } else if (added) {
      if (!changes[at - 1]?.removed) for (const is of value) pairs.push([undefined, is]);
    } else {
      for (const is of value) pairs.push([before[kept++], is]);
    }
  });
  return pairs;
}

/** Whether two blocks are the same in other words. */
function areAlike(one: Block, other: Block, language: string): boolean {
  const isSame = one.kind === other.kind && one.quoted === other.quoted && one.name === other.name;
  if (!isSame || one.parts.length !== other.parts.length) return false;
  // There is one title, and a fact or a note is known by its name.
  return (
    one.kind === 'title' ||
    one.kind === 'note' ||
    shared(one.parts.join(' '), other.parts.join(' '), language) >= ALIKE / 2
  );
}

function markText(was: string, is: string, isText: boolean, language: string): Piece[] {
  if (was === is) return is === '' ? [] : [{ text: is }];
  if (!isText) return whole(was, is);
  const areSame = (one: string, other: string) => shared(one, other, language) >= ALIKE;
  const pairs = pairUp(splitSentences(was, language), splitSentences(is, language), (text) => text.trim(), areSame);
  return joined(
    pairs.flatMap(([old, now]) => {
      if (old !== undefined && now !== undefined)
        return old.trim() === now.trim() ? [{ text: now }] : markWords(old, now, language);
      return whole(old, now);
    }),
  );
}

const whole = (was: string | undefined, is: string | undefined): Piece[] => [
  ...(was ? [{ text: was, mark: 'del' as const }] : []),
  ...(is ? [{ text: is, mark: 'ins' as const }] : []),
];

function markWords(was: string, is: string, language: string): Piece[] {
  return diffWords(was, is, { intlSegmenter: segmenterOf(language, 'word') }).map(({ value, added, removed }) => ({
    text: value,
    ...(added && { mark: 'ins' as const }),
    ...(removed && { mark: 'del' as const }),
  }));
}

/** Pieces with the same mark that follow each other are one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.mark === piece.mark) last.text += piece.text;
    else result.push({ ...piece });
  }
  return result;
}

/** How much of their words two texts share, from 0 to 1. */
function shared(one: string, other: string, language: string): number {
  const [a, b] = [one, other].map((text) => {
    const words = [...segmenterOf(language, 'word').segment(text.toLowerCase())].filter(({ isWordLike }) => isWordLike);
    return new Set(words.map(({ segment }) => segment));
  }) as [Set<string>, Set<string>];
  const common = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 1 : (2 * common) / (a.size + b.size);
}

/** Blocks of one kind that follow each other and are shown as one: a list, a table. */
interface MarkedGroup {
  kind: Block['kind'];
  blocks: MarkedBlock[];
}

/** Groups in the text itself, or within one quotation or callout. */
export interface MarkedPart {
  quoted: boolean;
  groups: MarkedGroup[];
}

/** Puts together what is shown as one: what is quoted; in it, items, rows, facts and notes that follow each other. */
export function groupMarked(blocks: readonly MarkedBlock[]): MarkedPart[] {
  const parts: MarkedPart[] = [];
  for (const block of blocks) {
    const quoted = block.quoted === true;
    if (parts.at(-1)?.quoted !== quoted || block.kind === 'callout') parts.push({ quoted, groups: [] });
    const groups = parts.at(-1)?.groups ?? [];
    const last = groups.at(-1);
    if (['item', 'row', 'fact', 'note'].includes(block.kind) && last?.kind === block.kind) last.blocks.push(block);
    else groups.push({ kind: block.kind, blocks: [block] });
  }
  return parts;
}

/** The most letters that a page of a version shows; a page of more would not arrive in one round trip. */
const MOST_LETTERS = 20_000;

/**
 * A version with its changes since the one before. Where so much was replaced that both would not fit on a page, what
 * was taken out is left to the page of the version before.
 */
export function markVersion(
  before: string | undefined,
  now: string,
  language: string,
): { blocks: MarkedBlock[]; isOnlyNew: boolean } {
  const blocks = parseSaid(now) ?? [];
  const marked = markChanges(before === undefined ? blocks : (parseSaid(before) ?? []), blocks, language);
  const lettersIn = (some: readonly MarkedBlock[]) =>
    some.reduce((sum, { parts }) => sum + parts.flat().reduce((all, { text }) => all + text.length, 0), 0);
  if (lettersIn(marked) <= MOST_LETTERS) return { blocks: marked, isOnlyNew: false };
  const kept = marked.flatMap((block): MarkedBlock[] =>
    block.mark === 'del'
      ? []
      : [{ ...block, parts: block.parts.map((part) => part.filter(({ mark }) => mark !== 'del')) }],
  );
  return { blocks: kept, isOnlyNew: kept.length < marked.length || lettersIn(kept) < lettersIn(marked) };
}
