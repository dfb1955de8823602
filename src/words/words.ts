import { en } from './en.ts';

/** Every language has the same words; one that lacks a word does not compile. */
export type Words = typeof en;

/** The site's words in the languages that it speaks, by BCP 47 tag. A new language is a file beside en.ts and a line here. */
const LANGUAGES: Readonly<Record<string, Words>> = { en };

/** The languages that the site has words for. */
export const languages = Object.keys(LANGUAGES);

/** The words of a language, given as a BCP 47 tag such as `en` or `en-GB`. Throws when there are none. */
export function wordsOf(tag: string): Words {
  const words = LANGUAGES[tag] ?? LANGUAGES[new Intl.Locale(tag).language];
  if (!words) throw new Error(`the site has no words in “${tag}”; it has ${languages.join(', ')}`);
  return words;
}
