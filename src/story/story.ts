import type { Words } from '../words/words.ts';
import type { Target } from './addresses.ts';
import type { Clock, When } from './dates.ts';
import type {
  AnswerStatus,
  ChangeKind,
  Nature,
  PartyColour,
  PictureKind,
  PublisherKind,
  ReadExtent,
  Side,
  SourceType,
  TermKind,
} from './kinds.ts';
import type { Section, Text } from './text.ts';

/** A page of the site, as it is shown. Addresses begin at the root of the site, without its base path. */
export interface Page {
  id: string;
  address: string;
  title: string;
  /** What else readers call it when they search for it; not shown. */
  also: readonly string[];
  /** The title with the kind of page, unique on the site: for tabs, bookmarks and search engines. */
  fullTitle: string;
  /** What a search engine or a shared link says of it: plain text. */
  description: string;
  text: ShownText;
  /** True when all of it tells of what came after the key moment. */
  later: boolean;
  /** Minutes a reader needs. */
  minutes: number;
  /** The changes that touch it, the newest first; those of wording alone are not among them. */
  changes: Change[];
  /** Its versions, if it has said something else before. */
  history: History | undefined;
  /** Sections that it once held, with the address where each is now. */
  movedAway: { old: string; to: string }[];
  /** The sources that its notes cite, each once, in the order of the notes. */
  cited: Source[];
  /** The terms that its text links, each once, in the order of the text. */
  terms: Term[];
  /** The paragraphs of documents that its text links, likewise. */
  linkedParagraphs: Paragraph[];
  /** Where the story mentions it, in the order of the site. */
  mentions: Mention[];
}

/** The versions of a page that has said something else before, or that was taken away. */
export interface History {
  /** The address of the list of its versions. */
  address: string;
  /** The address of the page. */
  page: string;
  title: string;
  /** The newest first. */
  versions: Version[];
  /** The change that took the page away. */
  removal: Change | undefined;
}

/** What a page said from a day on. */
export interface Version {
  /** Its day; with a number behind it if there were several on that day. */
  id: string;
  address: string;
  day: string;
  /** Why it was made, the newest first. */
  changes: Change[];
  /** Its words as Markdown: see said.ts. */
  text: string;
}

/** A text as a page shows it. */
export interface ShownText extends Omit<Text, 'sections'> {
  sections: ShownSection[];
}

/** A section as a page shows it. */
export interface ShownSection extends Omit<Section, 'sections'> {
  sections: ShownSection[];
  /** Ids that it had before: old links must still land. */
  oldIds: string[];
  /** The last change that touches this section alone. */
  change: Change | undefined;
  /** The address of the page that shows only this section, where there is one. */
  page: string | undefined;
  /** The paragraph of a document that this section explains in plain words. */
  paragraph: Paragraph | undefined;
}

/** A sentence of the story that names something, and the place of that sentence. */
export interface Mention {
  /** The page with the sentence. */
  page: Page;
  /** The address of the section, or of the page if the sentence comes before the first section. */
  address: string;
  /** The title of the section, if the sentence is in one. */
  section: string | undefined;
  sentence: string;
  /** Whether the sentence tells of what was only known after the key moment. */
  later: boolean;
}

/** An old address of a page. */
export interface MovedPage {
  address: string;
  /** Where the thing is now. */
  to: string;
}

/** A side of the story. */
export interface Party {
  id: string;
  name: string;
  /** The name within a sentence: `the United States`. */
  inText: string;
  short: string;
  /** Other names for it: the check of sources and the search know it by them. */
  also: readonly string[];
  colour: PartyColour;
  term: Target;
}

/** A thread of the timeline. */
export interface Strand {
  id: string;
  name: string;
  brief: string;
}

/** A section of an explainer on a page of its own. */
export interface SectionPage extends Page {
  explainer: Explainer;
  /** Its place among the sections of the explainer, from 1. */
  place: number;
}

/** A page that answers one question. */
export interface Explainer extends Page {
  /** A page for each of its `h2` sections, in order. */
  sections: SectionPage[];
  /** The question that it answers; none where its title asks just that. */
  question: string | undefined;
  brief: string;
  /** The brief as it was on the day of the key moment, where it was different. */
  briefThen: string | undefined;
}

/** Somebody whom a paragraph of a document can bind: a party, or a named part of its side. */
export interface Bound {
  id: string;
  name: string;
  party: Party;
}

/** One of the documents that the story explains. */
export interface Draft extends Page {
  officialTitle: string;
  short: string;
  date: When;
  /** Everyone whom one of its paragraphs can bind, in the order of the writer. */
  bound: Bound[];
  /** How it was to enter into force. */
  force: string | undefined;
  source: Source;
  brief: string;
  articles: Article[];
}

/** What a party answered. */
export interface Answer {
  status: AnswerStatus;
  /** The word for the status. */
  word: string;
  date: When | undefined;
  /** Who said it. */
  by: string | undefined;
  text: string;
  sources: Source[];
  /** The answer on the day of the key moment, where it was different; of a later answer there always is one. */
  then: Answer | undefined;
  /** True for an answer given after the key moment. */
  later: boolean;
}

/** An article of a document, or its preamble. */
export interface Article extends Page {
  /** Its number in the document; a preamble has none. */
  number: number | undefined;
  draft: Draft;
  /** Its paragraphs in order; empty if it is not divided. */
  paragraphs: Paragraph[];
  /** Everyone whom it binds, each once, in the order of the document. */
  binds: Bound[];
  demands: Demand[];
  brief: string;
  answer: Answer;
}

/** A paragraph of an article, or a recital of a preamble. */
export interface Paragraph extends Page {
  article: Article;
  /** Whom it binds; nobody, if empty. */
  binds: Bound[];
  demand: Demand | undefined;
  /** Its operative words, exactly as they are in the document. */
  words: string[];
  /** The language of those words. */
  language: string;
  source: Source;
}

/** A part of a demand: a paragraph, or an article without paragraphs. */
export type Clause = Paragraph | Article;

/** What a party answered to a demand. */
export interface Position extends Answer {
  party: Party;
}

/** A demand, with the clauses of all documents that make it. */
export interface Demand extends Page {
  asks: string;
  clauses: Clause[];
  positions: Position[];
}

/** An event of the timeline. */
export interface Event extends Page {
  date: When;
  /** The date in words, with its clock times if it has any. */
  when: string;
  place: string;
  strand: Strand | undefined;
  actors: Term[];
  brief: string;
  /** True for the key moment itself. */
  isMoment: boolean;
}

/** An office that a person held. */
export interface Office {
  title: string;
  from: When | undefined;
  until: When | undefined;
  source: Source;
}

/** An entry of the glossary. */
export interface Term extends Page {
  kind: TermKind;
  sort: string;
  aliases: string[];
  native: { text: string; lang: string } | undefined;
  party: Party | undefined;
  offices: Office[];
  definition: string;
  /** The definition as it was on the day of the key moment, where it was different. */
  definitionThen: string | undefined;
  /** What they did in the story, for those who act in it. */
  cast: { order: number; office: string; did: string } | undefined;
  /** The events that it acted in, in order. */
  events: Event[];
}

/** Somebody who published a source. */
export interface Publisher {
  id: string;
  name: string;
  kind: PublisherKind;
  country: string | undefined;
  /** The party whose voice it is: what it publishes proves what that party said, and no more. */
  voice: Party | undefined;
}

/** A source, with what a reader needs to judge it. */
export interface Source extends Page {
  publisher: Publisher;
  /** The partner or archive on whose page it was read. */
  via: Publisher | undefined;
  date: When | undefined;
  /** Where it was read. */
  url: string;
  /** A copy of that page in an archive. */
  archived: string | undefined;
  accessed: When;
  type: SourceType;
  language: string;
  read: ReadExtent;
  note: string | undefined;
}

/** A change of the site after publication. */
export interface Change {
  id: string;
  title: string;
  /** ISO day. */
  day: string;
  kind: ChangeKind;
  /** The addresses it touches; `all` for the whole site. */
  touches: 'all' | string[];
  /** The reason, as a text and as HTML for the feed. */
  text: Text;
}

/** A picture that the site draws, with all its data. */
export type Picture = CountsPicture | HoursPicture | MapPicture | SpansPicture | EventsPicture | AnswersPicture;

/** What all pictures share. */
interface PictureOfKind<Kind extends PictureKind> extends Page {
  kind: Kind;
  /** What it shows, for those who cannot see it. */
  brief: string;
  /** Where its file has its words: that these cannot be read shows only when it is drawn. */
  written: readonly FieldOfPicture[];
}

/** The words of a field in the file of a picture. */
export interface FieldOfPicture {
  words: string;
  /** The field, as a writer counts it: `places.2.name`. */
  field: string;
  line: number;
}

/** The event and the sources of an entry in a picture. */
export interface EntryContext {
  event: Event | undefined;
  sources: Source[];
  /** True for what lies after the key moment. */
  later: boolean;
}

/** A chart of what was counted, by whom and when. */
export interface CountsPicture extends PictureOfKind<'counts'> {
  unit: string;
  /** The event that divides what was counted before from what was counted after it. */
  moment: Event | undefined;
  /** In the order of their dates. */
  entries: Count[];
}

/** One count in a chart. */
export interface Count extends EntryContext {
  date: When;
  counter: string;
  party: Party | undefined;
  /** Both ends of the figure; the same for a single number. */
  low: number;
  high: number;
  /** The figure in words, as its counter gave it. */
  said: string;
  counted: string;
  nature: Nature;
}

/** The days around the key moment, hour by hour. */
export interface HoursPicture extends PictureOfKind<'hours'> {
  clocks: readonly Clock[];
  /** In the writer’s order, which places a day without a clock time among entries with one. */
  entries: Hour[];
}

/** One entry of such a timetable. */
export interface Hour extends EntryContext {
  date: When;
  what: string;
  /** True for the key moment itself. */
  isMoment: boolean;
}

/** The part of the globe that a map shows, in degrees east and north. */
export interface Frame {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** A place on the globe: degrees east, then degrees north. */
export type GeoPoint = readonly [number, number];

/** Where a name goes on a map. */
export interface NamePlace {
  /** A place for the middle of the name. */
  label?: GeoPoint | undefined;
  /** The side of the land that it goes on; or of `label`, from which a line leads to the land. */
  side?: Side | undefined;
  /** Whether it is named on the narrow map too. */
  narrow: boolean;
}

/** A state; without `label` and `side` its name is near the middle of its land, if it fits there. */
export interface State extends NamePlace {
  code: string;
  name: string;
}

/** A map of states by what is so of them, of an alliance by the day its members joined, or of places. */
export interface MapPicture extends PictureOfKind<'map'> {
  frame: Frame;
  narrow: Frame;
  groups: {
    what: string;
    states: State[];
    party: Party | undefined;
    event: Event | undefined;
    sources: Source[];
    later: boolean;
  }[];
  /** The alliance, and the day that divides its members: both are there if anyone joined. */
  alliance: Party | undefined;
  baseline: When | undefined;
  joined: (EntryContext & {
    date: When;
    states: State[];
    /** Whether they were members on the day of the baseline. */
    before: boolean;
  })[];
  highlighted: (State & { party: Party })[];
  names: { name: string; at: GeoPoint; narrow: boolean }[];
  disputed: (NamePlace & { name: string; at: GeoPoint; countedWith: string; text: string; sources: Source[] })[];
  places: { name: string; at: GeoPoint; side: Side; event: Event | undefined; narrow: boolean }[];
  /** Whether a line leads from each place to the next. */
  route: boolean;
}

/** What was in force from when to when. */
export interface SpansPicture extends PictureOfKind<'spans'> {
  moment: Event;
  rows: { name: string; about: string | undefined; spans: TimeSpan[] }[];
}

/** One bar of such a chart. */
export interface TimeSpan extends EntryContext {
  date: When;
  /** When it ended; undefined where nothing is said of an end. */
  until: When | undefined;
  what: string | undefined;
  partly: boolean;
  /** Whether it ended only after the key moment. */
  endsLater: boolean;
}

/** Some events of the timeline on one even axis. */
export interface EventsPicture extends PictureOfKind<'events'> {
  /** In the order of time. */
  entries: Event[];
}

/** How each party answered each demand. */
export interface AnswersPicture extends PictureOfKind<'answers'> {
  parties: Party[];
  rows: {
    demand: Demand;
    /** One for each party; undefined for one that was not asked. */
    positions: (Position | undefined)[];
  }[];
}

/** The whole story, as it is shown: everything joined, ordered and complete. */
export interface Story {
  title: string;
  /** The site's own words in the language of the story. */
  words: Words;
  tagline: string;
  description: string;
  language: string;
  /** The event that everything turns on; without one nothing is hindsight. */
  moment: Event | undefined;
  /** Who publishes the site, and how to write to them. */
  publisher: { name: string; address?: string | undefined; contact?: string | undefined };
  /** The licence of the texts; undefined if all rights are reserved. */
  licence: { name: string; address: string } | undefined;
  /** The npm package of fonts for cards, if the story names one. */
  cardFonts: string | undefined;
  strands: Strand[];
  parties: Party[];
  /** Words that mean the same to a reader who searches. */
  synonyms: readonly (readonly string[])[];
  explainers: Explainer[];
  drafts: Draft[];
  demands: Demand[];
  events: Event[];
  terms: Term[];
  sources: Source[];
  /** All changes, also those that date no page; the newest first. */
  changes: Change[];
  histories: History[];
  pictures: Picture[];
  /** Every old address that was declared to have moved, with the one that is served today. */
  moves: Readonly<Record<string, string>>;
  movedPages: MovedPage[];
  /** The words of the front page, of About, and of the leads of the index pages, by id. */
  pages: ReadonlyMap<string, Page>;
}
