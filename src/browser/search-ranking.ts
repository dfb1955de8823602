import { meant, slips } from './search-spelling.ts';
import { fold, readingOf, WORD, type Language, type Reading } from './search-words.ts';

/**
 * The order of search results. What a page is called counts most: a page that is named by the query comes first, by
 * whatever name or spelling. Then comes what its summary and, as Pagefind finds it, its text has of the query.
 */

/** A page as the list of pages has it, which every build makes anew. */
export interface ListedPage {
  address: string;
  /** Unlike the title of any other page. */
  title: string;
  /** What it is, in a few words. */
  kind: string;
  /** A sentence or two. */
  brief: string;
  /** The same as it was at the key moment, where that was something else. */
  then?: string | undefined;
  /** All that it is called. */
  names: readonly string[];
  /** What else its head says, where it is searched beside the brief. */
  more: readonly string[];
  /** What the page is called that it is a part of. */
  within: readonly string[];
  /** How much a page of its kind counts among others that match as well: 1 is ordinary. */
  weight: number;
  /** Whether it is there to explain things, as the sections of a text are. */
  explains?: boolean | undefined;
  /** Whether it is about what came after the key moment. */
  later?: boolean | undefined;
}

/** What the search page loads beside Pagefind's index. */
export interface PageList {
  pages: readonly ListedPage[];
  /** Names and words that mean the same, of which each finds the others. */
  same: readonly (readonly string[])[];
  /** All words of the texts: a word that is not among them may be a slip. */
  words: string;
}

/** A list of pages, ready to be asked. */
export interface Index {
  reading: Reading;
  pages: readonly {
    page: ListedPage;
    names: readonly (readonly string[])[];
    more: readonly string[];
    within: readonly string[];
  }[];
  /** The groups of the same meaning by each of their members, whose words are joined by a space. */
  same: ReadonlyMap<string, readonly string[]>;
  /** The words of names, and all others. */
  names: ReadonlySet<string>;
  others: ReadonlySet<string>;
  /** The names of one word. */
  shortNames: ReadonlySet<string>;
  /** The words of names and heads, against which queries are matched. */
  vocabulary: ReadonlySet<string>;
  /** How a word is written where the pages have it, with its capital and accents, and how often it is there. */
  written: (word: string) => Written | undefined;
}

interface Written {
  way: string;
  many: number;
}

/** One thing that a query asks for: a word, or a name of several. */
interface Wanted {
  /** Ways to say it; the first is what was typed. */
  ways: { text: string; words: readonly string[]; weight: number }[];
  /** Whether the reader may still be typing it. */
  isUnfinished: boolean;
}

export interface Query {
  /** Ways to take it: with names of several words as one thing, and word by word. */
  takes: readonly (readonly Wanted[])[];
  /** The query in other words, if the reader seems to have made a slip. */
  corrected: string | undefined;
}

/** For a text that was searched for: how much each page, by its address, has of it. */
export type Texts = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface Found {
  page: ListedPage;
  score: number;
  /** Whether the query is a name of the page. */
  isNamed: boolean;
  /** Whether it has something of each thing that is asked for. */
  hasAll: boolean;
  /** How many of several things that are asked for no name of the page, with what it is a part of, has. */
  lacks: number;
}

/** How much another way to say the same counts. */
const SAME = 0.75;
/** How much it counts that the whole, of which a page is a part, is called so. */
const WITHIN = 0.4;
/** How surely a name must have what is asked for, to have all of it. */
const SURELY = 0.7;
/** How much of the best score a text that explains must have to come before all that mentions. */
const ENOUGH = 0.4;
/** The most words of a name that stands for one thing. */
const LONGEST_NAME = 5;

export function indexOf({ pages, same, words }: PageList, language: Language): Index {
  const reading = readingOf(language);
  const groups = new Map<string, string[]>();
  for (const group of same) {
    for (const member of group) {
      const key = reading.words(member).join(' ');
      groups.set(key, [...(groups.get(key) ?? []), ...group.filter((other) => other !== member)]);
    }
  }
  const heads = pages.map((page) => ({
    page,
    names: page.names.map(reading.telling),
    more: wordsIn([page.brief, ...page.more], reading),
    within: wordsIn(page.within, reading),
  }));
  const ofNames = heads.flatMap(({ names }) => names.flat());
  const ofHeads = heads.flatMap(({ more, within }) => [...more, ...within]);
  return {
    reading,
    pages: heads,
    same: groups,
    names: new Set([...ofNames, ...[...groups.keys()].flatMap((key) => key.split(' '))]),
    others: new Set([...reading.words(words), ...ofHeads]),
    shortNames: new Set(heads.flatMap(({ names }) => names.flatMap((name) => (name.length === 1 ? name : [])))),
    vocabulary: new Set([...ofNames, ...ofHeads]),
    written: writtenIn([
      ...pages.flatMap((page) => [...page.names, ...page.within, page.brief, ...page.more]),
      ...[...same.flat(), words, ...language.forms],
    ]),
  };
}

/** A function that gives the most frequent way to write a word. It reads the texts when it is first asked. */
function writtenIn(texts: readonly string[]): Index['written'] {
  let ways: Map<string, Written> | undefined;
  const read = () => {
    const counts = new Map<string, number>();
    for (const text of texts)
      for (const way of text.normalize('NFC').match(WORD) ?? []) counts.set(way, (counts.get(way) ?? 0) + 1);
    const rarestFirst = [...counts].reverse().sort(([, one], [, other]) => one - other);
    return new Map(rarestFirst.map(([way, many]) => [fold(way), { way, many }]));
  };
  return (word) => (ways ??= read()).get(word);
}

const wordsIn = (texts: readonly string[], { words }: Reading): string[] => [...new Set(texts.flatMap(words))];

/** Takes a query apart into what it asks for. A word that another index knows is right, though this one lacks it. */
export function parseQuery(text: string, index: Index, other?: Index): Query {
  const typed = index.reading.words(text);
  const repaired = typed.map((word, at) =>
    other?.names.has(word) || other?.others.has(word)
      ? { words: [word], isSlip: false }
      : repair(word, at === typed.length - 1, index),
  );
  const words = repaired.flatMap((one) => one.words);
  const byName = takeApart(words, LONGEST_NAME, index);
  const asTyped = writtenIn([text]);
  const asWritten = (word: string) => (asTyped(word) ?? index.written(word))?.way ?? word;
  const names = byName.flatMap(({ ways: [first] }) => (first && first.words.length > 1 ? [first] : []));
  // Of a question that the story knows, as “who called”, the words alone ask for something else.
  const isQuestion = names.some((name) => index.reading.isSmall(name.words[0] ?? ''));
  return {
    takes: names.length > 0 && !isQuestion ? [byName, takeApart(words, 1, index)] : [byName],
    corrected: repaired.some(({ isSlip }) => isSlip) ? words.map(asWritten).join(' ') : undefined,
  };
}

/** Takes words apart into names of at most `longest` words, and words that say something. */
function takeApart(words: readonly string[], longest: number, index: Index): Wanted[] {
  const { reading, same } = index;
  const wanted: Wanted[] = [];
  for (let at = 0; at < words.length;) {
    // The longest name that begins here; or else the word alone, unless it says nothing.
    const rest = words.slice(at, at + longest);
    let length = rest.length;
    while (length > 0 && !same.has(rest.slice(0, length).join(' '))) length -= 1;
    const taken = words.slice(at, at + Math.max(length, 1));
    at += taken.length;
    if (length === 0 && taken.every(reading.isSmall)) continue;
    wanted.push(wantedOf(taken, at === words.length, index));
  }
  return wanted.length > 0 ? wanted : words.map((word) => wantedOf([word], false, index));
}

function wantedOf(words: readonly string[], isLast: boolean, { reading, same, names, others }: Index): Wanted {
  const text = words.join(' ');
  const more = (same.get(text) ?? []).map((other) => ({ text: other, words: reading.telling(other), weight: SAME }));
  const isKnown = words.every((word) => names.has(word) || others.has(word));
  return { ways: [{ text, words, weight: 1 }, ...more], isUnfinished: isLast && !isKnown };
}

/** A word as it was meant: one with a slip in it, the beginning of a name, or two that were written as one. */
function repair(word: string, isLast: boolean, index: Index): { words: string[]; isSlip: boolean } {
  const { names, others, shortNames, reading } = index;
  const asTyped = { words: [word], isSlip: false };
  if (names.has(word) || others.has(word) || reading.isSmall(word)) return asTyped;
  for (let at = 3; at <= word.length - 3; at += 1) {
    const halves = reading.words(`${word.slice(0, at)} ${word.slice(at)}`);
    if (halves.every((half) => names.has(half))) return { words: halves, isSlip: false };
  }
  if (word.length < 2) return asTyped;
  const whole = isLast && word.length >= 4 ? [...shortNames].find((name) => name.startsWith(word)) : undefined;
  if (whole !== undefined && whole.length <= word.length + 2) return { words: [whole], isSlip: false };
  const name = meant(word, { names: shortNames, others: new Set() }, 1);
  // Another ending is no slip to be told of: “tolls”.
  if (name !== undefined && (word.startsWith(name) || name.startsWith(word))) return { words: [name], isSlip: false };
  const isKnown = (one: string) => (isLast && one.startsWith(word)) || reading.alike(word, one) >= 0.6;
  const found = name ?? ([...names, ...others].some(isKnown) ? undefined : meant(word, index));
  return found === undefined ? asTyped : { words: [usual(found, index)], isSlip: true };
}

/** Of the spellings of a name of one word the one that the pages have most: “Lavrov”, not “Lawrow”. */
function usual(name: string, { pages, written }: Index): string {
  const spellings = pages
    .map(({ names }) => names.flatMap((one) => (one.length === 1 ? one : [])))
    .filter((names) => names.includes(name))
    .flatMap((names) => names.filter((one) => slips(name, one, 2) <= 2));
  const many = (one: string) => written(one)?.many ?? 0;
  return spellings.reduce((best, one) => (many(one) > many(best) ? one : best), name);
}

/** The texts to search the pages for, so that `rank` knows how much of the query each has. */
export function textsOf({ takes }: Query, { others }: Index): string[] {
  const ways = takes.flat().flatMap(({ ways: [typed, ...more] }) => [
    ...(typed ? [typed] : []),
    // Another name that no text has finds nothing.
    ...more.filter(({ words }) => words.length <= 3 && words.every((word) => others.has(word))),
  ]);
  return [...new Set(ways.map(({ text }) => text))];
}

/** The pages that a query finds, the best first; `scores` is what Pagefind has found for each of its texts. */
export function rank({ takes }: Query, index: Index, scores: Texts = new Map()): Found[] {
  const texts = shares(scores, index);
  const best = new Map<ListedPage, Found>();
  for (const found of takes.flatMap((wanted) => rankTake(wanted, index, texts))) {
    const other = best.get(found.page);
    best.set(found.page, {
      ...found,
      score: Math.max(found.score, other?.score ?? 0),
      isNamed: found.isNamed || Boolean(other?.isNamed),
      hasAll: found.hasAll || Boolean(other?.hasAll),
      lacks: Math.min(found.lacks, other?.lacks ?? Infinity),
    });
  }
  return inOrder([...best.values()].filter(({ score }) => score > 0));
}

/** Scores as shares of the best score that a page of the index has, which is 1. */
function shares(scores: Texts, { pages }: Index): Texts {
  return new Map(
    [...scores].map(([text, found]) => {
      const own = pages.map(({ page }) => [page.address, found.get(page.address) ?? 0] as const);
      const most = Math.max(...own.map(([, score]) => score)) || 1;
      return [text, new Map(own.map(([address, score]) => [address, score / most]))];
    }),
  );
}

/**
 * The best first. Where the query is the name of a page, that page leads, and before all that only mentions it come the
 * texts that explain it: those that have enough of it. Where it is the name of none, those lead whose name, with that
 * of the whole they are a part of, has all that is asked for: “article 4 of the pact”; or else, of numbered parts, all
 * but what is asked about them: “what does article 4 of the pact forbid”.
 */
function inOrder(found: readonly Found[]): Found[] {
  const isName = found.some(({ isNamed }) => isNamed);
  const most = Math.max(0, ...found.map(({ score, isNamed }) => (isNamed ? 0 : score)));
  const least = Math.min(...found.map(({ lacks }) => lacks));
  const place = ({ page, score, isNamed, lacks }: Found) => {
    if (!isName) return lacks === least ? 0 : 1;
    if (isNamed) return 0;
    return page.explains && score >= ENOUGH * most ? 1 : 2;
  };
  return [...found].sort((a, b) => place(a) - place(b) || b.score - a.score);
}

/** Whether a word of a text is one that the query asks for, and is to be marked there. */
export function finderOf({ takes }: Query, { reading }: Index): (word: string) => boolean {
  const asked = takes
    .flat()
    .flatMap(({ ways, isUnfinished }) =>
      ways
        .filter(({ words }, at) => at === 0 || words.length === 1)
        .flatMap(({ words }) => words.filter((word) => !reading.isSmall(word)).map((word) => ({ word, isUnfinished }))),
    );
  return (text) =>
    reading
      .words(text)
      .some((found) => asked.some(({ word, isUnfinished }) => reading.alike(word, found, isUnfinished) > 0));
}

function rankTake(wanted: readonly Wanted[], { pages, vocabulary, reading }: Index, texts: Texts): Found[] {
  const matches = wanted.map((one) => matcherOf(one, vocabulary, reading));
  const hits = pages.map(({ page, names, more, within }) =>
    wanted.map(({ ways }, one) => {
      const match = matches[one] ?? (() => NOTHING);
      const inWhole = match(within);
      const inHead = match(more);
      const inNames = names.map(match);
      const inText = ways.map(({ text, weight }) => weight * (texts.get(text)?.get(page.address) ?? 0));
      return {
        names: inNames,
        within: inWhole.share,
        more: Math.max(inHead.share, WITHIN * inWhole.share),
        text: Math.max(0, ...inText),
        isWhole: [inWhole, inHead, ...inNames].some((hit) => hit.isWhole) || inText.some((share) => share > 0),
      };
    }),
  );
  // What few pages have tells more than what many have.
  const rarity = wanted.map((_, one) => {
    const many = hits.filter((page) => {
      const hit = page[one];
      return hit && (hit.more > 0 || hit.text > 0 || hit.names.some(({ share }) => share > 0));
    }).length;
    return Math.log(1 + pages.length / (1 + many));
  });
  const isNumber = wanted.map(({ ways: [typed] }) => /\p{N}/u.test(typed?.text ?? ''));
  const most = rarity.reduce((sum, one) => sum + one, 0) || 1;

  return pages.map(({ page, names }, at): Found => {
    const own = hits[at] ?? [];
    let inName = 0;
    let isNamed = false;
    let lacks = Infinity;
    names.forEach((name, nth) => {
      const found = own.map((hit) => hit.names[nth] ?? NOTHING);
      const covered = new Set(found.flatMap(({ places }) => places)).size / name.length;
      const score = found.reduce((sum, { share }, one) => sum + share * (rarity[one] ?? 0), 0) * (1 + 2 * covered);
      inName = Math.max(inName, score);
      const isSure = found.map(({ share }) => share >= SURELY);
      const others = own.filter((_, one) => !isSure[one]);
      const missing = others.filter(({ within }) => within < SURELY).length;
      // A numbered part of a whole that is named may lack what is asked about it.
      const isPart = others.length > missing && isSure.some((sure, one) => sure && isNumber[one]);
      const most = isPart && own.length > 3 ? 1 : 0;
      if (isSure.includes(true) && missing <= most) lacks = Math.min(lacks, missing);
      isNamed ||= covered === 1 && found.every(({ share }) => share > 0.95);
    });
    let rest = 0;
    let had = 0;
    own.forEach(({ more, text, names: inNames }, one) => {
      const weight = rarity[one] ?? 0;
      rest += weight * (more + text);
      had += weight * Math.max(more, Math.min(1, 2 * text), ...inNames.map(({ share }) => share));
    });
    // A page that has all that is asked for is worth more than one that has much of a part.
    return {
      page,
      score: (inName + rest) * page.weight * (had / most),
      isNamed,
      hasAll: own.every(({ isWhole }) => isWhole),
      lacks: own.length > 1 ? lacks : Infinity,
    };
  });
}

/** How much of what is wanted some words have, from 0 to 1, whether it is all of it, and the places of those words. */
interface Hit {
  share: number;
  isWhole: boolean;
  places: number[];
}
const NOTHING: Hit = { share: 0, isWhole: false, places: [] };

/** A function that looks for what is wanted among words of the vocabulary. */
function matcherOf(
  { ways, isUnfinished }: Wanted,
  vocabulary: ReadonlySet<string>,
  { alike }: Reading,
): (words: readonly string[]) => Hit {
  const like = new Map<string, Map<string, number>>();
  for (const typed of new Set(ways.flatMap(({ words }) => words))) {
    const found = new Map<string, number>();
    for (const word of vocabulary) {
      const how = alike(typed, word, isUnfinished);
      if (how > 0) found.set(word, how);
    }
    like.set(typed, found);
  }
  // Other names of which a word is nowhere need not be looked for.
  const possible = ways.filter(({ words }, nth) => nth === 0 || words.every((word) => like.get(word)?.size));
  return (words) => {
    let best = NOTHING;
    let isWhole = false;
    for (const way of possible) {
      const places: number[] = [];
      let sum = 0;
      for (const typed of way.words) {
        const found = like.get(typed);
        let most = 0;
        let place = -1;
        for (let at = 0; at < words.length; at += 1) {
          const how = found?.get(words[at] ?? '') ?? 0;
          if (how > most) [most, place] = [how, at];
        }
        sum += most;
        if (most > 0) places.push(place);
      }
      // Part of what was typed is something; part of another name for it is not.
      const hasWhole = places.length === way.words.length;
      const hasEnough = hasWhole || way === ways[0];
      isWhole ||= hasWhole;
      const share = hasEnough ? (way.weight * sum) / way.words.length : 0;
      if (share > best.share) best = { share, isWhole, places };
    }
    return { ...best, isWhole };
  };
}
