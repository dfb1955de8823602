/**
 * The site's own words in English: what stands on its pages beside the story's texts. Each room has a group of its own.
 * Words that hold a value are functions, so that another language can put it elsewhere; what Intl knows (plurals, lists,
 * numbers, names of languages) is asked of Intl.
 */
export const en = {
  language: 'en',
  /** Labels and sentences in pictures drawn at build time. */
  pictures: {},
};
