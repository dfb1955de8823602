import { NAMED_PARTS, type Words } from '../words/words.ts';

/**
 * The closed lists of values: a value that is not here is a fault in the content. The words that a reader sees for each
 * value are in words/; a value without words does not compile, because of the types at the end of this file.
 */

/**
 * What a glossary entry can be, in the order of the glossary. A region is a part of a state that acts, such as a
 * municipality; what acts for it, such as a council, is an organisation.
 */
export const TERM_KINDS = ['person', 'organisation', 'state', 'region', 'place', 'document', 'idea'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** What a story can give a name of its own: the parts of its site, and the kinds of its glossary entries. */
export const NAMED = [...NAMED_PARTS, ...TERM_KINDS] as const;

/** How a party can have answered; `none-found` when no public answer is known. words/en.ts says what each means. */
export const ANSWER_STATUSES = [
  'accepted',
  'open',
  'countered',
  'restraint',
  'stated',
  'rejected-in-effect',
  'rejected',
  'none-found',
] as const;
export type AnswerStatus = (typeof ANSWER_STATUSES)[number];

/** What a source can be, in the order of the lists of sources. */
export const SOURCE_TYPES = ['primary', 'official', 'reporting', 'analysis', 'reference'] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** What a publisher can be; story/ranks.ts says how well each kind supports a claim. */
export const PUBLISHER_KINDS = [
  'government',
  'treaty-body',
  'news-agency',
  'broadcaster',
  'newspaper',
  'research',
  'reference',
  'other',
] as const;
export type PublisherKind = (typeof PUBLISHER_KINDS)[number];

/** How much of a source was read; `quoted`: only as another source quotes it. */
export const READ_EXTENTS = ['whole', 'part', 'quoted'] as const;
export type ReadExtent = (typeof READ_EXTENTS)[number];

/**
 * What a change after publication can be. `wording` changes no meaning and dates no page; a `removal` takes pages away,
 * whose versions still answer.
 */
export const CHANGE_KINDS = ['new', 'update', 'correction', 'removal', 'wording'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Whether a change dates the pages that it touches, and is news: other words for the same are not. */
export const datesPages = ({ kind }: { kind: ChangeKind }): boolean => kind !== 'wording';

/** The colours that a party can have; styles/tokens.css and more-parties.css give each a value for light and dark. */
export const PARTY_COLOURS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'] as const;
export type PartyColour = (typeof PARTY_COLOURS)[number];

/**
 * What a picture can be: a chart of counts, a timetable of hours, a map, a chart of what was in force from when to
 * when, a stretch of the timeline, a grid of answers to demands.
 */
export const PICTURE_KINDS = ['counts', 'hours', 'map', 'spans', 'events', 'answers'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

/** What a count says of what it counts: that it is there, that it is planned, that it is said to be leaving. */
export const NATURES = ['present', 'planned', 'leaving'] as const;
export type Nature = (typeof NATURES)[number];

/** On which side of something in a picture its name goes. */
export const SIDES = ['right', 'left', 'above', 'below'] as const;
export type Side = (typeof SIDES)[number];

/** The words that a language must have for each value. */
interface ValueNames {
  terms: Record<TermKind, { one: string; many: string }>;
  answers: Record<AnswerStatus, string>;
  sourceTypes: Record<SourceType, { one: string; many: string; meaning: string }>;
  publishers: Record<PublisherKind, string>;
  read: Record<ReadExtent, string>;
  changes: Record<ChangeKind, string>;
  pictures: Record<PictureKind, string>;
  natures: Record<Nature, string>;
}

/** A type that compiles only if the words are complete. */
export type CheckedNames = Complete<Words['kinds'], ValueNames>;
type Complete<Given extends Wanted, Wanted> = Given;
