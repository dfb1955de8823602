/**
 * The closed lists of the story: a value that is not here is a fault in the content, and a list that forgets a value
 * does not compile.
 */

export const TERM_KINDS = ['person', 'organisation', 'state', 'place', 'document', 'idea'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** What a kind of term is called, one and many. */
export const TERM_KIND_NAMES: Record<TermKind, { one: string; many: string }> = {
  person: { one: 'Person', many: 'People' },
  organisation: { one: 'Organisation', many: 'Organisations' },
  state: { one: 'State', many: 'States' },
  place: { one: 'Place', many: 'Places' },
  document: { one: 'Document', many: 'Documents' },
  idea: { one: 'Idea', many: 'Ideas' },
};

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

/** The word that stands for an answer, and what it means. */
export const ANSWER_NAMES: Record<Answer, { word: string; meaning: string }> = {
  accepted: { word: 'Accepted', meaning: 'agreed to as asked' },
  open: { word: 'Open to talk', meaning: 'ready to negotiate about it' },
  countered: { word: 'Other offer', meaning: 'answered with an offer of its own' },
  restraint: { word: 'Says it complies', meaning: 'said it already does what is asked' },
  stated: { word: 'Position stated', meaning: 'said neither yes nor no' },
  'rejected-in-effect': { word: 'Refused in effect', meaning: 'refused through what was said on another point' },
  rejected: { word: 'Refused', meaning: 'said no' },
  'none-found': { word: 'No answer found', meaning: 'no public answer was found, which does not mean there was none' },
};

export const SOURCE_TYPES = ['primary', 'official', 'reporting', 'analysis', 'reference'] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** What a type of source is called, and what counts as one. */
export const SOURCE_TYPE_NAMES: Record<SourceType, { one: string; many: string; meaning: string }> = {
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
};

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

/** What a kind of publisher is called, one and many. */
export const PUBLISHER_KIND_NAMES: Record<PublisherKind, { one: string; many: string }> = {
  government: { one: 'government', many: 'Governments' },
  'treaty-body': { one: 'treaty organisation', many: 'Treaty organisations' },
  'news-agency': { one: 'news agency', many: 'News agencies' },
  broadcaster: { one: 'broadcaster', many: 'Broadcasters' },
  newspaper: { one: 'newspaper or magazine', many: 'Newspapers and magazines' },
  research: { one: 'research body', many: 'Research bodies' },
  reference: { one: 'archive or reference work', many: 'Archives and reference works' },
  other: { one: 'other publisher', many: 'Other publishers' },
};

export const READ = ['whole', 'part', 'quoted'] as const;
export type Read = (typeof READ)[number];

/** How much of a source was read for this site. */
export const READ_NAMES: Record<Read, string> = {
  whole: 'read whole',
  part: 'read in part',
  quoted: 'read as quoted elsewhere',
};

export const CHANGE_KINDS = ['new', 'update', 'correction'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What a change is called. */
export const CHANGE_KIND_NAMES: Record<ChangeKind, string> = {
  new: 'Published',
  update: 'Updated',
  correction: 'Corrected',
};

/** The colours that a party can have; styles/tokens.css gives each a value for light and dark. */
export const PARTY_COLOURS = ['first', 'second', 'third', 'fourth'] as const;
export type PartyColour = (typeof PARTY_COLOURS)[number];

export const PICTURE_KINDS = ['counts', 'hours', 'map'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

/** What a kind of picture is called. */
export const PICTURE_KIND_NAMES: Record<PictureKind, string> = { counts: 'Chart', hours: 'Timetable', map: 'Map' };

export const NATURES = ['present', 'planned', 'leaving'] as const;
export type Nature = (typeof NATURES)[number];

/** What a figure in a chart of counts says of what it counts. */
export const NATURE_NAMES: Record<Nature, string> = {
  present: 'counted as there',
  planned: 'part of a plan, not a count',
  leaving: 'said to be leaving',
};

/** On which side of something in a picture its name goes. */
export const SIDES = ['right', 'left', 'above', 'below'] as const;
export type Side = (typeof SIDES)[number];
