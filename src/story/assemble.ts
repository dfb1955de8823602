import { namedWords, wordsOf, type Words } from '../words/words.ts';
import { addressOf, targetOf, type Target } from './addresses.ts';
import { assembleDrafts } from './assemble-drafts.ts';
import { assemblePictures } from './assemble-pictures.ts';
import { assembleSources } from './assemble-sources.ts';
import { allUsed, byId, byOrder } from './assembling.ts';
import { newestFirst } from './changes.ts';
import { compareWhen, inWords, isAfter, isoDay, type Clock, type When } from './dates.ts';
import type { Entries } from './entries.ts';
import { joinFieldsCited } from './fields-cited.ts';
import { assembleHistories } from './histories.ts';
import { pageMaker, sectionPages, type MakePage } from './make-page.ts';
import { joinMentions, joinReferences, type PageOfTarget, type ReferenceLookups } from './mentions.ts';
import { placesNow } from './moves.ts';
import type { Collection } from './page-kinds.ts';
import type { Fields } from './schema.ts';
import type { Change, Draft, Event, Explainer, Page, Party, Source, Story, Strand, Term } from './story.ts';
import { distinctTitles, type TitleDocument } from './typography.ts';

/**
 * Joins the checked files of a story into what the pages show. Every field of the schema is taken by name, so that a
 * new field does not compile until it is handled here. Throws an Error if a file refers to one that does not exist.
 */
export function assemble(entries: Entries): Story {
  const {
    title,
    tagline,
    description,
    language,
    moment: momentId,
    clocks: writtenClocks,
    strands: writtenStrands,
    parties: writtenParties,
    names,
    publisher: { name, address, contact, ...publisherRest },
    licence,
    fonts,
    synonyms,
    ...rest
  } = entries.story;
  allUsed(rest);
  allUsed(publisherRest);
  const words = namedWords(wordsOf(language), names);
  const clocks = writtenClocks.map(({ place, zone, ...more }): Clock => {
    allUsed(more);
    return { place, zone };
  });
  const strands = writtenStrands.map(({ id, name: strandName, brief, ...more }): Strand => {
    allUsed(more);
    return { id, name: strandName, brief };
  });
  const parties = writtenParties.map(({ also, id, name: partyName, in_text, short, colour, term, ...more }): Party => {
    allUsed(more);
    return { id, name: partyName, inText: in_text ?? partyName, short, also, colour, term };
  });
  const partyOf = byId(parties, 'party');
  const removed = entries.changes.flatMap(({ data: { kind, touches } }) =>
    kind === 'removal' && touches !== 'all' ? touches.map(addressOfPath) : [],
  );
  const placeNow = placesNow(entries.moves, removed);
  const changes = assembleChanges(entries, placeNow);
  const histories = assembleHistories(entries.published, changes, placeNow, entries.moves);
  const titleDocument = distinctTitles();
  const page = pageMaker({ story: entries.story, moves: entries.moves, changes, histories, titleDocument });

  const momentDate = momentId && byId(entries.timeline, 'event')(momentId.id).data.date;
  const { sources, sourceOf } = assembleSources(entries, { page, partyOf, momentDate, words });
  const terms = assembleTerms(entries, { page, partyOf, sourceOf, words });
  const termOf = byId(terms, 'term');
  const events = assembleEvents(entries, { page, strandOf: byId(strands, 'strand'), termOf, words, momentDate });
  const eventOf = byId(events, 'event');
  const moment = momentId && eventOf(momentId.id);
  const { drafts, demands } = assembleDrafts(entries, {
    page,
    parties,
    sourceOf,
    words,
    site: title,
    titleDocument,
    moment,
  });

  const explainers = assembleExplainers(entries, { page, titleDocument, words });
  const pictures = assemblePictures(entries.pictures, {
    page,
    partyOf,
    eventOf,
    sourceOf,
    demands,
    moment,
    clocks,
    words,
  });
  const pages = new Map(entries.pages.map((entry) => [entry.id, page('pages', entry, entry.data.description)]));

  const files = {
    explainers,
    drafts,
    demands,
    timeline: events,
    glossary: terms,
    sources,
    pages: pages.values(),
    pictures,
  };
  joinPages(files, { sourceOf, termOf });
  joinFieldsCited({ pictures, terms, demands, moment, words });

  return {
    title,
    words,
    tagline,
    description,
    language,
    moment,
    publisher: { name, address, contact },
    licence: licence && toLicence(licence),
    cardFonts: fonts?.cards,
    strands,
    parties,
    synonyms,
    explainers,
    drafts,
    demands,
    events,
    terms,
    sources,
    changes,
    histories: [...histories.histories.values()],
    pictures,
    moves: entries.moves,
    movedPages: Object.entries(entries.moves).flatMap(([address, to]) =>
      address.includes('#') ? [] : [{ address, to }],
    ),
    pages,
  };
}

/** Whether two texts have the same words, whatever sign ends them. */
function isSaid(text: string, other: string): boolean {
  const wordsOnly = (one: string) =>
    one
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return wordsOnly(text) === wordsOnly(other);
}

function assembleExplainers(
  entries: Entries,
  { page, titleDocument, words }: { page: MakePage; titleDocument: TitleDocument; words: Words },
): Explainer[] {
  return entries.explainers.toSorted(byOrder).map((entry): Explainer => {
    const { title: _title, order: _order, moved: _moved, also: _also, ...data } = entry.data;
    const { question, brief, brief_then, later, ...more } = data;
    allUsed(more);
    const explainer: Explainer = {
      ...page('explainers', entry, brief, words.pageKinds.explainer.name),
      question: isSaid(question, entry.data.title) ? undefined : question,
      brief,
      briefThen: brief_then,
      later,
      sections: [],
    };
    explainer.sections = sectionPages(explainer, titleDocument, entries.story.title);
    return explainer;
  });
}

/** The pages that are made of files, by collection; articles are in their drafts. */
type PagesOfFiles = Record<Exclude<Collection, 'changes' | 'articles'>, Iterable<Page>> & {
  explainers: readonly Explainer[];
  drafts: readonly Draft[];
};

/** Joins all pages, and the pages of their parts, by the links and notes of their texts. */
function joinPages(files: PagesOfFiles, { sourceOf, termOf }: Pick<ReferenceLookups, 'sourceOf' | 'termOf'>): void {
  const { explainers, drafts, ...others } = files;
  const articles = drafts.flatMap((draft) => draft.articles);
  const pages = Object.entries({ explainers, drafts, articles, ...others }).flatMap(([collection, items]) =>
    [...items].map((page): PageOfTarget => ({ page, target: { collection: collection as Collection, id: page.id } })),
  );
  const paragraphs = articles.flatMap(({ id, paragraphs: own }) =>
    own.map((page) => ({ page, target: { collection: 'articles', id, section: page.id } as const })),
  );
  const byPlace = new Map(paragraphs.map(({ page, target }) => [addressOf(target), page]));
  const lookups = { sourceOf, termOf, paragraphAt: (target: Target) => byPlace.get(addressOf(target)) };
  joinMentions(pages, paragraphs, lookups);
  for (const section of explainers.flatMap(({ sections }) => sections)) joinReferences(section, lookups);
}

function toLicence({ name, address, ...rest }: NonNullable<Entries['story']['licence']>): Story['licence'] {
  allUsed(rest);
  return { name, address };
}

function assembleTerms(
  entries: Entries,
  {
    page,
    partyOf,
    sourceOf,
    words,
  }: {
    page: MakePage;
    partyOf: (id: string) => Party;
    sourceOf: (id: string) => Source;
    words: Words;
  },
): Term[] {
  const { language } = entries.story;
  const { name } = words.pageKinds.glossary;
  return entries.glossary
    .map((entry): Term => {
      const { title, kind, sort, aliases, also: _also, native, party, offices, ...data } = entry.data;
      const { definition, definition_then, cast, ...rest } = data;
      allUsed(rest);
      return {
        ...page('glossary', entry, definition, name),
        kind,
        sort: sort ?? title,
        aliases,
        native: native && toNative(native),
        party: party && partyOf(party.party),
        offices: offices.map(({ title: office, from, until, source, ...more }) => {
          allUsed(more);
          return { title: office, from, until, source: sourceOf(source.id) };
        }),
        definition,
        definitionThen: definition_then,
        cast: cast && toCast(cast),
        events: [],
      };
    })
    .sort((a, b) => a.sort.localeCompare(b.sort, language));
}

type TermFields = Fields<'glossary'>;

function toNative({ text, lang, ...rest }: NonNullable<TermFields['native']>): Term['native'] {
  allUsed(rest);
  return { text, lang };
}

function toCast({ order, office, did, ...rest }: NonNullable<TermFields['cast']>): Term['cast'] {
  allUsed(rest);
  return { order, office, did };
}

function assembleEvents(
  entries: Entries,
  {
    page,
    strandOf,
    termOf,
    words,
    momentDate,
  }: {
    page: MakePage;
    strandOf: (id: string) => Strand;
    termOf: (id: string) => Term;
    words: Words;
    momentDate: When | undefined;
  },
): Event[] {
  const { clocks, moment } = entries.story;
  const { name } = words.pageKinds.timeline;
  const events = entries.timeline
    .map((entry): Event => {
      const { title: _title, also: _also, date, place, strand, actors, brief, ...rest } = entry.data;
      allUsed(rest);
      return {
        ...page('timeline', entry, brief, name),
        date,
        when: inWords(date, words, clocks),
        place,
        strand: strand === undefined ? undefined : strandOf(strand),
        actors: actors.map(({ id }) => termOf(id)),
        brief,
        later: isAfter(date, momentDate),
        isMoment: entry.id === moment?.id,
      };
    })
    .sort((a, b) => compareWhen(a.date, b.date));
  for (const event of events) for (const actor of event.actors) actor.events.push(event);
  return events;
}

function assembleChanges(
  { changes, published }: Pick<Entries, 'changes' | 'published'>,
  placeNow: (address: string) => string,
): Change[] {
  const read = changes.map(({ id, data: { title, date, kind, touches, ...rest }, text }): Change => {
    allUsed(rest);
    return {
      id,
      title,
      day: isoDay(date.from),
      kind,
      touches: touches === 'all' ? 'all' : [...new Set(touches.map((path) => placeNow(addressOfPath(path))))],
      text,
    };
  });
  return newestFirst(read, published, placeNow);
}

/** The address of a content path with a section, such as `explainers/the-call.md#agreed`. */
function addressOfPath(path: string): string {
  const [file = '', section] = path.split('#');
  const target: Target = targetOf(file);
  return addressOf({ ...target, ...(section !== undefined && { section }) });
}
