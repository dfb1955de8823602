/**
 * The site's own words in English: what stands on its pages beside the story's texts. Each room has a group of its own.
 * Words that hold a value are functions, so that another language can put it elsewhere; what Intl knows (plurals,
 * lists, numbers, names of languages) is asked of Intl.
 */

/** The language as Intl knows it: it decides how numbers, days and lengths of time are written. */
const language = 'en-GB';

const plurals = new Intl.PluralRules(language);

/** A number with the form of the noun that goes with it: “1 state”, “16 states”. */
const count = (many: number, one: string, other: string): string =>
  `${many} ${plurals.select(many) === 'one' ? one : other}`;

export const en = {
  language,
  /** What each kind of page is called, and what the navigation calls it where that is another word. */
  pageKinds: {
    home: { name: 'Home', navigation: 'Explainers' },
    explainer: { name: 'Explainer' },
    section: { name: 'Section' },
    drafts: { name: 'The drafts', navigation: 'Drafts' },
    draft: { name: 'Document' },
    article: { name: 'Article' },
    paragraph: { name: 'Paragraph' },
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
  /** Documents, their articles and paragraphs. */
  drafts: {
    /** The name of an article in its document; one without a number is the preamble. */
    article: (number: number | undefined) => (number === undefined ? 'Preamble' : `Article ${number}`),
    articleOf: (number: number | undefined, draft: string) =>
      `${number === undefined ? 'Preamble' : `Article ${number}`} of the ${draft}`,
    /** “Article 4, paragraph 1”, from the name of the article and the heading of the paragraph. */
    paragraphOf: (article: string, heading: string) =>
      `${article}, ${heading.charAt(0).toLowerCase()}${heading.slice(1)}`,
    articles: (count: number) => `${count} ${count === 1 ? 'article' : 'articles'}`,
    nobody: 'nobody',
    noClause: 'In no paragraph alone.',
    /** “not Russia”, of the parties of a document whom a clause leaves free. */
    notBound: (names: readonly string[]) => `not ${new Intl.ListFormat('en', { type: 'disjunction' }).format(names)}`,
    document: 'Paragraph by paragraph',
    readWhole: 'Read the whole document',
    readParagraph: 'Read the paragraph, and what was answered',
    binds: 'Binds',
    partOf: 'Part of',
    answer: 'Answer',
    published: 'Published',
    between: 'Between',
    force: 'In force',
    source: 'The text',
    operativeWords: 'Operative words',
    noWords: 'No copy that was read shows its words.',
    wholeArticle: 'The whole article',
    notOn: (draft: string) => `Nothing on this in the ${draft}`,
    noDemand: 'No demand of its own',
    asked: 'What is asked',
    answers: 'The answer',
    sideBySide: 'Side by side',
  },
  /** The glossary, and who is who. */
  glossary: {
    cast: 'Who is who',
    otherSides: 'Others',
    speaksFor: 'Speaks for',
  },
  /** Where a thing is mentioned. */
  mentions: {
    more: (count: number) => (count === 1 ? 'One more place' : `${count} more places`),
  },
  /** Sources and their lists. */
  sources: {
    label: (count: number) => (count === 1 ? 'Source:' : 'Sources:'),
  },
  /** What parties answered. */
  answers: {
    notYet: 'Not yet answered',
    notAsked: 'Not asked',
    /** “Wendy Sherman, for the United States”. */
    onBehalf: (by: string, party: string) => `${by}, for ${party}`,
  },
  /** Labels and sentences in pictures drawn at build time. */
  pictures: {
    /** A date that is only about right. */
    about: (date: string) => `about ${date}`,
    /** The first number of a scale, with what it counts: “0 soldiers”. */
    zero: (unit: string) => `0 ${unit}`,
    /** The line that divides a chart at the key moment. */
    divide: (day: string, title: string) => `${day}: ${title}`,
    belowDivide: 'Below this line: what was counted later',
    timeUnknown: 'In these hours, at a time that is not known:',
    night: (from: string, until: string) => `Shaded: night, ${from} to ${until}`,
    /** A map's key. `missing` are members that lie off the map. */
    members: (alliance: string, day: string, states: number, missing: string) =>
      `In ${alliance} on ${day}: ${count(states, 'state', 'states')}${missing && `; off the map: ${missing}`}`,
    joined: (year: string, states: string) => `Joined in ${year}: ${states}`,
    oldBorder: (day: string) => `Where the members of ${day} meet those that joined later`,
    disputed: (land: string, text: string) => `${land}: ${text}`,
    /** The lane of a time axis for strands that are too small for their own. */
    otherStrands: 'Others',
    /** A mark that stands for several events; `end` is the same as `start` when they were on one day. */
    severalEvents: (events: number, start: string, end: string) =>
      `${count(events, 'event', 'events')}, ${start === end ? start : `${start} to ${end}`}`,
    /** A link's name: an event and its day. */
    eventOn: (title: string, day: string) => `${title}, ${day}`,
    answers: 'The answers in one glance',
    /** What a party answered, and how often. */
    answerCount: (answer: string, times: number) => `${answer.toLowerCase()} ${times}`,
    answersOf: (party: string, answers: string) => `${party}: ${answers}`,
    /** Heads of the tables that tell the same as a picture. */
    table: {
      date: 'Date',
      figure: 'Figure',
      counter: 'Who counted',
      counted: 'What is counted',
      source: 'Source',
      when: 'When',
      what: 'What happened',
      joined: (alliance: string) => `Joined ${alliance}`,
      states: 'States',
      place: 'Place',
      whatThere: 'What happened there',
      /** A figure that is no plain count, with what it is instead. */
      figureOf: (figure: string, nature: string) => `${figure} (${nature})`,
    },
  },
};
