import { describe, expect, test } from 'vitest';
import { isoDay, type When } from '../../src/story/dates.ts';
import { cited, entries, isOwnWord, MONTHS, place, sample, type Passage, type Span, type Text } from './texts.ts';

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Sections where a reader may begin: those of an explainer or a document; other texts are short and read whole. */
function sectionsOf({ collection, passages }: Text): Passage[][] {
  if (collection !== 'explainers' && collection !== 'drafts') return [passages];
  return [...Map.groupBy(passages, ({ section }) => section).values()];
}

/**
 * Where nothing can or need be linked: what others said, the heads of disputed notes and versions, and words of other
 * links.
 */
function blocked({ text, callout, bold, links }: Passage): Span[] {
  const quoted = [...text.matchAll(/“[^”]*”/g)].map(({ index, 0: words }) => ({
    from: index,
    to: index + words.length,
  }));
  return [...quoted, ...(callout === 'DISPUTED' ? bold : []), ...links];
}

const isIn = (spans: readonly Span[], from: number, to: number) =>
  spans.some((span) => span.from < to && from < span.to);

interface Term {
  id: string;
  title: string;
  kind: string;
  sort?: string | undefined;
}

/** People of the same surname as somebody in the glossary, who have no entry. */
const NAMESAKES = ['John Sullivan'];

/** What makes a mention part of a longer name. */
const LONGER = '(?!-Russia| agreement)';

/** What counts as a mention of an entry: its title and, for a person, the surname. */
function mentionsOf({ title, kind, sort }: Term): RegExp {
  const surname = kind === 'person' ? sort?.split(',')[0] : undefined;
  const namesakes = NAMESAKES.filter((name) => name.endsWith(` ${surname}`)).map(
    (name) => `(?<!${escape(name.slice(0, -(surname?.length ?? 0)))})`,
  );
  const names = [escape(title), ...(surname === undefined ? [] : [namesakes.join('') + escape(surname)])];
  return new RegExp(`(?<![\\p{L}-])(?:${names.join('|')})(?!\\p{L})${LONGER}`, kind === 'idea' ? 'giu' : 'gu');
}

/**
 * The entries of the glossary whose first mention in a section is not a link to them. States are left to the writer:
 * they stand
 * in nearly every sentence, and nobody needs an entry to know them.
 */
function unlinkedTerms(text: Text, terms: readonly Term[]): string[] {
  return sectionsOf(text).flatMap((section) => terms.flatMap((term) => firstUnlinked(text, section, term) ?? []));
}

function firstUnlinked(text: Text, section: readonly Passage[], term: Term): string | undefined {
  const pattern = mentionsOf(term);
  for (const passage of section) {
    if (passage.kind === 'heading' || passage.kind === 'head') continue;
    for (const { index, 0: words } of passage.text.matchAll(pattern)) {
      const to = index + words.length;
      if (
        isIn(
          passage.links.filter(({ path }) => path === `glossary/${term.id}.md`),
          index,
          to,
        )
      )
        return undefined;
      if (!isIn(blocked(passage), index, to))
        return place(text, passage, `${words} is not linked at its first mention`);
    }
  }
  return undefined;
}

const terms = entries.glossary
  .map(({ id, data: { title, kind, sort } }) => ({ id, title, kind, sort }))
  // “Article 5” is mostly that of a draft.
  .filter(({ id, kind }) => kind !== 'state' && id !== 'article-5');

describe('the first mention of an entry of the glossary in a section is a link to it', () => {
  test('in the story', () => {
    const read = cited.filter(({ collection }) => collection !== 'glossary');
    expect(read.flatMap((text) => unlinkedTerms(text, terms))).toEqual([]);
  });

  const jake = { id: 'jake-sullivan', title: 'Jake Sullivan', kind: 'person', sort: 'Sullivan, Jake' };
  const nato = { id: 'nato', title: 'NATO', kind: 'organisation' };
  test.each([
    ['[Jake Sullivan](../glossary/jake-sullivan.md) spoke. Sullivan said no.', []],
    ['Sullivan said no. [Jake Sullivan](../glossary/jake-sullivan.md) spoke.', ['Sullivan']],
    ['Jake Sullivan spoke for [NATO](../glossary/osce.md) and NATO’s members.', ['Jake Sullivan', 'NATO']],
    ['John Sullivan spoke of the NATO-Russia Council and “NATO”.', []],
    ['## A\n\n[NATO](../glossary/nato.md) met.\n\n## B\n\nNATO met again.', ['NATO']],
    ['> [!DISPUTED]\n> **Did NATO meet?**\n>\n> - **NATO:** yes.\n> - **Sullivan:** no, NATO did not.', ['NATO']],
  ])('%s', (markdown, missing) => {
    const faults = unlinkedTerms(sample(markdown), [jake, nato]);
    expect(faults).toEqual(missing.map((name) => expect.stringContaining(`${name} is not linked`)));
  });
});

const FULL_DATE = new RegExp(`(\\d{1,2})(?:–\\d{1,2})? (${MONTHS.join('|')}) (\\d{4})`, 'g');

/** Dates on which something else happened than the one event of that day. */
const OTHER_EVENTS: Record<string, string> = {
  'explainers/questions.md 21 December 2021': 'Ryabkov’s interview; the event is Putin’s speech',
  'explainers/russias-hand.md 13 January 2022': 'a report by CSIS; the event is the OSCE’s meeting',
  'explainers/what-each-side-wanted.md 15 December 2021': 'Zelensky in Brussels; the event is the handover in Moscow',
};

/** Full dates that have one event, told in a section that has not linked it by the end of that paragraph. */
function unlinkedDates(text: Text, events: ReadonlyMap<string, string[]>): { at: string; key: string }[] {
  return sectionsOf(text).flatMap((section) => {
    const done = new Set<string>();
    return section.flatMap((passage) => {
      for (const { path } of passage.links) done.add(path);
      if (passage.kind === 'heading' || passage.kind === 'head') return [];
      return [...passage.text.matchAll(FULL_DATE)].flatMap(
        ({ index, 0: date, 1: day = '', 2: month = '', 3: year }) => {
          const [event, another] =
            events.get(`${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`) ?? [];
          if (event === undefined || another !== undefined || done.has(event)) return [];
          if (isIn(blocked(passage), index, index + date.length) || isOwnWord(passage.text)) return [];
          return [{ at: place(text, passage, `${date} is not linked to ${event}`), key: `${text.path} ${date}` }];
        },
      );
    });
  });
}

const byDay = (events: readonly { id: string; date: When }[]) =>
  new Map(
    [...Map.groupBy(events, ({ date }) => isoDay(date.from))].map(([day, those]) => [
      day,
      those.map(({ id }) => `timeline/${id}.md`),
    ]),
  );

describe('a full date with one event is linked where a section of an explainer first tells it', () => {
  test('in the story', () => {
    const events = byDay(entries.timeline.map(({ id, data: { date } }) => ({ id, date })));
    const found = cited
      .filter(({ collection }) => collection === 'explainers')
      .flatMap((text) => unlinkedDates(text, events));
    expect(found.filter(({ key }) => !(key in OTHER_EVENTS)).map(({ at }) => at)).toEqual([]);
    expect(Object.keys(OTHER_EVENTS).filter((key) => !found.some((one) => one.key === key))).toEqual([]);
  });

  test.each([
    ['They met on 7 December 2021.', 1],
    ['They met on [7 December 2021](../timeline/call.md).', 0],
    ['They [met](../timeline/call.md) on 7 December 2021. On 7 December 2021 it rained.', 0],
    ['On 7 December 2021 they [met](../timeline/other.md) on 17 December 2021.', 1],
    ['“On 7 December 2021,” he said; see [the call of 7 December 2021](the-call.md).', 0],
    ['[7 December 2021](../timeline/call.md)\n\n## Next\n\nOn 7 December 2021.', 1],
  ])('%s', (markdown, faults) => {
    const events = new Map([
      ['2021-12-07', ['timeline/call.md']],
      ['2021-12-17', ['timeline/a.md', 'timeline/b.md']],
    ]);
    expect(unlinkedDates(sample(markdown), events)).toHaveLength(faults);
  });
});

/** The files among `needed` that no other file's running text links. */
function orphans(needed: readonly Text[], all: readonly Text[]): string[] {
  const linked = new Set(
    all.flatMap(({ path, passages }) =>
      passages.flatMap(({ links }) => links.map((link) => link.path.split('#')[0])).filter((to) => to !== path),
    ),
  );
  return needed.map(({ path }) => path).filter((path) => !linked.has(path));
}

test('no entry, event, demand or article is left alone', () => {
  const needed = cited.filter(({ collection }) =>
    ['glossary', 'timeline', 'demands', 'articles', 'drafts'].includes(collection),
  );
  expect(orphans(needed, cited)).toEqual([]);
  const [a, b] = [sample('[b](b.md) and [a](a.md)', 'glossary/a.md'), sample('alone', 'glossary/b.md')];
  expect(orphans([a, b], [a, b])).toEqual(['glossary/a.md']);
});
