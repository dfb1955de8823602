import { millisecondsInHour as HOUR } from 'date-fns/constants';
import { cardAddress } from '../story/addresses.ts';
import { dayInWords, isAfter, yearOf, type When } from '../story/dates.ts';
import { directory, forKind, nameOf, pageAt, type ForEachKind, type SitePage } from '../story/directory.ts';
import { answerTo, authorOf, signatoriesOf } from '../story/lineup.ts';
import { officeAt } from '../story/offices.ts';
import { leadId } from '../story/page-kinds.ts';
import { typeset } from '../story/typography.ts';
import type { Words } from '../words/words.ts';
import { CARD, type Card, type CardLine, type NameList } from '../pictures/card-layout.ts';
import { lettersMissing } from '../pictures/text.ts';
import { middleOf, spanOf } from '../pictures/time-scale.ts';
import type { Bound, Event, Office, Story } from '../story/story.ts';

/** What a card shows, beside its title if that is not the page's. */
type CardText = Partial<Pick<Card, 'kicker' | 'title' | 'native' | 'lines' | 'at'>>;

/**
 * The cards of all pages in the order of the directory, and then those of moved pages. A page with letters that the
 * typeface lacks has the card of the site, unless the story brings a typeface for them.
 */
export function cardsOf(story: Story): Card[] {
  const own = directory(story).filter(({ kind }) => kind !== 'version');
  const drawn = own.map((page) => toCard(page.address, { title: page.title, ...forKind(TEXTS, page, story) }, story));
  const home = drawn.find(({ page }) => page === '/');
  const listed = drawn.map((card) => {
    const missing = lettersMissing(
      [card.kicker, card.title, ...card.lines.map((one) => spoken(one, story.words))].join(),
    );
    const { page, image } = card;
    return missing === '' || story.cardFonts !== undefined || !home || page === '/'
      ? card
      : { ...home, page, image, missing };
  });
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
  // All versions of a page are shown with the card of their list.
  const listed = pageAt(story, page);
  const card = cards.get(listed?.kind === 'version' ? listed.item.history.address : page);
  if (!card) throw new Error(`no card is made for ${page}; is the page in src/story/directory.ts?`);
  return { image: card.image, alt: card.alt, ...CARD };
}

const cardsByPage = new WeakMap<Story, ReadonlyMap<string, Card>>();

function toCard(
  page: string,
  { title, kicker, native, lines = [], at = 0 }: CardText & { title: string },
  { title: site, words, moment }: Story,
): Card {
  const says = [
    kicker === undefined ? title : kicker + words.punctuation.colon + title,
    native,
    ...lines.map((one) => spoken(one, words)),
    ...(title === site ? [] : [site]),
  ];
  return {
    page,
    image: cardAddress(page),
    alt: says
      .filter((part) => part !== undefined)
      .map((part) => (/\p{Sentence_Terminal}$/u.test(part) ? part : part + words.punctuation.end))
      .join(' '),
    site,
    language: words.language,
    ...(words.direction === 'rtl' && { rtl: true as const }),
    ...(kicker !== undefined && { kicker }),
    title: typeset(title, words),
    ...(native !== undefined && { native }),
    lines: lines.map((one) => typesetLine(one, words)),
    ...(moment && { at }),
  };
}

/** A line in words, for those who do not see the card. */
function spoken(line: CardLine, { punctuation: { comma, semicolon, colon } }: Words): string {
  if (line.look !== 'names') return line.text;
  const lists = line.lists.map(({ label, names }) => label + colon + names.map(({ text }) => text).join(comma));
  return lists.join(semicolon);
}

/** A line with no-break spaces where the language forbids a line break. */
function typesetLine(line: CardLine, words: Words): CardLine {
  if (line.look !== 'names') return { ...line, text: typeset(line.text, words) };
  const lists = line.lists.map(({ label, names }) => ({
    label,
    names: names.map((name) => ({ ...name, text: typeset(name.text, words) })),
  }));
  return { ...line, lists };
}

const line = (look: 'text' | 'question' | 'date', text: string): CardLine => ({ look, text });
const partyNames = (label: string, parties: readonly Bound[], { drafts }: Words): NameList => ({
  label,
  names:
    parties.length === 0
      ? [{ text: drafts.nobody }]
      : parties.map(({ name, party: { colour } }) => ({ text: name, colour })),
});
/** Whom an article or a paragraph binds, and what was answered. */
const clauseLine = (binds: readonly Bound[], answer: string, words: Words): CardLine => ({
  look: 'names',
  lists: [partyNames(words.drafts.binds, binds, words), { label: words.drafts.answer, names: [{ text: answer }] }],
});

/** What the card of each kind of page shows beside its title. */
const TEXTS: ForEachKind<CardText, [Story]> = {
  home: ({ item }) => ({ lines: [line('question', item.tagline)] }),
  explainer: ({ item }, { explainers, words }) => ({
    kicker:
      explainers.length > 1
        ? words.explainers.place(explainers.indexOf(item) + 1, explainers.length)
        : words.pageKinds.explainer.name,
    lines: item.question === undefined ? [] : [line('question', item.question)],
  }),
  section: ({ item: { explainer, place } }, { words }) => ({
    kicker: `${explainer.title} · ${words.explainers.sectionPlace(place, explainer.sections.length)}`,
    lines: explainer.question === undefined ? [] : [line('question', explainer.question)],
  }),
  drafts: (page, story) => {
    const articles = page.item.flatMap((draft) => draft.articles.filter(({ number }) => number !== undefined)).length;
    const { drafts } = story.words;
    return ofList(page, story, `${drafts.documents(page.item.length)} · ${drafts.articles(articles)}`);
  },
  draft: ({ item }, { words }) => ({
    kicker: `${nameOf('drafts', words)} · ${dayInWords(item.date, words)}`,
    lines: [
      line('question', item.officialTitle),
      ...(item.bound.length > 0
        ? [{ look: 'names' as const, lists: [partyNames(words.drafts.between, signatoriesOf(item), words)] }]
        : []),
    ],
  }),
  article: ({ item: { number, draft, binds, answer } }, { words }) => ({
    kicker: words.drafts.articleOf(number, draft.short),
    lines: [clauseLine(binds, answer.word, words)],
  }),
  paragraph: ({ item }, { words }) => {
    const { article, binds, words: operative, text } = item;
    const answer = answerTo(item)?.word ?? words.drafts.noAnswerAlone;
    return {
      kicker: `${words.drafts.draftBy(authorOf(article.draft))} · ${article.draft.short}`,
      lines: [
        line('text', operative[0] === undefined ? text.opening : words.punctuation.quote(operative[0])),
        clauseLine(binds, answer, words),
      ],
    };
  },
  positions: (page, story) => ofList(page, story, story.words.positions.demands(page.item.length)),
  demand: ({ item }, { demands, words }) => ({
    kicker: words.positions.place(demands.indexOf(item) + 1, demands.length),
    lines: [line('text', item.asks)],
  }),
  timeline: (page, story) => ofList(page, story, story.words.timeline.events(page.item.length)),
  event: ({ item }, story) => ({
    kicker: [nameOf('timeline', story.words), item.strand?.name].filter(Boolean).join(' · '),
    lines: [line('date', `${dayInWords(item.date, story.words)} · ${item.place}`)],
    at: onAxis(item, story),
  }),
  eventFilter: (page, story) => ofList(page, story, story.words.cards.site),
  glossary: (page, story) => ofList(page, story, story.words.glossary.entries(page.item.length)),
  term: ({ item }, { moment, words }) => {
    const office = officeAt(item, moment?.date) ?? item.offices.at(-1);
    return {
      kicker: `${nameOf('glossary', words)} · ${words.glossary.kind(words.kinds.terms[item.kind].one)}`,
      lines: [line('text', office ? tenure(office, words) : item.definition)],
      ...(item.native && { native: item.native.text }),
    };
  },
  sources: (page, story) => ofList(page, story, story.words.sources.many(page.item.length)),
  sourceType: (page, story) => {
    const { sources, kinds } = story.words;
    const kicker = `${nameOf('sources', story.words)} · ${sources.many(page.item.sources.length)}`;
    return ofList(page, story, kicker, sources.typeMeaning(kinds.sourceTypes[page.item.type].meaning));
  },
  sourcePart: (page, story) => ofList(page, story, story.words.cards.site),
  // A record is seldom shared, so that all of a type have one card.
  source: ({ item: { type } }, { words }) => {
    const { many, meaning } = words.kinds.sourceTypes[type];
    return { kicker: nameOf('sources', words), title: many, lines: [line('text', words.sources.typeMeaning(meaning))] };
  },
  pictures: (page, story) =>
    ofList(page, story, story.words.pictures.many(page.item.length), story.words.pictures.description),
  picture: ({ item }, { words }) => ({
    kicker: `${nameOf('pictures', words)} · ${words.kinds.pictures[item.kind]}`,
    lines: [line('text', item.brief)],
  }),
  changes: (page, story) => ofList(page, story, story.words.cards.site, story.words.changes.description),
  about: (page, story) => ofList(page, story, story.words.cards.site),
  versions: ({ item }, { words }) => ({
    kicker: words.versions.many(item.versions.length),
    lines: [line('text', words.versions.description(item.title))],
  }),
  version: () => ({}),
  all: (page, story) => ofList(page, story, story.words.cards.site, story.words.book.pageDescription),
  search: (page, story) => ofList(page, story, story.words.cards.site, story.words.cards.search),
  notFound: (page, story) => ofList(page, story, story.words.cards.site),
};

/** A page that lists things, or that tells of the site: how much it holds, and the story's own words for it. */
function ofList({ address }: SitePage, { pages }: Story, kicker: string, otherwise?: string): CardText {
  const description = pages.get(leadId(address))?.description ?? otherwise;
  return { kicker, lines: description === undefined ? [] : [line('text', description)] };
}

/** An office with its years. */
function tenure({ title, from, until }: Office, { glossary }: Words): string {
  return glossary.tenure(title, from && yearOf(from), until && yearOf(until));
}

/** The exponent of the axis: distance from the key moment grows with the fifth root of time. */
const STRETCH = 1 / 5;

/** The place of an event on a card's axis, from −1 to 1. An event that may have been at the key moment gets 0. */
function onAxis({ date }: Event, story: Story): number {
  const moment = story.moment?.date;
  if (!moment) return 0;
  if (!isAfter(date, moment) && !isAfter(moment, date)) return 0;
  const hours = (middleOf(spanOf(date)) - middleOf(spanOf(moment))) / HOUR;
  return Math.round(Math.sign(hours) * (Math.abs(hours) / axisLength(story, moment)) ** STRETCH * 10_000) / 10_000;
}

/** The length of the axis on each side, in hours. It is a power of two, so that a new event seldom moves the others. */
function axisLength(story: Story, moment: When): number {
  const { events } = story;
  let length = axisLengths.get(story);
  if (length === undefined) {
    const far = events.reduce(
      (most, { date }) => Math.max(most, Math.abs(middleOf(spanOf(date)) - middleOf(spanOf(moment))) / HOUR),
      1,
    );
    axisLengths.set(story, (length = 2 ** Math.ceil(Math.log2(far))));
  }
  return length;
}

const axisLengths = new WeakMap<Story, number>();
