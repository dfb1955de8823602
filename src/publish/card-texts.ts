import { cardAddress } from '../story/addresses.ts';
import { dayInWords, isAfter, lastOf, yearOf, type When } from '../story/dates.ts';
import { directory, forKind, type ForEachKind, type SitePage } from '../story/directory.ts';
import { signatoriesOf } from '../story/lineup.ts';
import { heldAt } from '../story/offices.ts';
import { CARD, type Card, type CardLine, type Fact } from '../pictures/card-layout.ts';
import type { Bound, Event, Office, Story } from '../story/story.ts';

/** What a card shows beside its title. */
type CardText = Partial<Pick<Card, 'kicker' | 'native' | 'lines' | 'at'>>;

/** The cards of all pages in the order of the directory, and then those of moved pages. */
export function cardsOf(story: Story): Card[] {
  const listed = directory(story).map((page) =>
    toCard(page.address, { title: page.title, ...forKind(TEXTS, page, story) }, story),
  );
  const pages = new Map(listed.map((card) => [card.page, card]));
  return [...pages.values(), ...cardsOfMoved(story, pages)];
}

/** A moved page has the card of its new place, also at the old address of the picture: networks cache it. */
function cardsOfMoved({ movedPages }: Story, cards: ReadonlyMap<string, Card>): Card[] {
  return movedPages.flatMap(({ address, to }) => {
    const card = cards.get(to.replace(/#(.*)/, '$1/')) ?? cards.get(to.replace(/#.*/, ''));
    return card && !cards.has(address) ? [{ ...card, page: address, image: cardAddress(address) }] : [];
  });
}

/**
 * What a page's `meta` elements say about its card. Sizes are in pixels. Throws an Error if the address has no card.
 */
export function cardOf(story: Story, page: string): Pick<Card, 'image' | 'alt'> & typeof CARD {
  let cards = cardsByPage.get(story);
  if (!cards) cardsByPage.set(story, (cards = new Map(cardsOf(story).map((card) => [card.page, card]))));
  const card = cards.get(page);
  if (!card) throw new Error(`no card is made for ${page}; is the page in src/story/directory.ts?`);
  return { image: card.image, alt: card.alt, ...CARD };
}

const cardsByPage = new WeakMap<Story, ReadonlyMap<string, Card>>();

function toCard(
  page: string,
  { title, kicker, native, lines = [], at = 0 }: CardText & { title: string },
  { title: site, words: { language } }: Story,
): Card {
  const says = [
    kicker === undefined ? title : `${kicker}: ${title}`,
    native,
    ...lines.map(spoken),
    ...(title === site ? [] : [site]),
  ];
  return {
    page,
    image: cardAddress(page),
    alt: says
      .filter((part) => part !== undefined)
      .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
      .join(' '),
    site,
    language,
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

const line = (look: 'text' | 'question' | 'date', text: string): CardLine => ({ look, text });
const boundFact = (label: string, bound: readonly Bound[]): Fact => ({
  label,
  names:
    bound.length === 0 ? [{ text: 'nobody' }] : bound.map(({ name, party: { colour } }) => ({ text: name, colour })),
});
const count = (many: number, one: string, more = `${one}s`) => `${many} ${many === 1 ? one : more}`;

/** What the card of each kind of page shows beside its title. */
const TEXTS: ForEachKind<CardText, [Story]> = {
  home: ({ item }) => ({ lines: [line('question', item.tagline)] }),
  explainer: ({ item }, { explainers }) => ({
    kicker: `Explainer ${explainers.indexOf(item) + 1} of ${explainers.length}`,
    lines: [line('question', item.question)],
  }),
  section: ({ item: { explainer, place } }) => ({
    kicker: `${explainer.title} · section ${place} of ${explainer.sections.length}`,
    lines: [line('question', explainer.question)],
  }),
  drafts: (page, story) => {
    const articles = page.item.flatMap((draft) => draft.articles.filter(({ number }) => number !== undefined)).length;
    return ofList(page, story, `${count(page.item.length, 'document')} · ${count(articles, 'article')}`);
  },
  draft: ({ item }, { words }) => ({
    kicker: `The drafts · ${dayInWords(item.date, words)}`,
    lines: [
      line('question', item.officialTitle),
      { look: 'facts', facts: [boundFact('Between', signatoriesOf(item))] },
    ],
  }),
  article: ({ item: { number, draft, binds, answer } }, { words }) => ({
    kicker: words.drafts.articleOf(number, draft.short),
    lines: [{ look: 'facts', facts: [boundFact('Binds', binds), { label: 'Answer', names: [{ text: answer.word }] }] }],
  }),
  paragraph: ({ item: { article, binds, words, text } }) => ({
    kicker: `${article.draft.short} · ${article.title}`,
    lines: [
      line('text', words.length > 0 ? `“${words[0]}”` : text.opening),
      {
        look: 'facts',
        facts: [boundFact('Binds', binds), { label: 'Answer', names: [{ text: article.answer.word }] }],
      },
    ],
  }),
  positions: (page, story) => ofList(page, story, count(page.item.length, 'demand')),
  demand: ({ item }, { demands }) => ({
    kicker: `Demand ${demands.indexOf(item) + 1} of ${demands.length}`,
    lines: [line('text', item.asks)],
  }),
  timeline: (page, story) => ofList(page, story, count(page.item.length, 'event')),
  event: ({ item }, story) => ({
    kicker: `Timeline · ${item.strand.name}`,
    lines: [line('date', `${dayInWords(item.date, story.words)} · ${item.place}`)],
    at: onAxis(item, story),
  }),
  eventFilter: (page, story) => ofList(page, story, SITE),
  glossary: (page, story) => ofList(page, story, count(page.item.length, 'entry', 'entries')),
  term: ({ item }, { moment, words }) => {
    const office = heldAt(item, moment.date) ?? item.offices.at(-1);
    return {
      kicker: `Glossary · ${words.kinds.terms[item.kind].one.toLowerCase()}`,
      lines: [line('text', office ? tenure(office) : item.definition)],
      ...(item.native && { native: item.native.text }),
    };
  },
  sources: (page, story) => ofList(page, story, count(page.item.length, 'source')),
  sourceType: (page, story) => {
    const meaning = `${story.words.kinds.sourceTypes[page.item.type].meaning}.`.replace(/^./, (first) =>
      first.toUpperCase(),
    );
    return ofList(page, story, `Sources · ${count(page.item.sources.length, 'source')}`, meaning);
  },
  sourcePart: (page, story) => ofList(page, story, SITE),
  source: ({ item: { type, publisher, date } }, { words }) => {
    const credit = [publisher.name, ...(date ? [dayInWords(date, words)] : [])];
    return { kicker: `Source · ${words.kinds.sourceTypes[type].one}`, lines: [line('text', credit.join(', '))] };
  },
  pictures: (page, story) =>
    ofList(
      page,
      story,
      count(page.item.length, 'picture'),
      'Charts, timetables and maps, drawn from the same facts as the texts.',
    ),
  picture: ({ item }, { words }) => ({
    kicker: `Pictures · ${words.kinds.pictures[item.kind]}`,
    lines: [line('text', item.brief)],
  }),
  changes: (page, story) =>
    ofList(page, story, SITE, 'What was corrected, updated or added after publication, and why.'),
  about: (page, story) => ofList(page, story, SITE),
  search: (page, story) => ofList(page, story, SITE, 'Find a person, a day, an article or a claim.'),
  notFound: (page, story) => ofList(page, story, SITE),
};

const SITE = 'This site';

/** The card of a list, or of a page about the site. Its text is the description from the story, or else `otherwise`. */
function ofList({ address }: SitePage, { pages }: Story, kicker: string, otherwise?: string): CardText {
  const words = pages.get(address.slice(1, -1).replace('/', '-'))?.description ?? otherwise;
  return { kicker, lines: words === undefined ? [] : [line('text', words)] };
}

function tenure({ title, from, until }: Office): string {
  if (from && until) return `${title}, ${yearOf(from)} to ${yearOf(until)}`;
  if (from) return `${title} from ${yearOf(from)}`;
  return until ? `${title} until ${yearOf(until)}` : title;
}

/** The exponent of the axis: distance from the key moment grows with the fifth root of time. */
const STRETCH = 1 / 5;
const HOUR = 3_600_000;

/** The place of an event on a card's axis, from −1 to 1. An event that may have been at the key moment gets 0. */
function onAxis({ date }: Event, story: Story): number {
  const moment = story.moment.date;
  if (!isAfter(date, moment) && !isAfter(moment, date)) return 0;
  const hours = (middleOf(date) - middleOf(moment)) / HOUR;
  return Math.round(Math.sign(hours) * (Math.abs(hours) / axisLength(story)) ** STRETCH * 10_000) / 10_000;
}

/** The length of the axis on each side, in hours. It is a power of two, so that a new event seldom moves the others. */
function axisLength(story: Story): number {
  const { events, moment } = story;
  let length = axisLengths.get(story);
  if (length === undefined) {
    const far = events.reduce(
      (most, { date }) => Math.max(most, Math.abs(middleOf(date) - middleOf(moment.date)) / HOUR),
      1,
    );
    axisLengths.set(story, (length = 2 ** Math.ceil(Math.log2(far))));
  }
  return length;
}

const axisLengths = new WeakMap<Story, number>();

function middleOf(when: When): number {
  return (when.from.first + lastOf(when)) / 2;
}
