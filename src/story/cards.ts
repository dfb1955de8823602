import { cardAddress } from './addresses.ts';
import { dayInWords, isAfter, lastOf, yearOf, type When } from './dates.ts';
import { groupSources } from './groups.ts';
import { SOURCE_TYPE_NAMES, TERM_KIND_NAMES, type PartyColour } from './kinds.ts';
import type { Article, Demand, Draft, Event, Explainer, Office, Page, Party, SectionPage, Source, Story, Term } from './story.ts';

/** The size of every card in pixels, which all networks show whole. */
export const CARD = { width: 1200, height: 630 } as const;

/** What the picture says that is shown with a shared link to a page. Plain data; pictures/card.ts draws it. */
export interface Card {
  /** The page, from the root of the site: `/the-call/agreed/`. */
  page: string;
  /** Where the picture stands, likewise: `/cards/the-call/agreed.png`. */
  image: string;
  /** What the picture shows, for those who do not see it. */
  alt: string;
  /** The name of the site. */
  site: string;
  /** Where the page is from: “The call · section 5 of 7”. The front page has none. */
  kicker?: string;
  title: string;
  /** A name in its own script. */
  native?: string;
  lines: CardLine[];
  /** Where the accent stands on the axis of time: 0 is the key moment, −1 and 1 are as far from it as the story reaches. */
  at: number;
}

/** What stands below the title. */
export type CardLine = { look: 'text' | 'question' | 'date'; text: string } | { look: 'facts'; facts: Fact[] };

/** A label and what it labels; a name that is a party's has its colour. */
export interface Fact {
  label: string;
  names: { text: string; colour?: PartyColour }[];
}

type Saying = Pick<Card, 'title'> & Partial<Pick<Card, 'kicker' | 'native' | 'lines' | 'at'>>;

/** The cards of all pages of the site, in no order that matters. */
export function cardsOf(story: Story): Card[] {
  const { explainers, drafts, demands, events, terms, sources } = story;
  const reach = reachOf(story);
  const cards = [
    ['/', { title: story.title, lines: [line('question', story.tagline)] }] as const,
    ...explainers.map((explainer, at) => of(explainer, ofExplainer(explainer, at + 1, explainers.length))),
    ...explainers.flatMap(({ sections }) => sections.map((section) => of(section, ofSection(section)))),
    ...drafts.map((draft) => of(draft, ofDraft(draft))),
    ...drafts.flatMap(({ articles }) => articles.map((article) => of(article, ofArticle(article)))),
    ...demands.map((demand, at) => of(demand, ofDemand(demand, at + 1, demands.length))),
    ...events.map((event) => of(event, ofEvent(event, story.moment, reach))),
    ...terms.map((term) => of(term, ofTerm(term, story.moment.date))),
    ...sources.map((source) => of(source, ofSource(source))),
    ...listing(story),
  ].map(([page, saying]) => toCard(page, saying, story.title));
  return [...cards, ...cardsOfMoved(story, cards)];
}

/** A page that moved shows what it moved to, at the old address of its picture too. */
function cardsOfMoved({ movedPages }: Story, cards: readonly Card[]): Card[] {
  const byPage = new Map(cards.map((card) => [card.page, card]));
  return movedPages.flatMap(({ address, to }) => {
    const card = byPage.get(to.replace(/#(.*)/, '$1/')) ?? byPage.get(to.replace(/#.*/, ''));
    return card && !byPage.has(address) ? [{ ...card, page: address, image: cardAddress(address) }] : [];
  });
}

/** What the head of a page says of its card. Throws when no card is made for the address. */
export function cardOf(story: Story, page: string): Pick<Card, 'image' | 'alt'> & typeof CARD {
  let cards = known.get(story);
  if (!cards) known.set(story, (cards = new Map(cardsOf(story).map((card) => [card.page, card]))));
  const card = cards.get(page);
  if (!card) throw new Error(`no card is made for ${page}; add the page to cardsOf in src/story/cards.ts`);
  return { image: card.image, alt: card.alt, ...CARD };
}

const known = new WeakMap<Story, ReadonlyMap<string, Card>>();

function toCard(page: string, { title, kicker, native, lines = [], at = 0 }: Saying, site: string): Card {
  const says = [kicker === undefined ? title : `${kicker}: ${title}`, native, ...lines.map(spoken), ...(title === site ? [] : [site])];
  return {
    page,
    image: cardAddress(page),
    alt: says.filter((part) => part !== undefined).map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(' '),
    site,
    ...(kicker !== undefined && { kicker }),
    title,
    ...(native !== undefined && { native }),
    lines,
    at,
  };
}

function spoken(line: CardLine): string {
  if (line.look !== 'facts') return line.text;
  return line.facts.map(({ label, names }) => `${label}: ${names.map(({ text }) => text).join(', ')}`).join('; ');
}

const of = ({ address, title }: Page, saying: Omit<Saying, 'title'>): [string, Saying] => [address, { title, ...saying }];
const line = (look: 'text' | 'question' | 'date', text: string): CardLine => ({ look, text });
const facts = (...of: Fact[]): CardLine => ({ look: 'facts', facts: of });
const partyFact = (label: string, parties: readonly Party[]): Fact => ({ label, names: parties.map(({ name, colour }) => ({ text: name, colour })) });
const count = (many: number, one: string, more = `${one}s`) => `${many} ${many === 1 ? one : more}`;

function ofExplainer({ question }: Explainer, place: number, all: number): Omit<Saying, 'title'> {
  return { kicker: `Explainer ${place} of ${all}`, lines: [line('question', question)] };
}

function ofSection({ explainer, place }: SectionPage): Omit<Saying, 'title'> {
  return { kicker: `${explainer.title} · section ${place} of ${explainer.sections.length}`, lines: [line('question', explainer.question)] };
}

function ofDraft({ articles, officialTitle, parties, date }: Draft): Omit<Saying, 'title'> {
  const published = { label: 'Published', names: [{ text: dayInWords(date) }] };
  const lines = [line('question', officialTitle), facts(partyFact('Between', parties), published)];
  return { kicker: `The drafts · ${count(articles.length, 'article')}`, lines };
}

function ofArticle({ number, draft, binds, answer }: Article): Omit<Saying, 'title'> {
  return { kicker: `Article ${number} of the ${draft.short}`, lines: [facts(partyFact('Binds', binds), { label: 'Answer', names: [{ text: answer.word }] })] };
}

function ofDemand({ asks }: Demand, place: number, all: number): Omit<Saying, 'title'> {
  return { kicker: `Demand ${place} of ${all}`, lines: [line('text', asks)] };
}

function ofEvent({ date, place, strand, isMoment }: Event, moment: Event, reach: number): Omit<Saying, 'title'> {
  return {
    kicker: `Timeline · ${strand.name}`,
    lines: [line('date', `${dayInWords(date)} · ${place}`)],
    at: isMoment ? 0 : onAxis(date, moment.date, reach),
  };
}

function ofTerm({ kind, native, offices, definition }: Term, moment: When): Omit<Saying, 'title'> {
  const office = officeAt(offices, moment);
  return {
    kicker: `Glossary · ${TERM_KIND_NAMES[kind].one.toLowerCase()}`,
    ...(native && { native: native.text }),
    lines: [line('text', office ? tenure(office) : definition)],
  };
}

function ofSource({ type, publisher, date, via }: Source): Omit<Saying, 'title'> {
  const credit = [publisher, ...(date ? [dayInWords(date)] : []), ...(via === undefined ? [] : [`copy at ${via}`])].join(', ');
  return { kicker: `Source · ${SOURCE_TYPE_NAMES[type].one}`, lines: [line('text', credit)] };
}

/** The pages that list, and those about the site itself; their words come from the story where it has them. */
function listing({ pages, drafts, demands, events, terms, sources }: Story): [string, Saying][] {
  const page = (id: string, kicker: string, title: string, description?: string): [string, Saying] => {
    const words = pages.get(id)?.description ?? description;
    return [`/${id}/`, { kicker, title: pages.get(id)?.title ?? title, lines: words === undefined ? [] : [line('text', words)] }];
  };
  const articles = drafts.reduce((sum, draft) => sum + draft.articles.length, 0);
  return [
    page('drafts', `${count(drafts.length, 'document')} · ${count(articles, 'article')}`, 'The drafts'),
    page('positions', count(demands.length, 'demand'), 'The positions', 'What was asked, and how each party answered.'),
    page('timeline', count(events.length, 'event'), 'Timeline', 'What happened, in order.'),
    page('glossary', count(terms.length, 'entry', 'entries'), 'Glossary', 'People, organisations, states, places, documents and ideas of the story.'),
    page('sources', count(sources.length, 'source'), 'Sources', 'Everything this site rests on, by type.'),
    ...groupSources(sources).map(({ type, sources: some }): [string, Saying] => {
      const { many, meaning } = SOURCE_TYPE_NAMES[type];
      return [`/sources/${type}/`, { kicker: `Sources · ${count(some.length, 'source')}`, title: many, lines: [line('text', `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`)] }];
    }),
    page('changes', 'This site', 'Changes', 'What was corrected, updated or added after publication, and why.'),
    page('about', 'This site', 'About'),
    page('search', 'This site', 'Search', 'Find a person, a day, an article or a claim.'),
    ['/404.html', { kicker: 'This site', title: 'There is no page here' }],
  ];
}

/** The office that a person held at the key moment, or else the last one known. */
function officeAt(offices: readonly Office[], moment: When): Office | undefined {
  const held = ({ from, until }: Office) => !(from && isAfter(from, moment)) && !(until && isAfter(moment, until));
  return offices.findLast(held) ?? offices.at(-1);
}

function tenure({ title, from, until }: Office): string {
  if (from && until) return `${title}, ${yearOf(from)} to ${yearOf(until)}`;
  if (from) return `${title}, from ${yearOf(from)}`;
  return until ? `${title}, until ${yearOf(until)}` : title;
}

/** How steeply the axis stretches towards the key moment: distance grows with the fifth root of the time. */
const STRETCH = 1 / 5;
const HOUR = 3_600_000;

/**
 * The place of a date on the axis of time, from −1 to 1. What may have happened at the key moment itself stands at 0.
 * `reach` is how many hours from the key moment the ends of the axis are.
 */
function onAxis(date: When, moment: When, reach: number): number {
  if (!isAfter(date, moment) && !isAfter(moment, date)) return 0;
  const hours = (middleOf(date) - middleOf(moment)) / HOUR;
  return Math.round(Math.sign(hours) * (Math.abs(hours) / reach) ** STRETCH * 10_000) / 10_000;
}

/** How far from the key moment the axis reaches: a power of two, so that a new event seldom moves the others. */
function reachOf({ events, moment }: Story): number {
  const far = Math.max(...events.map(({ date }) => Math.abs(middleOf(date) - middleOf(moment.date)) / HOUR), 1);
  return 2 ** Math.ceil(Math.log2(far));
}

function middleOf(when: When): number {
  return (when.from.first + lastOf(when)) / 2;
}
