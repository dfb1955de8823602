import { cardAddress } from '../story/addresses.ts';
import { dayInWords, isAfter, lastOf, yearOf, type When } from '../story/dates.ts';
import { directory, type Listed } from '../story/directory.ts';
import { PICTURE_KIND_NAMES, SOURCE_TYPE_NAMES, SOURCE_TYPES, TERM_KIND_NAMES } from '../story/kinds.ts';
import { heldAt } from '../story/offices.ts';
import { CARD, type Card, type CardLine, type Fact } from '../pictures/card-layout.ts';
import type { Event, Office, Party, Story } from '../story/story.ts';

type Saying = Partial<Pick<Card, 'kicker' | 'native' | 'lines' | 'at'>>;

/** The cards of all pages of the site, in the order of the directory. */
export function cardsOf(story: Story): Card[] {
  const listed = directory(story).map((page) =>
    toCard(page.address, { title: page.title, ...sayingOf(page, story) }, story.title),
  );
  const others = OTHERS.map(([page, saying]) => toCard(page, saying, story.title));
  const pages = new Map([...others, ...listed].map((card) => [card.page, card]));
  return [...pages.values(), ...cardsOfMoved(story, pages)];
}

/** A page that moved shows what it moved to, at the old address of its picture too. */
function cardsOfMoved({ movedPages }: Story, cards: ReadonlyMap<string, Card>): Card[] {
  return movedPages.flatMap(({ address, to }) => {
    const card = cards.get(to.replace(/#(.*)/, '$1/')) ?? cards.get(to.replace(/#.*/, ''));
    return card && !cards.has(address) ? [{ ...card, page: address, image: cardAddress(address) }] : [];
  });
}

/** What the head of a page says of its card. Throws when no card is made for the address. */
export function cardOf(story: Story, page: string): Pick<Card, 'image' | 'alt'> & typeof CARD {
  let cards = known.get(story);
  if (!cards) known.set(story, (cards = new Map(cardsOf(story).map((card) => [card.page, card]))));
  const card = cards.get(page);
  if (!card) throw new Error(`no card is made for ${page}; add the page to cardsOf in src/publish/card-texts.ts`);
  return { image: card.image, alt: card.alt, ...CARD };
}

const known = new WeakMap<Story, ReadonlyMap<string, Card>>();

function toCard(
  page: string,
  { title, kicker, native, lines = [], at = 0 }: Saying & { title: string },
  site: string,
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
const partyFact = (label: string, parties: readonly Party[]): Fact => ({
  label,
  names: parties.map(({ name, colour }) => ({ text: name, colour })),
});
const count = (many: number, one: string, more = `${one}s`) => `${many} ${many === 1 ? one : more}`;

/** What the card of a page says beside its title. */
function sayingOf(listed: Listed, story: Story): Saying {
  switch (listed.kind) {
    case 'home':
      return { lines: [line('question', story.tagline)] };
    case 'explainer': {
      const place = story.explainers.indexOf(listed.page) + 1;
      return {
        kicker: `Explainer ${place} of ${story.explainers.length}`,
        lines: [line('question', listed.page.question)],
      };
    }
    case 'section': {
      const { explainer, place } = listed.page;
      return {
        kicker: `${explainer.title} · section ${place} of ${explainer.sections.length}`,
        lines: [line('question', explainer.question)],
      };
    }
    case 'draft': {
      const { date, officialTitle, parties } = listed.page;
      const lines: CardLine[] = [
        line('question', officialTitle),
        { look: 'facts', facts: [partyFact('Between', parties)] },
      ];
      return { kicker: `The drafts · ${dayInWords(date)}`, lines };
    }
    case 'article': {
      const { number, draft, binds, answer } = listed.page;
      const facts = [partyFact('Binds', binds), { label: 'Answer', names: [{ text: answer.word }] }];
      return { kicker: `Article ${number} of the ${draft.short}`, lines: [{ look: 'facts', facts }] };
    }
    case 'demand': {
      const place = story.demands.indexOf(listed.page) + 1;
      return { kicker: `Demand ${place} of ${story.demands.length}`, lines: [line('text', listed.page.asks)] };
    }
    case 'event': {
      const { strand, date, place } = listed.page;
      return {
        kicker: `Timeline · ${strand.name}`,
        lines: [line('date', `${dayInWords(date)} · ${place}`)],
        at: onAxis(listed.page, story),
      };
    }
    case 'term': {
      const { kind, native, definition } = listed.page;
      const office = heldAt(listed.page, story.moment.date) ?? listed.page.offices.at(-1);
      const saying: Saying = {
        kicker: `Glossary · ${TERM_KIND_NAMES[kind].one.toLowerCase()}`,
        lines: [line('text', office ? tenure(office) : definition)],
      };
      return native ? { ...saying, native: native.text } : saying;
    }
    case 'source': {
      const { type, publisher, date, via } = listed.page;
      const credit = [publisher, ...(date ? [dayInWords(date)] : []), ...(via === undefined ? [] : [`copy at ${via}`])];
      return { kicker: `Source · ${SOURCE_TYPE_NAMES[type].one}`, lines: [line('text', credit.join(', '))] };
    }
    case 'picture':
      return { kicker: `Pictures · ${PICTURE_KIND_NAMES[listed.page.kind]}`, lines: [line('text', listed.page.brief)] };
    case 'about':
    case 'index':
      return ofIndex(listed.address, story);
  }
}

const SITE = 'This site';

/** What is said of the site's own pages where the story has no words for them. */
const OWN_WORDS: Record<string, string> = {
  changes: 'What was corrected, updated or added after publication, and why.',
  pictures: 'Charts, timetables and maps, drawn from the same facts as the texts.',
  ...Object.fromEntries(
    SOURCE_TYPES.map((type) => [
      `sources/${type}`,
      `${SOURCE_TYPE_NAMES[type].meaning}.`.replace(/^./, (first) => first.toUpperCase()),
    ]),
  ),
};

/** A page that lists, or that tells of the site: how much it holds, and the story's own words for it. */
function ofIndex(address: string, { pages, drafts, demands, events, terms, sources, pictures }: Story): Saying {
  const id = address.slice(1, -1);
  const type = SOURCE_TYPES.find((one) => id === `sources/${one}`);
  const words = pages.get(id.replace('/', '-'))?.description ?? OWN_WORDS[id];
  const lines = words === undefined ? [] : [line('text', words)];
  if (type !== undefined)
    return { kicker: `Sources · ${count(sources.filter((source) => source.type === type).length, 'source')}`, lines };
  const articles = drafts.reduce((sum, draft) => sum + draft.articles.length, 0);
  const kickers: Record<string, string> = {
    drafts: `${count(drafts.length, 'document')} · ${count(articles, 'article')}`,
    positions: count(demands.length, 'demand'),
    timeline: count(events.length, 'event'),
    glossary: count(terms.length, 'entry', 'entries'),
    sources: count(sources.length, 'source'),
    pictures: count(pictures.length, 'picture'),
  };
  return { kicker: kickers[id] ?? SITE, lines };
}

/** Pages that are in no directory, the one of pictures when there are none. */
const OTHERS: [string, Saying & { title: string }][] = [
  [
    '/search/',
    { title: 'Search', kicker: SITE, lines: [line('text', 'Find a person, a day, an article or a claim.')] },
  ],
  ['/pictures/', { title: 'Pictures', kicker: SITE }],
  ['/404.html', { title: 'There is no page here', kicker: SITE }],
];

function tenure({ title, from, until }: Office): string {
  if (from && until) return `${title}, ${yearOf(from)} to ${yearOf(until)}`;
  if (from) return `${title} from ${yearOf(from)}`;
  return until ? `${title} until ${yearOf(until)}` : title;
}

/** How steeply the axis stretches towards the key moment: distance grows with the fifth root of the time. */
const STRETCH = 1 / 5;
const HOUR = 3_600_000;

/** The place of an event on the axis of time. What may have happened at the key moment itself stands at 0. */
function onAxis({ date }: Event, story: Story): number {
  const moment = story.moment.date;
  if (!isAfter(date, moment) && !isAfter(moment, date)) return 0;
  const hours = (middleOf(date) - middleOf(moment)) / HOUR;
  return Math.round(Math.sign(hours) * (Math.abs(hours) / reachOf(story)) ** STRETCH * 10_000) / 10_000;
}

/** How far from the key moment the axis reaches: a power of two, so that a new event seldom moves the others. */
function reachOf(story: Story): number {
  const { events, moment } = story;
  let reach = reaches.get(story);
  if (reach === undefined) {
    const far = events.reduce(
      (most, { date }) => Math.max(most, Math.abs(middleOf(date) - middleOf(moment.date)) / HOUR),
      1,
    );
    reaches.set(story, (reach = 2 ** Math.ceil(Math.log2(far))));
  }
  return reach;
}

const reaches = new WeakMap<Story, number>();

function middleOf(when: When): number {
  return (when.from.first + lastOf(when)) / 2;
}
