/**
 * How the search reads words, of queries and of pages alike: without capitals and accents, with the forms of a word as
 * one. What belongs to a language comes from `words/`.
 */

import { wordsIn } from '../words/unspaced.ts';

/** What the search knows of a language. */
export interface Language {
  /** Takes off what the language adds to a word without changing it: “NATO’s”, “30th”. */
  tidy: (text: string) => string;
  /** Words that say nothing of what is looked for, in one line. */
  small: string;
  /** Words that are the same word, a line for each: “begin began begun”. */
  forms: readonly string[];
  /** The name of a month; 1 is January. */
  month: (month: number) => string;
}

/** Reads words as one language has them. */
export interface Reading {
  /** All words of a text, each in the one form in which it is compared. */
  words: (text: string) => string[];
  /** Whether a word, in that form, says nothing of what is looked for. */
  isSmall: (word: string) => boolean;
  /** The words of a text that say something; all of them if none does, as in “who is who”. */
  telling: (text: string) => string[];
  /** How surely a word of a page is the one that was typed, from 0 to 1; both in that form. */
  alike: (typed: string, word: string, isUnfinished?: boolean) => number;
}

/** A word in a text. */
export const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Letters that Unicode does not take apart into a letter and an accent. */
const OTHER: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i' };

/** A text in small letters without accents. */
export function fold(text: string): string {
  return (
    text
      .normalize('NFKD')
      // But not the marks of kana, which make other letters of them.
      .replace(/(?![\u3099\u309a])\p{M}/gu, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[ßøłđæœı]/g, (letter) => OTHER[letter] ?? letter)
  );
}

export function readingOf({ tidy, small, forms, month }: Language): Reading {
  const smallWords = new Set(fold(small).split(' '));
  const firstForm = new Map(
    forms.flatMap((line) =>
      fold(line)
        .split(' ')
        .map((form, _, all) => [form, all[0] ?? '']),
    ),
  );
  const words = (text: string) => {
    const plain = fold(tidy(datesInWords(text, month)))
      // “U.S.” is one word, and so are “175,000” and “Ryabkov’s”.
      .replace(/(?:^|[^\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (initials) => initials.replace(/\./g, ''))
      .replace(/(\d)[,.\u00a0\u202f](?=\d{3}(?!\d))/g, '$1')
      .replace(/['’ʼ]/g, '');
    return (plain.match(WORD) ?? []).flatMap(wordsIn).map((word) => firstForm.get(word) ?? word);
  };
  const isSmall = (word: string) => smallWords.has(word);
  const telling = (text: string) => {
    const all = words(text);
    const some = all.filter((word) => !isSmall(word));
    return some.length > 0 ? some : all;
  };
  // All forms of these words are told, so that a shorter word is another: “count” is not “country”.
  const told = new Set(firstForm.values());
  const alike = (typed: string, word: string, isUnfinished = false) =>
    typed !== word && !isUnfinished && told.has(typed.length > word.length ? typed : word)
      ? 0
      : likeness(typed, word, isUnfinished);
  return { words, isSmall, telling, alike };
}

/** A day in figures, `2021-12-30`, `30.12.2021` or `12/30/2021`, becomes one in words: `30 December 2021`. */
function datesInWords(text: string, monthName: Language['month']): string {
  const inWords = (day: string, month: string, year: string, whole: string) =>
    Number(month) >= 1 && Number(month) <= 12 ? `${Number(day)} ${monthName(Number(month))} ${year}` : whole;
  return text
    .replace(/\b(\d{4})-(\d\d?)-(\d\d?)\b/g, (whole, year: string, month: string, day: string) =>
      inWords(day, month, year, whole),
    )
    .replace(/\b(\d\d?)[./](\d\d?)[./](\d{4})\b/g, (whole, one: string, two: string, year: string) =>
      Number(two) > 12 ? inWords(two, one, year, whole) : inWords(one, two, year, whole),
    );
}

/** How surely a word of a page is the one that was typed, from 0 to 1. */
export function likeness(typed: string, word: string, isUnfinished = false): number {
  if (typed === word) return 1;
  if (/\d/.test(typed)) return 0;
  let common = 0;
  while (common < typed.length && typed[common] === word[common]) common += 1;
  const less = Math.min(typed.length, word.length) - common;
  const more = Math.max(typed.length, word.length) - common;
  // “treaty” and “treaties”, “Ukraine” and “Ukrainian”: the same but for an ending. Not “Geneva” and “general”.
  if (common >= (less < 2 ? 4 : 5) && more <= 3) return 0.85;
  if (common < typed.length) return 0;
  if (isUnfinished && typed.length >= 2) return 0.6;
  return typed.length >= 5 && more <= 5 ? 0.6 : 0;
}
