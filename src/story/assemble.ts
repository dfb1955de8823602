import { wordsOf } from '../words/words.ts';
import type { Fields } from './schema.ts';
import { addressOf, archivedCopy, targetOf, type Target } from './addresses.ts';
import { countWords, readingMinutes, textOfSection, type Section, type Text } from './text.ts';
import { lastChangeOf, placesIn } from './changes.ts';
import { compareWhen, inWords, isAfter, isoDay, type When } from './dates.ts';
import type { Entries, Entry } from './entries.ts';
import { ANSWER_NAMES, type Answer } from './kinds.ts';
import { joinMentions, joinPart } from './mentions.ts';
import { movedFrom } from './moves.ts';
import { assemblePictures } from './pictures.ts';
import type {
  Change,
  Demand,
  Draft,
  Event,
  Explainer,
  Page,
  Party,
  Reply,
  SectionPage,
  ShownSection,
  ShownText,
  Source,
  Story,
  Term,
} from './story.ts';
import { cutAtWord } from './typography.ts';

/** Joins the files of a story, which have been checked, into what the pages show. */
export function assemble(entries: Entries): Story {
  const { story } = entries;
  const changes = assembleChanges(entries.changes);
  const page = (
    collection: Target['collection'],
    entry: Entry<{ title: string }>,
    description: string,
    what?: string,
  ): Page => {
    const target = { collection, id: entry.id };
    const address = addressOf(target);
    const own = changes.filter(
      ({ touches }) => touches === 'all' || touches.some((touched) => touched.split('#')[0] === address),
    );
    const { oldIds, movedAway } = movedWithin(address, entries.moves);
    return {
      id: entry.id,
      address,
      title: entry.data.title,
      fullTitle: [
        entry.data.title,
        ...(what === undefined ? [] : [what]),
        ...(entry.id === 'home' ? [story.tagline] : [story.title]),
      ].join(' · '),
      description,
      text: showText(entry.text, { collection, address, changes: own, oldIds }),
      minutes: readingMinutes(countWords(entry.text.plain)),
      changes: own,
      movedAway,
      cited: [],
      terms: [],
      mentions: [],
    };
  };

  const parties: Party[] = story.parties;
  const partyOf = byId(parties, 'party');
  const strandOf = byId(story.strands, 'strand');

  const sources = entries.sources
    .map((entry): Source =>
      toSource(
        entry,
        page('sources', entry, describeSource(entry.data), `Source: ${creditSource(entry.data)}`),
        partyOf,
      ),
    )
    .sort(
      (a, b) =>
        a.publisher.localeCompare(b.publisher, 'en') || compareDated(a, b) || a.title.localeCompare(b.title, 'en'),
    );
  const sourceOf = byId(sources, 'source');

  const terms = entries.glossary
    .map((entry): Term => {
      const { kind, sort, aliases, native, party, offices, definition } = entry.data;
      return {
        ...page('glossary', entry, definition, 'Glossary'),
        kind,
        sort: sort ?? entry.data.title,
        aliases,
        native,
        party: party && partyOf(party.party),
        offices: offices.map(({ title, from, until, source }) => ({ title, from, until, source: sourceOf(source.id) })),
        definition,
        events: [],
      };
    })
    .sort((a, b) => a.sort.localeCompare(b.sort, 'en'));
  const termOf = byId(terms, 'term');

  const momentDate = byId(entries.timeline, 'event')(story.moment.id).data.date;
  const events = entries.timeline
    .map((entry): Event => {
      const { date, place, strand, actors, brief } = entry.data;
      return {
        ...page('timeline', entry, brief, 'Timeline'),
        date,
        when: inWords(date, story.clocks),
        place,
        strand: strandOf(strand),
        actors: actors.map(({ id }) => termOf(id)),
        brief,
        later: isAfter(date, momentDate),
        isMoment: entry.id === story.moment.id,
      };
    })
    .sort((a, b) => compareWhen(a.date, b.date));
  for (const event of events) for (const actor of event.actors) actor.events.push(event);

  const demands = entries.demands.toSorted(byOrder).map((entry): Demand => ({
    ...page('demands', entry, entry.data.asks, 'Demand'),
    asks: entry.data.asks,
    articles: [],
    positions: parties
      .filter(({ id }) => Object.hasOwn(entry.data.positions, id))
      .map((party) => {
        const {
          status,
          date,
          text,
          sources: cited,
        } = entry.data.positions[party.id] as Fields<'demands'>['positions'][string];
        return { ...reply(status, date), party, text, sources: cited.map(({ id }) => sourceOf(id)) };
      }),
  }));
  const demandOf = byId(demands, 'demand');

  const drafts = entries.drafts.toSorted(byOrder).map((entry): Draft => ({
    ...page('drafts', entry, entry.data.brief, 'Document'),
    officialTitle: entry.data.official_title,
    short: entry.data.short,
    date: entry.data.date,
    parties: entry.data.parties.map(({ party }) => partyOf(party)),
    source: sourceOf(entry.data.source.id),
    brief: entry.data.brief,
    articles: [],
  }));
  const draftOf = byId(drafts, 'draft');
  for (const entry of entries.articles) {
    const { number, binds, brief, answer } = entry.data;
    const draft = draftOf(entry.id.split('/')[0] ?? '');
    draft.articles.push({
      ...page('articles', entry, brief, `Article ${number} of the ${draft.short}`),
      number,
      draft,
      binds: binds.map(({ party }) => partyOf(party)),
      demands: entry.data.demands.map(({ id }) => demandOf(id)),
      brief,
      answer: { ...reply(answer.status, answer.date), brief: answer.brief },
    });
  }
  for (const draft of drafts) draft.articles.sort((a, b) => a.number - b.number);
  const articleOf = byId(
    drafts.flatMap(({ articles }) => articles),
    'article',
  );
  for (const entry of entries.demands)
    demandOf(entry.id).articles.push(...entry.data.articles.map(({ id }) => articleOf(id)));

  const explainers = entries.explainers.toSorted(byOrder).map((entry): Explainer => {
    const { question, brief, later } = entry.data;
    const explainer: Explainer = {
      ...page('explainers', entry, brief, 'Explainer'),
      question,
      brief,
      later,
      sections: [],
    };
    explainer.sections = sectionPages(explainer, story.title, changes);
    return explainer;
  });

  const moment = byId(events, 'event')(story.moment.id);
  const pictures = assemblePictures(entries.pictures, {
    page: (entry, description, what) => page('pictures', entry, description, what),
    partyOf,
    eventOf: byId(events, 'event'),
    sourceOf,
    moment,
    clocks: story.clocks,
  });

  const pages = new Map(entries.pages.map((entry) => [entry.id, page('pages', entry, entry.data.description)]));
  const made = (collection: Target['collection'], items: Iterable<Page>) =>
    [...items].map((one) => ({ page: one, target: { collection, id: one.id } }));
  joinMentions(
    [
      ...made('explainers', explainers),
      ...made('drafts', drafts),
      ...made(
        'articles',
        drafts.flatMap(({ articles }) => articles),
      ),
      ...made('demands', demands),
      ...made('timeline', events),
      ...made('glossary', terms),
      ...made('sources', sources),
      ...made('pages', pages.values()),
      ...made('pictures', pictures),
    ],
    sourceOf,
    termOf,
  );
  for (const section of explainers.flatMap(({ sections }) => sections)) joinPart(section, sourceOf, termOf);

  return {
    title: story.title,
    words: wordsOf(story.language),
    tagline: story.tagline,
    description: story.description,
    language: story.language,
    moment,
    clocks: story.clocks,
    strands: story.strands,
    parties,
    explainers,
    drafts,
    demands,
    events,
    terms,
    sources,
    changes,
    pictures,
    moves: entries.moves,
    movedPages: Object.entries(entries.moves).flatMap(([address, to]) =>
      address.includes('#') ? [] : [{ address, to }],
    ),
    pages,
  };
}

/** Finds by id; an id that is not there means that content was not checked, which is a fault of the code. */
function byId<Item extends { id: string }>(items: readonly Item[], kind: string): (id: string) => Item {
  const map = new Map(items.map((item) => [item.id, item]));
  return (id) => {
    const item = map.get(id);
    if (!item) throw new Error(`there is no ${kind} “${id}”`);
    return item;
  };
}

function byOrder(a: Entry<{ order: number }>, b: Entry<{ order: number }>): number {
  return a.data.order - b.data.order;
}

function compareDated(a: { date: When | undefined }, b: { date: When | undefined }): number {
  if (!a.date || !b.date) return Number(!a.date) - Number(!b.date);
  return compareWhen(a.date, b.date);
}

function reply(status: Answer, date: When | undefined): Reply {
  return { status, word: ANSWER_NAMES[status].word, date };
}

/** The old sections of a page: those whose text is still on it by the id that they have now, and those that went elsewhere. */
function movedWithin(
  address: string,
  moves: Record<string, string>,
): { oldIds: ReadonlyMap<string, string[]>; movedAway: Page['movedAway'] } {
  const places = movedFrom(address, moves);
  const isHere = ({ to }: { to: string }) => to.startsWith(`${address}#`);
  const here = Map.groupBy(places.filter(isHere), ({ to }) => to.slice(address.length + 1));
  return {
    oldIds: new Map([...here].map(([id, some]) => [id, some.map(({ old }) => old)])),
    movedAway: places.filter((place) => !isHere(place)),
  };
}

/** Gives the sections of a text what a page shows with each: old ids, its last change, and its own page. */
function showText(
  text: Text,
  page: {
    collection: Target['collection'];
    address: string;
    changes: readonly Change[];
    oldIds: ReadonlyMap<string, string[]>;
  },
): ShownText {
  const show = (section: Section, depth: number): ShownSection => ({
    ...section,
    sections: section.sections.map((inner) => show(inner, depth + 1)),
    oldIds: page.oldIds.get(section.id) ?? [],
    change: lastChangeOf(page.changes, `${page.address}#${section.id}`),
    page: page.collection === 'explainers' && depth === 2 ? `${page.address}${section.id}/` : undefined,
  });
  return { ...text, sections: text.sections.map((section) => show(section, 2)) };
}

function sectionPages(explainer: Explainer, site: string, changes: readonly Change[]): SectionPage[] {
  return explainer.text.sections.map((section, at) => {
    const places = [explainer.address, ...placesIn(section).map((id) => `${explainer.address}#${id}`)];
    return {
      id: section.id,
      address: `${explainer.address}${section.id}/`,
      title: section.title,
      fullTitle: [section.title, explainer.title, site].join(' · '),
      description: cutAtWord(section.opening, 160),
      text: textOfSection(explainer.text, section),
      minutes: readingMinutes(countWords(section.plain)),
      changes: changes.filter(
        ({ touches }) => touches === 'all' || touches.some((touched) => places.includes(touched)),
      ),
      movedAway: [],
      cited: [],
      terms: [],
      mentions: [],
      explainer,
      place: at + 1,
      later: section.later || explainer.later,
    };
  });
}

function creditSource({ publisher, date, via }: Fields<'sources'>): string {
  return [publisher, ...(date ? [inWords(date)] : []), ...(via ? [`copy at ${via}`] : [])].join(', ');
}

function describeSource(source: Fields<'sources'>): string {
  return `${creditSource(source)}: ${source.title}`;
}

function toSource({ data }: Entry<Fields<'sources'>>, page: Page, partyOf: (id: string) => Party): Source {
  const { publisher, date, address, copy, via, type, language, read, note, party } = data;
  const readAt = copy ?? address;
  return {
    ...page,
    publisher,
    date,
    original: address,
    copy,
    via,
    archived: readAt && archivedCopy(readAt, date ? isoDay(date.from) : ''),
    type,
    language,
    read,
    note,
    party: party && partyOf(party.party),
  };
}

function assembleChanges(entries: Entries['changes']): Change[] {
  return entries
    .toSorted((a, b) => compareWhen(b.data.date, a.data.date))
    .map(({ id, data, text }) => ({
      id,
      title: data.title,
      day: isoDay(data.date.from),
      kind: data.kind,
      touches: data.touches === 'all' ? 'all' : data.touches.map(addressOfPath),
      text,
    }));
}

/** The address of a content path with a section, such as `explainers/the-call.md#agreed`. */
function addressOfPath(path: string): string {
  const [file = '', section] = path.split('#');
  return addressOf({ ...targetOf(file), ...(section !== undefined && { section }) });
}
