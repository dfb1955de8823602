import { enGB } from 'date-fns/locale/en-GB';
import { capital, followed, intlOf, kilobytes, signAfter, type ListPart, type TimeUnit } from './intl.ts';
import { sentence, type WrapWords } from './sentence.ts';

/**
 * The site's own words in English: what its pages say beside the story's texts, in a group for each room or page.
 * Words that hold a value are functions, so that another language can put it elsewhere; what Intl knows (plurals,
 * lists, numbers, names of languages) is asked of Intl.
 */

/** The language as Intl knows it: it decides how numbers, lists and lengths of time are written. */
const language = 'en-GB';
// A call without side effects: a bundle for the browser leaves it out if it does not use the result. Nor may a pattern
// need a newer browser than those that scripts are built for, since it would become such a call.
const { count, number, list, listParts, choice, time, languageName, countryName } = /* @__PURE__ */ intlOf(language);

const about = (words: string, isAbout: boolean): string => (isAbout ? `about ${words}` : words);

/**
 * What the script of reading pages says, and that of the search. Each is bundled by itself and costs every reader its
 * bytes: nothing that they use may need what is not a word.
 */
export const reading = {
  /** A day in the reader's own time zone, or in the one that is given. */
  day: (day: Date, timeZone?: string) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(day),
  /** The mark of a note, for those who hear the page. */
  note: (number: string) => `Source ${number}`,
  share: 'Share…',
  shareIt: (title: string) => `Share: ${title}`,
  shared: 'Shared',
  copyLink: 'Copy link',
  copySentence: 'Copy link to these words',
  linkCopied: 'Link copied',
  copyCitation: 'Copy citation',
  citationCopied: 'Citation copied',
  copyBibtex: 'Copy BibTeX',
  bibtexCopied: 'BibTeX copied',
  openAlone: 'Open on its own',
  copyByHand: (text: string) => `To copy by hand: ${text}`,
  failed: 'This did not work',
  /**
   * A citation of a page, or of a part of it by its own title. `read` is today; the day of the version may be unknown,
   * and only a page that has changed has an address for it, `at`.
   */
  citation: (part: string, page: string, site: string, version: string, at: string, url: string, read: string) =>
    `“${part}”${part === page ? '' : `, in “${page}”`}, ${site}` +
    `${version && `, version of ${version}${at && ` (${at})`}`}, ${url} (read ${read}).`,
};

export const searching = {
  /** How many pages were found. */
  found: (words: string, many: number) => `${count(many, { one: '# result', other: '# results' })} for “${words}”.`,
  /** Where some of them have only a part of what was asked. */
  nearest: (words: string) => `Results for “${words}”, the nearest first.`,
  nothing: (words: string) =>
    `Nothing was found for “${words}”. Try fewer or other words, or look through the contents below.`,
  /** Before the name of the page, or the words, that the reader seems to have meant, and after it. */
  didYouMean: ['Did you mean ', '?'] as readonly [string, string],
  sources: (many: number) => `In the sources: ${count(many, { one: '# result', other: '# results' })}`,
  noSources: 'Nothing was found in the sources.',
  /** While the site is put back to the key moment. */
  laterLeftOut: 'What came later is left out.',
  failed: 'The search could not be loaded. The contents below lead to everything.',
  /** How the search reads the language: see browser/search-words.ts. */
  language: {
    tidy: (text: string) => text.replace(/['’ʼ]s(?![a-z])/gi, '').replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1'),
    small:
      'a about all am an and any are as at be because been being but by can could did do does doing for from had has ' +
      'have having he her him his how i if in into is it its many me more much my no not of on or our out over she ' +
      'should so some than that the their them then there these they this those to up was we were what when where ' +
      'which while who whom whose why will with would you your tell explain explained meaning mean',
    forms: [
      'say said says saying',
      'begin began begun begins beginning start started starts starting',
      'end ended ends ending',
      'speak spoke spoken speaks talk talks talked talking',
      'meet met meets meeting meetings',
      'give gave given gives',
      'tell told tells',
      'leave left leaves leaving quit withdraw withdrew',
      'send sent sends',
      'win won',
      'fall fell fallen',
      'grow grew grown grows growing',
      'write wrote written',
      'country countries state states nation nations',
      'answer answers answered reply replies replied respond responded response responses',
      'want wants wanted wanting',
      'ask asks asked asking demand demands demanded',
      '1 one first',
      '2 two ii second',
      '3 three iii third',
      '4 four iv fourth',
      '5 five fifth',
      '6 six vi sixth',
      '7 seven vii seventh',
      '8 eight viii eighth',
      '9 nine ix ninth',
      '10 ten tenth',
      '50 fifty',
      'january jan',
      'february feb',
      'march mar',
      'april apr',
      'june jun',
      'july jul',
      'august aug',
      'september sep sept',
      'october oct',
      'november nov',
      'december dec',
    ],
    month: (month: number) =>
      new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1)),
  },
};

/** The words of the site in English. Its type is what every other language must have. */
export const en = {
  language,
  /** Whether it is written from left to right or from right to left. */
  direction: 'ltr' as 'ltr' | 'rtl',
  browser: { reading, searching },
  number,
  /** “Russia, Ukraine and NATO”. */
  list,
  /** The name of a language, given as a BCP 47 tag, and of a country, by ISO 3166-1. */
  languageName,
  countryName,
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
  /** What belongs together on one line: each pattern matches a space that does not break, and what is before it. */
  typography: {
    unbroken: [
      // A day and its month, a number and its unit.
      /\d (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/g,
      /\d (?=(?:per cent|million|billion|thousand|km|kilometres|metres|miles)\b)/g,
      /\d (?=(?:minutes|hours|days|weeks|months|years|states|members|articles|troops|votes)\b)/g,
      // “Article 4”.
      /\b(?:Articles?|Art\.|paragraphs?|points?|[Rr]esolution|chapter|pages?|No\.) (?=\d)/g,
      // A title and a name.
      /\b(?:Mr|Mrs|Ms|Dr|St|[A-Z]\.) (?=\p{Lu})/gu,
    ],
  },
  /** Dates. Patterns are those of date-fns: https://date-fns.org/docs/format. */
  dates: {
    /** The names of months. */
    locale: enGB,
    year: 'y',
    month: 'MMMM y',
    day: 'd MMMM y',
    /** A day without its year, as readers search for it. */
    dayOfYear: 'd MMMM',
    /** Two days of a month, two days and two months of a year: the patterns of both, and what they make together. */
    withinMonth: { from: 'd', to: 'd MMMM y', range: (from: string, to: string) => `${from}–${to}` },
    withinYear: { from: 'd MMMM', to: 'd MMMM y', range: (from: string, to: string) => `${from} to ${to}` },
    monthsOfYear: { from: 'MMMM', to: 'MMMM y', range: (from: string, to: string) => `${from} to ${to}` },
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
  /**
   * What kinds of page are called, and what the navigation calls them where that is another word. One that is missing
   * here is called by what it is about, and the front page by the navigation only.
   */
  pageKinds: {
    home: { name: 'Explainers' },
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
    glossary: { name: 'Glossary' },
    term: { name: 'Glossary' },
    sources: { name: 'Sources' },
    pictures: { name: 'Pictures' },
    changes: { name: 'Changes' },
    about: { name: 'About' },
    all: { name: 'All texts on one page' },
    search: { name: 'Search' },
    notFound: { name: 'There is no page here' },
  },
  /** What frames every page: its masthead and its foot. */
  frame: {
    skip: 'Skip to the text',
    navigation: 'Site',
    menu: 'Menu',
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
    minutes: (many: number) => `${count(many, { one: '# minute', other: '# minutes' })} to read`,
    /** For a reader who has opened the page before: its last change, after which come what changed, and where. */
    changedSince: (change: string) => `${change}, since you last opened this page`,
    changedIn: ', in ',
    share: 'Share',
    sharePage: (title: string) => `Share this page: ${title}`,
    contents: 'On this page',
    toTop: 'To the top',
    brief: 'In brief',
    sectionLink: (title: string) => `Link to this section: ${title}`,
    /** Above a text that is wholly about what came after the key moment. */
    later: 'All of this came after the day that this story turns on.',
    mentions: 'Mentioned in',
    terms: 'Names and terms',
    /** For a section that moved to another page: the words of its old id, and a link to its new place. */
    movedAway: <Html>(old: string, link: WrapWords<Html>) =>
      sentence`What was here as “${old}” ${link('is now elsewhere')}.`,
    previous: 'Previous',
    next: 'Next',
    /** The name of the links to the pages before and after, in an order such as “Explainers”. */
    pager: (order: string) => `${order}: previous and next`,
  },
  /** The switch that puts a page back to the key moment. */
  asOf: {
    button: (day: string) => `As it was known on ${day}`,
    status: (day: string) => `This page now stands at ${day}. What was only known later is set aside.`,
    /** In place of a page that is wholly about what came later. */
    aside: (day: string) =>
      `This page tells of what came after ${day}. It is set aside; choose the button again to read it.`,
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
    title: (lengths: string) => capital(`${lengths} on one line`),
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
    /** What follows the label of hindsight while the page is put back to the key moment. */
    setAside: ': set aside',
    /** How such a note begins the judgement at its end; an example in a message to writers. */
    judgement: 'Our judgement:',
    /** All that a cell of a table says where a party said nothing. */
    silence: 'Not mentioned',
    /** What stands in a file that is begun until its writer has better words. */
    toWrite: 'To be written',
    /** A text as a question, with the marks that it has where a question begins and ends. */
    question: (text: string) => `${text}?`,
    /** A quotation and its words. */
    quotation: /“([^“”]+)”/gu,
    /** How a note begins that gives the word of one party alone: as a pattern, which finds the party, and in words. */
    claim: /^According to (?:the )?(.+?) only:/,
    claimedBy: (party: string) => `According to ${party} only:`,
    /** How no note may begin, whatever the language of the story: with a verb that doubts the party. */
    takesSide: /^(?:only )?(?:claimed|alleged) (?:only )?by /i,
    /** Before the notes of a text that has no list of them, all in one sentence. */
    sources: 'Sources: ',
  },
  /** The labels of the values of the closed lists in story/kinds.ts. */
  kinds: {
    terms: {
      person: { one: 'Person', many: 'People' },
      organisation: { one: 'Organisation', many: 'Organisations' },
      state: { one: 'State', many: 'States' },
      region: { one: 'Region or municipality', many: 'Regions and municipalities' },
      place: { one: 'Place', many: 'Places' },
      document: { one: 'Document', many: 'Documents' },
      idea: { one: 'Idea', many: 'Ideas' },
    },
    answers: {
      /** Agreed to as asked. */
      accepted: 'Accepted',
      /** Ready to negotiate about it. */
      open: 'Open to talk',
      /** Answered with an offer of its own. */
      countered: 'Counter-offer',
      /** Said it already does what is asked. */
      restraint: 'Says it complies',
      /** Said neither yes nor no. */
      stated: 'Position stated',
      /** Refused through what was said on another point. */
      'rejected-in-effect': 'Refused in effect',
      /** Said no. */
      rejected: 'Refused',
      /** No public answer is known, which does not mean there was none. */
      'none-found': 'No answer known',
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
    changes: {
      new: 'Published',
      update: 'Updated',
      correction: 'Corrected',
      removal: 'Taken away',
      wording: 'Reworded',
    },
    pictures: {
      counts: 'Chart',
      hours: 'Timetable',
      map: 'Map',
      spans: 'Chart of time',
      events: 'Stretch of time',
      answers: 'Grid of answers',
    },
    /** What a figure in a chart says of what it counts. */
    natures: {
      present: 'counted as there',
      planned: 'part of a plan, not a count',
      leaving: 'said to be leaving',
    },
  },
  /** The front page. */
  home: {
    questions: 'The questions',
    documents: 'The documents at a glance',
    allTerms: 'All people, places, documents and ideas',
  },
  /** Explainers and their sections. */
  explainers: {
    /** What the order is called in which they follow each other. */
    order: 'Explainers',
    place: (place: number, many: number) => `Explainer ${place} of ${many}`,
    sectionPlace: (place: number, many: number) => `section ${place} of ${many}`,
    sectionOrder: (explainer: string) => `Sections of ${explainer}`,
    /** Before the question of the explainer that a section is from. */
    from: <Html>(link: WrapWords<Html>, title: string) =>
      sentence`From the explainer ${link(title)}${signAfter(title, ':')} `,
    /** The name of a section where it stands without its explainer. */
    sectionIn: (explainer: string, section: string) => `${followed(explainer, ':')} ${section}`,
  },
  /** Documents, their articles and paragraphs. */
  drafts: {
    description: 'The documents, article by article: what each says, whom it binds and what was answered.',
    documents: (many: number) => count(many, { one: '# document', other: '# documents' }),
    order: 'Documents',
    articleOrder: 'Articles',
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
    /** “Article 4. Forces as of 1997”, as a heading. */
    articleHeading: (number: number | undefined, title: string) =>
      number === undefined ? `Preamble. ${title}` : `Article ${number}. ${title}`,
    /** “4. Forces as of 1997”, in a list. */
    numbered: (number: number | undefined, title: string) => (number === undefined ? title : `${number}. ${title}`),
    articles: (many: number) => count(many, { one: '# article', other: '# articles' }),
    /** What a document is made of: “preamble and 8 articles”. */
    parts: (preamble: boolean, many: number) =>
      `${preamble ? 'preamble and ' : ''}${count(many, { one: '# article', other: '# articles' })}`,
    /** What a document is and whose: “Draft by Russia”; without a party, who published it. */
    draftBy: (author: string) => `Draft by ${author}`,
    nobody: 'nobody',
    noClause: 'In no paragraph alone.',
    /** Whom a clause binds, as a list after a label and as a sentence; nobody, if there are no names. */
    bound: (names: readonly string[]): ListPart[] =>
      names.length > 0 ? listParts(names) : [{ type: 'literal', value: 'nobody' }],
    bindsThem: (names: readonly string[]): ListPart[] => [
      { type: 'literal', value: 'Binds ' },
      ...(names.length > 0 ? listParts(names) : [{ type: 'literal', value: 'nobody' } as const]),
    ],
    /** “not Russia”, of the parties of a document whom a clause leaves free. */
    notBound: (names: readonly string[]) => `not ${choice(names)}`,
    document: 'Paragraph by paragraph',
    readWhole: 'Read the whole document',
    binds: 'Binds',
    partOf: 'Part of',
    /** Of a paragraph in an article whose other paragraphs were answered. */
    noAnswerAlone: 'None to this paragraph alone',
    answer: 'Answer',
    published: 'Published',
    /** The same within a line. */
    publishedOn: (day: string) => `published ${day}`,
    between: 'Between',
    betweenThem: (parties: readonly string[]) => `Between ${list(parties)}`,
    force: 'Entry into force',
    moreOnArticle: (number: number | undefined) =>
      number === undefined
        ? 'More on the preamble'
        : `More on article ${number}: what it would change, and how it was answered`,
    notOn: (draft: string) => `Nothing on this in the ${draft}`,
    asked: 'What is asked',
    answers: 'The answer',
    sideBySide: 'Side by side',
  },
  /** Demands, and what each party said. */
  positions: {
    description: 'What was asked, and how each party answered.',
    demands: (many: number) => count(many, { one: '# demand', other: '# demands' }),
    place: (place: number, many: number) => `Demand ${place} of ${many}`,
    /** Of parties that answered none of the demands. */
    without: (parties: string) => `With no position in this table: ${parties}.`,
    order: 'Demands',
    demand: 'The demand',
    asked: 'What was asked',
    clauses: 'In the documents',
    answers: 'What each party said',
  },
  /** The timeline, and what its parts are called. */
  timeline: {
    description: 'What happened, in order.',
    events: (many: number) => count(many, { one: '# event', other: '# events' }),
    eventsOf: (some: number, all: number) => `${number(some)} of ${count(all, { one: '# event', other: '# events' })}`,
    /** A part, and what a search engine says of it. */
    part: (timeline: string, part: string) => `${followed(timeline, ':')} ${part}`,
    partDescription: (part: string, events: string) =>
      `The timeline of this story for ${part}: ${events}, in their order, each with its sources.`,
    showAll: 'Show them all',
    /** Before those who acted in an event. */
    actorsOf: 'With',
    filters: 'Parts of the timeline',
    strands: 'Strands',
    actors: 'Actors',
    sources: 'Sources',
    /** What a type of source leaves of the timeline. */
    withSource: (type: string) => `events with sources of the type “${type}”`,
  },
  /** The glossary, and who is who. */
  glossary: {
    description: 'People, organisations, states, places, documents and ideas of the story.',
    entries: (many: number) => count(many, { one: '# entry', other: '# entries' }),
    /** A kind of entry within a line. */
    kind: (kind: string) => kind.toLowerCase(),
    aliases: (names: readonly string[]) => `Also ${names.join(', ')}`,
    events: 'In the timeline',
    /** When an office began and ended; its title comes before. “From” alone would read as if it were held today. */
    held: (from: string | undefined, until: string | undefined) => {
      if (from !== undefined && until !== undefined) return `${from} to ${until}`;
      if (from !== undefined) return `took office ${/^\d+ /.test(from) ? 'on' : 'in'} ${from}`;
      return until === undefined ? '' : `until ${until}`;
    },
    source: 'source',
    /** An office with the years in which it was held, as far as they are known. */
    tenure: (office: string, from: number | undefined, until: number | undefined) => {
      if (from !== undefined && until !== undefined) return `${office}, ${from} to ${until}`;
      if (from !== undefined) return `${office}, took office in ${from}`;
      return until === undefined ? office : `${office} until ${until}`;
    },
    cast: 'Who is who',
    otherSides: 'Others',
    speaksFor: 'Speaks for',
  },
  /** Where a thing is mentioned. */
  mentions: {
    more: (many: number) => count(many, { one: 'One more place', other: '# more places' }),
  },
  /** Sources and their lists. */
  sources: {
    description: 'Everything this site rests on, by type.',
    many: (many: number) => count(many, { one: '# source', other: '# sources' }),
    /** How many there are, of how many types. */
    total: (many: number, types: number) =>
      `${count(many, { one: '# source', other: '# sources' })}, of ` +
      `${count(types, { one: '# type', other: '# types' })}.`,
    /** How many sources of a type there are, and what counts as one. */
    typeSummary: (many: number, meaning: string) =>
      `${count(many, { one: '# source', other: '# sources' })}: ${meaning}.`,
    typeDescription: (type: string, meaning: string) => `${type} that this site rests on: ${meaning}.`,
    typeMeaning: (meaning: string) => `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`,
    /** A part of a type, by the first letters and by the first and last of its publishers. */
    part: (type: string, letters: string) => `${type}, ${letters}`,
    partSummary: (many: number, first: string, last: string) =>
      `${count(many, { one: '# source', other: '# sources' })}, ${first} to ${last}.`,
    partDescription: (type: string, first: string, last: string) =>
      `${type} that this site rests on, from ${first} to ${last}.`,
    /** The title of a source's page with what it is. */
    title: (credit: string) => `Source: ${credit}`,
    described: (credit: string, title: string) =>
      `${followed(credit, ':')} ${followed(title, '.')} Where it was read, and what this site cites it for.`,
    /** What the explainers rest on: a table, and its columns. */
    claims: {
      title: 'What the explainers rest on',
      meaning: 'A claim is a place where the text sets a note. One note may name several sources.',
      explainer: 'Explainer',
      claims: 'Claims',
      primary: 'With a primary document',
      several: 'With several sources',
      one: 'With one source',
      oneSided: 'One side’s word',
    },
    /** The facts of one source. */
    facts: {
      publisher: 'Publisher',
      date: 'Date',
      type: 'Type',
      read: 'Read',
      address: 'Address',
      archive: 'Archive',
      voice: <Html>(party: Html) => sentence` (the voice of ${party})`,
      typeIn: (type: string, language: string) => `${type}, in ${language}`,
      readOn: <Html>(read: string, day: Html) => sentence`${read} on ${day}`,
      copy: 'Copy of that day in an archive',
    },
    citedIn: 'Cited in',
    /** A link to a source itself. */
    address: 'address',
    /** What a source is: its type, language, and how much of it was read. */
    line: (type: string, language: string, read: string) => `${type}, ${language}, ${read}`,
    label: (many: number): string => (many === 1 ? 'Source:' : 'Sources:'),
  },
  /** What parties answered. */
  answers: {
    notYet: 'Not yet answered',
    notAsked: 'Not asked',
    /** “Wendy Sherman, for the United States”. */
    onBehalf: (by: string, party: string) => `${by}, for ${party}`,
  },
  /** Changes after publication. */
  changes: {
    description: 'What was corrected, updated or added after publication, and why.',
    feed: <Html>(link: WrapWords<Html>) => sentence`The changes also come as a ${link('feed')}.`,
    feedTitle: (site: string) => `${followed(site, ':')} changes`,
    /** A kind of change and its day: “Corrected 24 May 2024”. */
    on: (kind: string, day: string) => `${kind} ${day}`,
    new: 'New',
    wholeSite: 'The whole site',
  },
  /** What a page said before, and what was put in and taken out. */
  versions: {
    link: 'What changed',
    many: (many: number) => count(many, { one: '# version', other: '# versions' }),
    /** The list of a page's versions, and one of them. */
    of: (title: string) => `What changed: ${title}`,
    on: (title: string, day: string) => `${followed(title, ',')} version of ${day}`,
    description: (title: string) =>
      `Every version of “${title}” since it was published: its day, the reason, and what was put in and taken out.`,
    describes: (title: string, day: string) =>
      `What “${title}” said from ${day} on, with what was put in and taken out since the version before.`,
    kicker: (day: string) => `Version of ${day}`,
    page: <Html>(link: WrapWords<Html>, title: string) =>
      sentence`This page lists all versions of ${link(title)}${signAfter(title, '.')}`,
    gone: 'This page was taken away. What it said can still be read here.',
    read: (day: string) => `The text of ${day}`,
    marked: (day: string) => `The text of ${day}, with what changed marked`,
    /** What the marks mean. */
    marks: <Html>(ins: Html, del: Html) => sentence`Against the version before, this was ${ins} and this ${del}.`,
    ins: 'put in',
    del: 'taken out',
    /** Before and behind what was put in or taken out, for those who hear the page. */
    start: (what: string) => `[${what}: `,
    stop: ']',
    first: 'This is what the page said when it was first published.',
    /** Where too much was replaced for both texts to stand on one page. */
    onlyNew: <Html>(link: WrapWords<Html>) =>
      sentence`So much is new that what was taken out is left to ${link('the version before')}.`,
    words: 'Words only: links, pictures and the marks of notes are left out.',
    all: 'All versions',
    now: 'The page as it is now',
    order: 'Versions',
    /** What the facts at the head of a page are. */
    facts: {
      question: 'Question',
      brief: 'In brief',
      definition: 'Definition',
      asks: 'What was asked',
      then: 'As it was known then',
      officialTitle: 'Official title',
      names: 'Other names',
      date: 'Date',
      place: 'Place',
      force: 'Entry into force',
      binds: 'Binds',
      words: 'Operative words',
      office: 'Office',
      cast: 'In this story',
      answer: 'Answer',
      answerThen: 'Answer as it stood then',
      count: 'Count',
      hour: 'Time',
      span: 'Time',
      joined: 'Joined',
      disputed: 'Disputed',
      group: 'How it stood',
      places: 'Place',
    },
  },
  /** The page that searches; what its script says is in `searching`. */
  search: {
    description: 'Find a section, an event, a person, an article or a source of this site.',
    question: 'What are you looking for?',
    button: 'Search',
    /** Beside a box to tick. */
    inSources: 'In the sources too',
    more: 'More results',
    /** What a result is, and more of it: “Event, 30 December 2021”. */
    dated: (kind: string, more: string) => (more ? `${kind}, ${more}` : kind),
    key: 'The key / opens this page from anywhere',
    /** Where script does not run. */
    needsScript: 'The search needs script, which does not run here. The lists below lead to everything.',
    contents: 'Or look through the contents',
  },
  /** What a reader may look for, before the name of the page that lists it. */
  lookUp: {
    timeline: 'A day or an event',
    glossary: 'A person, a place, a document or an idea',
    drafts: 'A document and its parts',
    positions: 'What was asked and what was answered',
    sources: 'A source',
    about: 'How this site is written',
  },
  /** What an address answers that has no page. */
  notFound: {
    title: 'Page not found',
    description: 'This address has no page. Here is the way to what may be meant.',
    text:
      'The address may be mistyped, or a link to it broken. Nothing on this site is removed without a way onward, ' +
      'so what you look for is probably below.',
    questions: 'The questions this site answers',
    lookUp: 'Or look it up',
  },
  /** What an address answers whose page has moved. */
  moved: {
    title: 'This page has moved',
    documentTitle: (address: string) => `Moved: ${address}`,
    description: (from: string, to: string) => `${from} has moved; what it held is now at ${to}`,
    text: <Html>(name: string, link: Html) => [
      ...sentence`What was here, “${name}”, is now at ${link}. `,
      'The old link is kept, so that what was shared still leads somewhere.',
    ],
    /** The same, of a page that was taken away: its name, and a link to its versions. */
    removedTitle: 'This page was taken away',
    removed: <Html>(name: string, link: WrapWords<Html>) =>
      sentence`“${name}” was taken away. ${link('What it said, and why it went')}`,
  },
  /** Cards: the pictures that are shown with a shared link. */
  cards: {
    /** Where a page is from that tells of the site itself. */
    site: 'This site',
    search: 'Find a person, a day, an article or a claim.',
  },
  /** The site as a file to take along, and on one page. */
  book: {
    /** Before the address of the file, with its size. */
    download: (size: string) => `As a book (EPUB, ${size})`,
    size: (bytes: number) => kilobytes(language, bytes),
    contents: 'Contents',
    /** Which state of the site the book holds. */
    asOf: (day: string) => `The site as it was on ${day}.`,
    pageDescription: 'Every text of the story with its notes, one after the other, to be printed or saved whole.',
  },
  /** Texts as Markdown. */
  copy: {
    brief: (brief: string) => `**In brief:** ${brief}`,
    binds: (names: string) => `Binds ${names}.`,
    answer: (credit: string) => `Answer: ${credit}.`,
    /** Where a text is from, whose it is, and what may be done with it. */
    credit: (address: string, publisher: string, rights: string) => `From <${address}>, ${publisher}, ${rights}.`,
    under: (licence: string, address: string) => `under ${licence} <${address}>`,
    allRightsReserved: 'all rights reserved',
  },
  /** Labels and sentences in pictures drawn at build time, and around them. */
  pictures: {
    description: 'Charts, timetables and maps, drawn from the same facts as the texts.',
    many: (many: number) => count(many, { one: '# picture', other: '# pictures' }),
    /** The facts of a picture, and the places on a map, as tables. */
    asTable: 'The same as a table',
    places: 'Places on the map',
    /** The first number of a scale, with what it counts: “0 soldiers”. */
    zero: (unit: string) => `0 ${unit}`,
    /** The line that divides a chart at the key moment. */
    divide: (day: string, title: string) => `${day}: ${title}`,
    belowDivide: 'Below this line: what was counted later',
    timeUnknown: 'In these hours, at a time that is not known:',
    night: (from: string, until: string) => `Shaded: night, ${from} to ${until}`,
    /** A map's key. `missing` are members that lie off the map. */
    members: (alliance: string, day: string, states: number, missing: string) =>
      `In ${alliance} on ${day}: ${count(states, { one: '# state', other: '# states' })}` +
      (missing && `; off the map: ${missing}`),
    joined: (year: string, states: string) => `Joined in ${year}: ${states}`,
    oldBorder: (day: string) => `Where the members of ${day} meet those that joined later`,
    disputed: (land: string, text: string) => `${land}: ${text}`,
    /** Beside a bar of time: what was so, and from which year to which, if an end is told. */
    span: (what: string | undefined, from: string, until: string | undefined) => {
      const years = until === undefined ? `since ${from}` : from === until ? from : `${from}–${until}`;
      return what === undefined ? years : until === undefined ? `${what} ${years}` : `${what}, ${years}`;
    },
    /** The lane of a time axis for strands that are too small for their own. */
    otherStrands: 'Others',
    /** A mark for several events; `end` is the same as `start` when they were on one day. */
    severalEvents: (events: number, start: string, end: string) =>
      `${count(events, { one: '# event', other: '# events' })}, ${start === end ? start : `${start} to ${end}`}`,
    /** A link's name: an event and its day. */
    eventOn: (title: string, day: string) => `${followed(title, ',')} ${day}`,
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
      /** What a bar of time stands for, and its two ends. */
      row: 'What',
      state: 'How it stood',
      from: 'From',
      until: 'Until',
      partly: (state: string) => (state ? `${state} (in part)` : 'in part'),
      event: 'Event',
      demand: 'Demand',
      /** An answer with who gave it and when. */
      answer: (word: string, by: readonly string[]) => (by.length > 0 ? `${word} (${by.join(', ')})` : word),
      /** A figure that is no plain count, with what it is instead. */
      figureOf: (figure: string, nature: string) => `${figure} (${nature})`,
    },
  },
};
