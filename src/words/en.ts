import { enGB } from 'date-fns/locale/en-GB';
import { sentence, type WrapWords } from './sentence.ts';

/**
 * The site's own words in English: what its pages say beside the story's texts, in a group for each room or page.
 * Words that hold a value are functions, so that another language can put it elsewhere; what Intl knows (plurals,
 * lists, numbers, names of languages) is asked of Intl.
 */

/** The language as Intl knows it: it decides how numbers, lists and lengths of time are written. */
const language = 'en-GB';

// `@__PURE__` marks a call without side effects: a bundle for the browser leaves it out if it does not use the result.
const plurals = /* @__PURE__ */ new Intl.PluralRules(language);
const numbers = /* @__PURE__ */ new Intl.NumberFormat(language);
const lists = /* @__PURE__ */ new Intl.ListFormat(language, { type: 'conjunction' });
const choices = /* @__PURE__ */ new Intl.ListFormat(language, { type: 'disjunction' });
const languages = /* @__PURE__ */ new Intl.DisplayNames(language, { type: 'language' });
const countries = /* @__PURE__ */ new Intl.DisplayNames(language, { type: 'region' });

/** A number with the form of the noun that goes with it: “1 state”, “16 states”. */
const count = (many: number, one: string, other: string): string =>
  `${numbers.format(many)} ${plurals.select(many) === 'one' ? one : other}`;

/** The units in which lengths of time are written. */
export type TimeUnit = 'minute' | 'hour' | 'day' | 'month' | 'year';

/** A length of time: “32 years”. */
const time = (many: number, unit: TimeUnit): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(many);

/** Words in front of which, and behind which, a number stays on their line. */
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const UNITS =
  'per cent|million|billion|thousand|km|kilometres|metres|miles|minutes|hours|days|weeks|months|years|' +
  'states|members|articles|troops|votes';
const NAMED = 'Articles?|Art\\.|paragraphs?|point|points|resolution|Resolution|chapter|page|pages|No\\.';

const about = (words: string, isAbout: boolean): string => (isAbout ? `about ${words}` : words);

/** The words of the site in English. Its type is what every other language must have. */
export const en = {
  language,
  number: (value: number) => numbers.format(value),
  /** “Russia, Ukraine and NATO”. */
  list: (items: readonly string[]) => lists.format(items),
  /** The same in parts, for a list of more than words: each item is of the type `element`. */
  listParts: (items: readonly string[]) => lists.formatToParts(items),
  /** The name of a language, given as a BCP 47 tag, and of a country, by ISO 3166-1. */
  languageName: (tag: string) => languages.of(tag) ?? tag,
  countryName: (code: string) => countries.of(code) ?? code,
  /** Signs between words, and around them. */
  punctuation: {
    comma: ', ',
    semicolon: '; ',
    colon: ': ',
    stop: '. ',
    end: '.',
    quote: (text: string) => `“${text}”`,
    /** A number and the end of a range that begins with it. */
    range: (from: string, to: string) => `${from}–${to}`,
  },
  /** What belongs together on one line: each pattern matches a space that does not break. */
  typography: {
    unbroken: [
      // A day and its month, a number and its unit.
      /* @__PURE__ */ new RegExp(`(?<=\\d) (?=(?:${MONTHS}|${UNITS})\\b)`, 'g'),
      // “Article 4”.
      /* @__PURE__ */ new RegExp(`(?<=\\b(?:${NAMED})) (?=\\d)`, 'g'),
      // A title and a name.
      /(?<=\b(?:Mr|Mrs|Ms|Dr|St|[A-Z]\.)) (?=\p{Lu})/gu,
    ],
  },
  /** Dates. Patterns are those of date-fns: https://date-fns.org/docs/format. */
  dates: {
    /** The names of months. */
    locale: enGB,
    year: 'yyyy',
    month: 'MMMM yyyy',
    day: 'd MMMM yyyy',
    /** A day, and a month, whose year is given elsewhere. */
    dayOfYear: 'd MMMM',
    /** Two days of a month, two days and two months of a year: the patterns of both, and what they make together. */
    withinMonth: { from: 'd', to: 'd MMMM yyyy', range: (from: string, to: string) => `${from}–${to}` },
    withinYear: { from: 'd MMMM', to: 'd MMMM yyyy', range: (from: string, to: string) => `${from} to ${to}` },
    monthsOfYear: { from: 'MMMM', to: 'MMMM yyyy', range: (from: string, to: string) => `${from} to ${to}` },
    range: (from: string, to: string) => `${from} to ${to}`,
    about: (date: string) => `about ${date}`,
    uncertain: (date: string) => `${date} (uncertain)`,
    time: 'HH:mm',
    /** A clock time on another day than the date before it. */
    timeOnDay: "HH:mm 'on' d MMMM",
    timeAt: (time: string, place: string) => `${time} in ${place}`,
    timeWithOffset: (time: string, offset: string) => `${time} (UTC${offset})`,
    withTimes: (day: string, times: readonly string[]) => [day, ...times].join(', '),
  },
  /** Lengths of time, and how far something is from the key moment. */
  distances: {
    length: (many: number, unit: TimeUnit, isAbout: boolean) => about(time(many, unit), isAbout),
    /** As a label. */
    alone: {
      before: (many: number, unit: TimeUnit, isAbout: boolean) => `${about(time(many, unit), isAbout)} before`,
      after: (many: number, unit: TimeUnit, isAbout: boolean) => `${about(time(many, unit), isAbout)} after`,
      sameDay: 'on the same day',
      sameTime: 'at the same time',
      aboutSameTime: 'at about the same time',
    },
    /** In a sentence that names the moment. */
    fromMoment: {
      before: (many: number, unit: TimeUnit, isAbout: boolean) =>
        `${about(time(many, unit), isAbout)} before the key moment`,
      after: (many: number, unit: TimeUnit, isAbout: boolean) =>
        `${about(time(many, unit), isAbout)} after the key moment`,
      sameDay: 'on the same day as the key moment',
      sameTime: 'at the same time as the key moment',
      aboutSameTime: 'at about the same time as the key moment',
    },
  },
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
  /** What frames every page: its masthead and its foot. */
  frame: {
    skip: 'Skip to the text',
    navigation: 'Site',
    dark: 'Dark',
    printedFrom: (address: string) => `Printed from ${address}`,
    licence: <Html>(licence: Html) => sentence`Text under ${licence}`,
    allRightsReserved: 'All rights reserved',
    privacy: 'No cookies, no trackers: this site asks no other address for anything',
    about: 'How it is written and sourced',
    changes: 'Changes',
    report: 'Report a mistake',
  },
  /** Around a text: the line below its title, its contents, its sections, the pages before and after. */
  page: {
    minutes: (many: number) => `${count(many, 'minute', 'minutes')} to read`,
    share: 'Share',
    sharePage: (title: string) => `Share this page: ${title}`,
    contents: 'On this page',
    brief: 'In brief',
    sectionLink: (title: string) => `Link to this section: ${title}`,
    /** Above a text that is wholly about what came after the key moment. */
    later: 'All of this came after the day that this site stands at.',
    mentions: 'Mentioned in',
    terms: 'Names and terms',
    moreOn: (term: string) => `More on ${term}`,
    /** For a section that moved to another page: the words of its old id, and a link to its new place. */
    movedAway: <Html>(old: string, link: WrapWords<Html>) =>
      sentence`What stood here as “${old}” ${link('now stands elsewhere')}.`,
    previous: 'Previous',
    next: 'Next',
    /** The name of the links to the pages before and after, in an order such as “Explainers”. */
    pager: (order: string) => `${order}: previous and next`,
  },
  /** The switch that puts a page back to the key moment. */
  asOf: {
    button: (day: string) => `As it was known on ${day}`,
    status: (day: string) =>
      `This page now stands at ${day}. What was only known later is set aside, with a line in its place.`,
  },
  /** The notes of a text and the sources that they cite. */
  notes: {
    title: 'Notes',
    sources: 'Sources of these notes',
    back: (note: number) => `Back to note ${note} in the text`,
    backToUse: (use: number, note: number) => `Back to use ${use} of note ${note}`,
  },
  /** The axis of time. */
  ribbon: {
    skip: 'Skip the picture',
    /** The title, of how long the story is: “32 years, 50 minutes and 56 days”. */
    title: (lengths: string) => `${lengths} on one line`,
    scale: (day: string) => `Time gets more room the nearer it is to ${day}.`,
    /** What the marks mean: whether some are open, and whether some have a number. */
    marks: (isVague: boolean, isSeveral: boolean) => {
      const open = isVague ? '; an open one has no certain day' : '';
      const many = isSeveral ? '; a number stands for so many events' : '';
      return `Every mark leads to an event${open}${many}.`;
    },
    asList: 'The same as a list',
    /** The place of an event on the axis: how far from the key moment, or at it. */
    here: <Html>(link: WrapWords<Html>, place: string) => sentence`You are here on the ${link('timeline')}: ${place}.`,
    moment: 'the key moment',
  },
  /** Within the texts: the labels of their notes, and the fixed words by which a writer marks something. */
  texts: {
    /** The label of a note, by the marker that its writer put. */
    callouts: { DISPUTED: 'Sources differ', HINDSIGHT: 'Known only later' },
    /** The same with the question that a note on a dispute answers, for those who hear the page. */
    calloutOn: (label: string, question: string) => `${label}: ${question}`,
    /** How such a note begins the judgement at its end; an example in a message to writers. */
    judgement: 'Our judgement:',
    /** All that a cell of a table says where a party said nothing. */
    silence: 'Not mentioned',
    /** A quotation and its words. */
    quotation: /“([^“”]+)”/gu,
    /** How a note begins that gives the word of one party alone: as a pattern, which finds the party, and in words. */
    claim: /^Claimed by (?:the )?(.+?) only:/,
    claimedBy: (party: string) => `Claimed by ${party} only:`,
    /** Before the notes of a text that has no list of them, all in one sentence. */
    sources: 'Sources: ',
  },
  /** The labels of the values of the closed lists in story/kinds.ts. */
  kinds: {
    terms: {
      person: { one: 'Person', many: 'People' },
      organisation: { one: 'Organisation', many: 'Organisations' },
      state: { one: 'State', many: 'States' },
      place: { one: 'Place', many: 'Places' },
      document: { one: 'Document', many: 'Documents' },
      idea: { one: 'Idea', many: 'Ideas' },
    },
    answers: {
      accepted: { word: 'Accepted', meaning: 'agreed to as asked' },
      open: { word: 'Open to talk', meaning: 'ready to negotiate about it' },
      countered: { word: 'Other offer', meaning: 'answered with an offer of its own' },
      restraint: { word: 'Says it complies', meaning: 'said it already does what is asked' },
      stated: { word: 'Position stated', meaning: 'said neither yes nor no' },
      'rejected-in-effect': { word: 'Refused in effect', meaning: 'refused through what was said on another point' },
      rejected: { word: 'Refused', meaning: 'said no' },
      'none-found': {
        word: 'No answer found',
        meaning: 'no public answer was found, which does not mean there was none',
      },
    },
    sourceTypes: {
      primary: {
        one: 'primary document',
        many: 'Primary documents',
        meaning: 'the text itself: a treaty, a transcript, a readout, a resolution',
      },
      official: {
        one: 'official account',
        many: 'Official accounts',
        meaning: 'what a government or an organisation says of its own acts',
      },
      reporting: { one: 'reporting', many: 'Reporting', meaning: 'news agencies, newspapers and broadcasters' },
      analysis: { one: 'analysis', many: 'Analysis', meaning: 'think-tanks, scholars and comment' },
      reference: { one: 'reference', many: 'Reference', meaning: 'encyclopaedias, data and background pages' },
    },
    publishers: {
      government: 'government',
      'treaty-body': 'treaty organisation',
      'news-agency': 'news agency',
      broadcaster: 'broadcaster',
      newspaper: 'newspaper or magazine',
      research: 'research body',
      reference: 'archive or reference work',
      other: 'other publisher',
    },
    /** How much of a source was read for this site. */
    read: { whole: 'read whole', part: 'read in part', quoted: 'read as quoted elsewhere' },
    changes: { new: 'Published', update: 'Updated', correction: 'Corrected' },
    pictures: { counts: 'Chart', hours: 'Timetable', map: 'Map' },
    /** What a figure in a chart says of what it counts. */
    natures: {
      present: 'counted as there',
      planned: 'part of a plan, not a count',
      leaving: 'said to be leaving',
    },
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
    /** “Article 4: Forces as of 1997”. */
    articleTitled: (number: number | undefined, title: string) =>
      number === undefined ? `Preamble: ${title}` : `Article ${number}: ${title}`,
    articles: (many: number) => count(many, 'article', 'articles'),
    nobody: 'nobody',
    noClause: 'In no paragraph alone.',
    /** “not Russia”, of the parties of a document whom a clause leaves free. */
    notBound: (names: readonly string[]) => `not ${choices.format(names)}`,
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
  /** The timeline, and what its parts are called. */
  timeline: {
    filters: 'Parts of the timeline',
    strands: 'Strands',
    actors: 'Actors',
    sources: 'Sources',
    /** What a type of source leaves of the timeline. */
    withSource: (type: string) => `events with ${type} among their sources`,
  },
  /** The glossary, and who is who. */
  glossary: {
    cast: 'Who is who',
    otherSides: 'Others',
    speaksFor: 'Speaks for',
  },
  /** Where a thing is mentioned. */
  mentions: {
    more: (many: number) => (many === 1 ? 'One more place' : `${numbers.format(many)} more places`),
  },
  /** Sources and their lists. */
  sources: {
    citedIn: 'Cited in',
    /** Links to a source itself, and to a copy of it in an archive. */
    address: 'address',
    archived: 'archived',
    /** What a source is: its type, language, and how much of it was read. */
    line: (type: string, language: string, read: string) => `${type}, ${language}, ${read}`,
    label: (many: number) => (many === 1 ? 'Source:' : 'Sources:'),
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
    /** The facts of a picture, and the places on a map, as tables. */
    asTable: 'The same as a table',
    places: 'Places on the map',
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
    /** A mark for several events; `end` is the same as `start` when they were on one day. */
    severalEvents: (events: number, start: string, end: string) =>
      `${count(events, 'event', 'events')}, ${start === end ? start : `${start} to ${end}`}`,
    /** A link's name: an event and its day. */
    eventOn: (title: string, day: string) => `${title}, ${day}`,
    answers: 'The answers in one glance',
    /** What columns, rows and the numbers beside each answer are; one number for each party. */
    answersKey: (parties: readonly string[]) =>
      'Each column is a demand, by its number in the table; each row is a party. ' +
      `How often each answer was given, to ${parties.join(', ')}:`,
    /** What a party answered, and how often. */
    answerCount: (answer: string, times: number) => `${answer.toLowerCase()} ${times}`,
    answersOf: (party: string, answers: string) => `${party}: ${answers}`,
    /** Heads of the tables with the data of a picture. */
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
