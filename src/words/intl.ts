/** A part of a sentence that lists: one of the items, or what comes between them. */
export interface ListPart {
  type: 'element' | 'literal';
  value: string;
}

/** The units in which lengths of time are written. */
export type TimeUnit = 'minute' | 'hour' | 'day' | 'month' | 'year';

/** A noun with a number, `#`, in each form that a language has: `{ one: '# state', other: '# states' }`. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** A size in bytes as readers know it: “412 kB”. */
export const kilobytes = (language: string, bytes: number): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte' }).format(Math.ceil(bytes / 1000));

/**
 * What Intl knows of a language, given as a BCP 47 tag, as functions for its words. Scripts leave out what they do not
 * use of it.
 */
/* @__NO_SIDE_EFFECTS__ */
export function intlOf(language: string) {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const choices = new Intl.ListFormat(language, { type: 'disjunction' });
  const languages = new Intl.DisplayNames(language, { type: 'language' });
  const countries = new Intl.DisplayNames(language, { type: 'region' });
  return {
    /** “1 state”, “16 states”. */
    count: (many: number, forms: Forms): string =>
      (forms[plurals.select(many)] ?? forms.other).replace('#', numbers.format(many)),
    number: (value: number): string => numbers.format(value),
    /** “Russia, Ukraine and NATO”. */
    list: (items: readonly string[]): string => lists.format(items),
    listParts: (items: readonly string[]): ListPart[] => lists.formatToParts(items),
    /** “Russia, Ukraine or NATO”. */
    choice: (items: readonly string[]): string => choices.format(items),
    /** A length of time: “32 years”. */
    time: (many: number, unit: TimeUnit): string =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(many),
    /** The name of a language, given as a BCP 47 tag, and of a country, by ISO 3166-1. */
    languageName: (tag: string): string => languages.of(tag) ?? tag,
    countryName: (code: string): string => countries.of(code) ?? code,
  };
}

/** A text that begins a sentence: “about 30 years” → “About 30 years”. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A title that has a mark at its end, within a quotation or not. */
const ENDS_IN_MARK = /[?!…。？！؟]["'”’»›」』)]*$/;

/**
 * A sign, such as a colon, that comes after a title; one whose title ends in a mark of its own is left out, or is
 * `instead`: “Why so late? Who drove”.
 */
export const signAfter = (title: string, sign: string, instead = ''): string =>
  ENDS_IN_MARK.test(title) || (sign === '.' && title.endsWith('.')) ? instead : sign;

/** A title with the sign that comes after it. */
export const followed = (title: string, sign: string, instead = ''): string => title + signAfter(title, sign, instead);
