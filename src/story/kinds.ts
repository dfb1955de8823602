import type { Words } from '../words/words.ts';

/**
 * The closed lists of values: a value that is not here is a fault in the content. The words that a reader sees for each
 * value are in words/; a value without words does not compile, because of the types at the end of this file.
 */

export const TERM_KINDS = ['person', 'organisation', 'state', 'place', 'document', 'idea'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

export const ANSWERS = [
  'accepted',
  'open',
  'countered',
  'restraint',
  'stated',
  'rejected-in-effect',
  'rejected',
  'none-found',
] as const;
export type Answer = (typeof ANSWERS)[number];

export const SOURCE_TYPES = ['primary', 'official', 'reporting', 'analysis', 'reference'] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

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

export const READ = ['whole', 'part', 'quoted'] as const;
export type Read = (typeof READ)[number];

export const CHANGE_KINDS = ['new', 'update', 'correction'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The colours that a party can have; styles/tokens.css gives each a value for light and dark. */
export const PARTY_COLOURS = ['first', 'second', 'third', 'fourth'] as const;
export type PartyColour = (typeof PARTY_COLOURS)[number];

export const PICTURE_KINDS = ['counts', 'hours', 'map'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

export const NATURES = ['present', 'planned', 'leaving'] as const;
export type Nature = (typeof NATURES)[number];

/** On which side of something in a picture its name goes. */
export const SIDES = ['right', 'left', 'above', 'below'] as const;
export type Side = (typeof SIDES)[number];

/** The words that a language must have for each value. */
interface ValueNames {
  terms: Record<TermKind, { one: string; many: string }>;
  /** The label of an answer, and what it means. */
  answers: Record<Answer, { word: string; meaning: string }>;
  sourceTypes: Record<SourceType, { one: string; many: string; meaning: string }>;
  publishers: Record<PublisherKind, string>;
  read: Record<Read, string>;
  changes: Record<ChangeKind, string>;
  pictures: Record<PictureKind, string>;
  natures: Record<Nature, string>;
}

/** A type that compiles only if the words are complete. */
export type CheckedNames = Complete<Words['kinds'], ValueNames>;
type Complete<Given extends Wanted, Wanted> = Given;
