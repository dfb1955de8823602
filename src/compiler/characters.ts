/** A character that content may not contain, with its index in the text (UTF-16 code units). */
export interface ForbiddenCharacter {
  at: number;
  /** The message for the writer. */
  reason: string;
}

/**
 * Characters to look at: invisible ones, ones without a meaning, and letters with more marks than a line has room
 * for.
 */
const SUSPECT = new RegExp(
  [
    /(?![\t\n])[\p{Cc}\p{Co}\u2028\u2029\ufff9-\ufffd]/u,
    /\p{Default_Ignorable_Code_Point}|\p{Noncharacter_Code_Point}|\p{Cs}/u,
    /\p{M}{9,}/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** Scripts whose letters join or form clusters, which U+200C and U+200D part and hold together. */
const JOINED = [
  'Arabic',
  'Syriac',
  'Mongolian',
  'Nko',
  'Mandaic',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Tibetan',
  'Myanmar',
  'Khmer',
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const AFTER_JOINED = new RegExp(`[${JOINED}]\\p{M}*$`, 'u');
const BEFORE_JOINED = new RegExp(`^[${JOINED}]`, 'u');

/** Where writing needs an invisible character: tests of the text before it, and of the text behind it. */
const NEEDED: Record<string, (before: string, behind: string) => boolean> = {
  '\u200c': (before, behind) => AFTER_JOINED.test(before) && BEFORE_JOINED.test(behind),
  '\u200d': (before, behind) =>
    AFTER_JOINED.test(before) ||
    (/\p{Emoji}[\p{Emoji_Modifier}\ufe0f]*$/u.test(before) && /^\p{Extended_Pictographic}/u.test(behind)),
  '\ufe0e': (before) => /\p{Emoji}$/u.test(before),
  '\ufe0f': (before) => /\p{Emoji}$/u.test(before),
};

/**
 * Finds the characters of a text that content may not contain. U+200C and U+200D are allowed where the letters around
 * them are of a script that needs them (UAX #31, section 2.3), U+200D and U+FE0F also in emoji.
 */
export function forbiddenCharactersIn(text: string): ForbiddenCharacter[] {
  return [...text.matchAll(SUSPECT)].flatMap(({ 0: found, index }) => {
    const needed =
      Object.hasOwn(NEEDED, found) &&
      NEEDED[found]?.(text.slice(Math.max(0, index - 12), index), text.slice(index + 1, index + 3));
    return needed ? [] : [{ at: index, reason: reasonFor(found) }];
  });
}

/** Finds the first character that nobody sees, even where a script needs it: an address cannot hold it. */
export function invisibleCharacterIn(text: string): string | undefined {
  const found = /\p{Default_Ignorable_Code_Point}/u.exec(text)?.[0];
  return found === undefined ? undefined : nameOf(found);
}

/** Greek letters that look like Latin ones; others, as in “μm”, mix with these in good words. */
const GREEK_LIKE_LATIN = /[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧικνορυ]/u;

/** What is wrong with the first word that mixes Latin letters with Cyrillic or Greek ones that look like them. */
export function faultOfMixedWord(text: string): string | undefined {
  const mixed = text
    .match(/[\p{L}\p{M}]+/gu)
    ?.find(
      (word) => /\p{Script=Latin}/u.test(word) && (/\p{Script=Cyrillic}/u.test(word) || GREEK_LIKE_LATIN.test(word)),
    );
  return mixed && `“${mixed}” mixes letters that look alike but belong to different scripts; write the word again`;
}

/**
 * A text of unknown origin, made safe for a report: on one line, with every character that nobody sees written out.
 */
export function legible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Cs}\u2028\u2029\ufff9-\ufffb]/gu,
    (found) => `‹${codeOf(found)}›`,
  );
}

/** The characters that writers meet, by their names. */
const NAMES: Record<string, string> = {
  '\u00ad': 'a soft hyphen',
  '\u061c': 'an Arabic letter mark',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\u200e': 'a left-to-right mark',
  '\u200f': 'a right-to-left mark',
  '\u2028': 'a line separator',
  '\u2029': 'a paragraph separator',
  '\u2060': 'a word joiner',
  '\ufeff': 'a byte order mark',
  '\ufffd': 'the sign for a letter that was lost',
};

const DIRECTION_MARK = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

function reasonFor(found: string): string {
  if (/^\p{M}/u.test(found) && found.length > 8)
    return `${nameOf(found)} begins a pile of ${found.length} marks on one letter; at most 8 are allowed`;
  if (/[\u202a-\u202e\u2066-\u2069]/u.test(found))
    return (
      `${nameOf(found)} turns the direction of the text where nobody sees it; ` +
      'take it out and write <bdi>…</bdi> or <span dir="rtl">…</span>'
    );
  if (DIRECTION_MARK.test(found))
    return `${nameOf(found)} cannot be seen; take it out and write <bdi>…</bdi> if the direction of the text needs it`;
  if (found === '\u00ad') return `${nameOf(found)} cannot be seen; take it out`;
  if (found === '\ufffd') return `${nameOf(found)}; write that letter again`;
  if (/\p{Co}/u.test(found)) return `${nameOf(found)} means something in one typeface only; write it in letters`;
  if (/\p{Cs}/u.test(found)) return `${nameOf(found)} is half of a character; write the whole one`;
  return `${nameOf(found)} cannot be seen; take it out`;
}

function nameOf(found: string): string {
  const [first = ''] = found;
  const name = Object.hasOwn(NAMES, first) ? NAMES[first] : undefined;
  return `the character ${codeOf(first)}${name === undefined ? '' : ` (${name})`}`;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
