/**
 * The site's own words in English: what stands on its pages beside the story's texts. Each room has a group of its own.
 * Words that hold a value are functions, so that another language can put it elsewhere; what Intl knows (plurals, lists,
 * numbers, names of languages) is asked of Intl.
 */
export const en = {
  language: 'en',
  /** What each kind of page is called, and what the navigation calls it where that is another word. */
  pageKinds: {
    home: { name: 'Home', navigation: 'Explainers' },
    explainer: { name: 'Explainer' },
    section: { name: 'Section' },
    drafts: { name: 'The drafts', navigation: 'Drafts' },
    draft: { name: 'Document' },
    article: { name: 'Article' },
    positions: { name: 'The positions', navigation: 'Positions' },
    demand: { name: 'Demand' },
    timeline: { name: 'Timeline' },
    event: { name: 'Event' },
    eventFilter: { name: 'Part of the timeline' },
    glossary: { name: 'Glossary' },
    term: { name: 'Glossary' },
    sources: { name: 'Sources' },
    sourceType: { name: 'Sources' },
    sourcePart: { name: 'Sources' },
    source: { name: 'Source' },
    pictures: { name: 'Pictures' },
    picture: { name: 'Picture' },
    changes: { name: 'Changes' },
    about: { name: 'About' },
    search: { name: 'Search' },
    notFound: { name: 'There is no page here' },
  },
  /** Labels and sentences in pictures drawn at build time. */
  pictures: {},
};
