import type { CreativeWork, Event as EventThing, Legislation, Person, Thing } from 'schema-dts';
import { addressOf, type Absolute } from '../story/addresses.ts';
import { isoDay, machineDate, type Point, type When } from '../story/dates.ts';
import type { SourceType, TermKind } from '../story/kinds.ts';
import { plainWordsOf } from '../story/lineup.ts';
import { PAGE_KINDS } from '../story/page-kinds.ts';
import type { Words } from '../words/words.ts';
import type { Article, Draft, Event, Paragraph, Source, Term } from '../story/story.ts';

/** A draft as schema.org Legislation, which by definition includes drafts. */
export function draft(
  { address, officialTitle, title, brief, date, source: original, bound, articles }: Draft,
  absolute: Absolute,
): Legislation {
  return {
    '@type': 'Legislation',
    '@id': absolute(address),
    name: officialTitle,
    alternateName: title,
    description: brief,
    datePublished: isoOf(date.from),
    ...(articles.length > 0 && { hasPart: articles.map((one) => ({ '@id': absolute(one.address) })) }),
    about: [...new Set(bound.map(({ party }) => addressOf(party.term)))].map((party) => ({ '@id': absolute(party) })),
    workExample: { '@id': absolute(original.address) },
  };
}

/** One article of a draft, as part of the whole. */
export function draftArticle(
  { address, number, title, brief, draft: whole, paragraphs }: Article,
  words: Words,
  absolute: Absolute,
): Legislation {
  return {
    '@type': 'Legislation',
    '@id': absolute(address),
    name: words.drafts.article(number),
    alternateName: title,
    ...(number !== undefined && { position: number }),
    ...(paragraphs.length > 0 && { hasPart: paragraphs.map((one) => ({ '@id': absolute(one.address) })) }),
    description: brief,
    isPartOf: { '@id': absolute(whole.address) },
  };
}

/** One paragraph of an article, with its operative words in their language. */
export function draftParagraph(paragraph: Paragraph, absolute: Absolute): Legislation {
  const { address, title, words, language, article } = paragraph;
  return {
    '@type': 'Legislation',
    '@id': absolute(address),
    name: title,
    description: plainWordsOf(paragraph).join(' '),
    ...(words.length > 0 && { text: words.join(' … '), inLanguage: language }),
    isPartOf: { '@id': absolute(article.address) },
  };
}

/** An event. Its actors are in `about`, because `attendee` and `actor` of schema.org cannot be states. */
export function event({ address, title, brief, date, place, actors }: Event, absolute: Absolute): EventThing {
  return {
    '@type': 'Event',
    '@id': absolute(address),
    name: title,
    description: brief,
    ...span(date),
    location: { '@type': 'Place', name: place, address: place },
    ...(actors.length > 0 && { about: actors.map((actor) => ({ '@id': absolute(actor.address) })) }),
  };
}

/**
 * The schema.org type of each kind of term. Documents may be treaties, declarations or orders: all are CreativeWork.
 */
const TYPES_OF_TERMS = {
  person: 'Person',
  organisation: 'Organization',
  state: 'Country',
  region: 'AdministrativeArea',
  place: 'Place',
  document: 'CreativeWork',
  idea: 'DefinedTerm',
} as const satisfies Record<TermKind, string>;

/** The person, organisation, place or concept that a glossary entry explains. */
export function term({ address, kind, title, aliases, native, definition, offices }: Term, absolute: Absolute): Thing {
  const names = [...aliases, ...(native ? [native.text] : [])];
  const common = {
    '@id': absolute(address),
    name: title,
    ...(names.length > 0 && { alternateName: names }),
    description: definition,
  };
  const type = TYPES_OF_TERMS[kind];
  if (type === 'DefinedTerm')
    return { '@type': type, ...common, inDefinedTermSet: { '@id': absolute(PAGE_KINDS.glossary.address) } };
  if (type !== 'Person') return { '@type': type, ...common };
  return { '@type': type, ...common, ...(offices.length > 0 && { hasOccupation: offices.map(occupation) }) };
}

/** An office with the dates it was held, as a schema.org Role. */
function occupation({ title, from, until }: Term['offices'][number]): Occupations[number] {
  return {
    '@type': 'Role',
    hasOccupation: { '@type': 'Occupation', name: title },
    ...(from && { startDate: isoOf(from.from) }),
    ...(until && { endDate: isoOf(until.to ?? until.from) }),
  };
}

type Occupations = Extract<NonNullable<Exclude<Person, string>['hasOccupation']>, readonly unknown[]>;

/** The schema.org type of each type of source. Primary and official texts may be anything from a treaty to a speech. */
const TYPES_OF_SOURCES = {
  primary: 'CreativeWork',
  official: 'CreativeWork',
  reporting: 'NewsArticle',
  analysis: 'Article',
  reference: 'CreativeWork',
} as const satisfies Record<SourceType, string>;

/** A source: a work that others published, with the address that was read. */
export function source(
  { address, title, type, publisher, date, url, archived, language }: Source,
  absolute: Absolute,
): CreativeWork {
  return {
    '@type': TYPES_OF_SOURCES[type],
    '@id': absolute(address),
    url,
    name: title,
    publisher: { '@type': 'Organization', name: publisher.name },
    ...(date && { datePublished: isoOf(date.from) }),
    ...(archived !== undefined && { archivedAt: archived }),
    inLanguage: language,
  };
}

function span({ from, to }: When): { startDate: string; endDate?: string } {
  return { startDate: isoOf(from), ...(to && { endDate: isoOf(to) }) };
}

/**
 * A date in ISO 8601, only as precise as the source. Approximate dates lose their last part: “about 8 May” is 1904-05.
 */
export function isoOf(point: Point): string {
  if (!point.approximate && !point.uncertain) return machineDate(point).replace(/T\d\d:\d\d/, '$&:00');
  return isoDay(point).replace(/-\d\d$/, '');
}
