import { en } from './en.ts';

export type { TimeUnit } from './en.ts';

/** Every language has the same words; one that lacks a word does not compile. */
export type Words = typeof en;

/**
 * The site's words in the languages that it speaks, by BCP 47 tag. A new language is a file beside en.ts, named by its
 * tag, and a line here.
 */
const LANGUAGES: Readonly<Record<string, Words>> = { en };

/** The languages that the site has words for. */
export const languages = Object.keys(LANGUAGES);

/**
 * The language among them that serves a tag: the same, or the one without its region. Undefined when there is none, and
 * for what is no tag.
 */
export function languageFor(tag: string): string | undefined {
  return [tag, tag.split('-')[0]?.toLowerCase() ?? ''].find((one) => Object.hasOwn(LANGUAGES, one));
}

/**
 * The words of a language, given as a BCP 47 tag such as `en` or `en-GB`. Throws when there are none. Without a tag
 * they are the English ones, with which the rest of a story is checked while its story.yaml has faults.
 */
export function wordsOf(tag = en.language): Words {
  const words = LANGUAGES[languageFor(tag) ?? ''];
  if (!words) throw new Error(`the site has no words in “${tag}”; it has ${languages.join(', ')}`);
  return words;
}
