import { beforeAll, describe, expect, test } from 'vitest';
import { smallStory } from '../../tests/support/small-story.ts';
import { type Card } from '../pictures/card-layout.ts';
import { cardOf, cardsOf } from './card-texts.ts';
import { parseWhen } from '../story/dates.ts';
import { withoutLetters } from './draw-cards.ts';
import { directory } from '../story/directory.ts';
import type { Event, Story } from '../story/story.ts';

let story: Story & { moment: Event };
let cards: ReadonlyMap<string, Card>;
beforeAll(() => {
  story = smallStory();
  cards = new Map(cardsOf(story).map((card) => [card.page, card]));
});

describe('the cards of a story', () => {
  test('there is one for every page, and no two have one address', () => {
    const own = directory(story).filter(({ kind }) => kind !== 'version');
    const pages = [...own.map(({ address }) => address), '/404.html', '/search/'];
    expect(pages.filter((page) => !cards.has(page))).toEqual([]);
    expect(new Set(cardsOf(story).map(({ image }) => image)).size).toBe(cards.size);
  });

  test.each([
    ['/', undefined, 'The Letter and the Bridge'],
    ['/the-meeting/', 'Explainer 1 of 2', 'The meeting'],
    ['/the-meeting/what-came-of-it/', 'The meeting · section 2 of 2', 'What came of it'],
    ['/drafts/toll-pact/', 'The drafts · April 1904', 'The toll pact'],
    ['/drafts/toll-pact/article-1/', 'Article 1 of the Toll pact', undefined],
    ['/positions/free-bridge/', 'Demand 1 of 1', 'A free bridge'],
    ['/timeline/1904-05-02-meeting/', 'Timeline · Talks', undefined],
    ['/glossary/ada-brook/', 'Glossary · person', 'Ada Brook'],
    ['/sources/minutes-1904/', 'Sources', 'Primary documents'],
    ['/sources/primary/', 'Sources · 1 source', 'Primary documents'],
    ['/timeline/', '2 events', 'Timeline'],
    ['/drafts/', '1 document · 2 articles', 'The drafts'],
    ['/about/', 'This site', 'About'],
    ['/404.html', 'This site', 'There is no page here'],
  ])('%s is from “%s”', (page, kicker, title) => {
    expect(cards.get(page)?.kicker).toBe(kicker);
    if (title !== undefined) expect(cards.get(page)?.title).toBe(title);
  });

  test('a page whose letters the typeface lacks has the card of the site', () => {
    const foreign = smallStory();
    const [event] = foreign.events;
    if (!event) throw new Error('the small story has events');
    event.title = 'מכתב על הגשר';
    const card = cardsOf(foreign).find(({ page }) => page === event.address);
    const home = cards.get('/');
    expect(card).toMatchObject({
      title: home?.title,
      alt: home?.alt,
      image: `/cards${event.address.slice(0, -1)}.png`,
    });
    expect(card?.missing).toBe([...new Set('מכתבעלהגשר')].join(''));
    expect(withoutLetters([...cards.values()])).toBeUndefined();
    expect(withoutLetters(cardsOf(foreign))).toContain(`show the card of the site: ${event.address}`);
    foreign.cardFonts = '@fontsource/noto-sans-hebrew';
    expect(cardsOf(foreign).find(({ page }) => page === event.address)?.title).toContain(event.title);
  });

  test('say what matters of each kind', () => {
    const lines = (page: string) => cards.get(page)?.lines;
    expect(lines('/the-meeting/what-came-of-it/')).toEqual([
      { look: 'question', text: 'What did the two mayors agree on 2\u00a0May 1904?' },
    ]);
    expect(lines('/timeline/1904-05-02-meeting/')).toEqual([
      { look: 'date', text: `2\u00a0May 1904 · ${story.moment.place}` },
    ]);
    expect(lines('/glossary/ada-brook/')).toEqual([{ look: 'text', text: 'Mayor of Brack, 1901 to 1906' }]);
    expect(lines('/glossary/aldmoor/')).toEqual([{ look: 'text', text: 'A town with a bridge.' }]);
    expect(cards.get('/glossary/ada-brook/')?.native).toBe('Άντα');
    expect(lines('/drafts/toll-pact/article-1/')).toMatchObject([
      {
        look: 'names',
        lists: [{ label: 'Binds', names: [{ text: 'Aldmoor', colour: 'first' }] }, { label: 'Answer' }],
      },
    ]);
  });

  test('are told in words', () =>
    expect(cards.get('/glossary/ada-brook/')?.alt).toBe(
      'Glossary · person: Ada Brook. Άντα. Mayor of Brack, 1901 to 1906. The Letter and the Bridge.',
    ));

  test('an old address shows the card of what it moved to', () => {
    const [moved] = story.movedPages;
    expect(moved).toBeDefined();
    const card = cards.get(moved?.address ?? '');
    expect(card?.image).toBe(`/cards${moved?.address.replace(/\/$/, '')}.png`);
    expect(card?.title).toBe(cards.get(moved?.to.replace(/#(.*)/, '$1/') ?? '')?.title);
  });
});

describe('the axis of time', () => {
  const at = (...dates: string[]) => {
    const events = dates.map((date, place): Event => ({
      ...story.moment,
      isMoment: false,
      id: `e${place}`,
      address: `/timeline/e${place}/`,
      date: parseWhen(date),
    }));
    return cardsOf({ ...story, events: [...story.events, ...events] })
      .filter(({ page }) => /\/e\d+\/$/.test(page))
      .map((card) => card.at ?? 0);
  };

  test('keeps the order of time and stays on the card', () => {
    const places = at('1700', '1890', '1904-04', '1904-05-01', '1904-05-03', '1904-06', '1990');
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places.every((place) => Math.abs(place) > 0.05 && Math.abs(place) <= 1)).toBe(true);
  });

  test('what may have been at the key moment is placed there', () => expect(at('1904', '1904-05-02')).toEqual([0, 0]));

  test('other pages are at the key moment', () => {
    expect(cards.get('/timeline/1904-05-02-meeting/')?.at).toBe(0);
    expect(cards.get('/glossary/aldmoor/')?.at).toBe(0);
  });
});

test('the head of a page learns where its card is', () => {
  expect(cardOf(story, '/the-meeting/')).toMatchObject({ image: '/cards/the-meeting.png', width: 1200, height: 630 });
  expect(() => cardOf(story, '/nowhere/')).toThrow('no card is made for /nowhere/');
});
