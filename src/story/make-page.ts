import { addressOf } from './addresses.ts';
import { lastChangeOf } from './changes.ts';
import type { Entries, Entry } from './entries.ts';
import type { Histories } from './histories.ts';
import { datesPages } from './kinds.ts';
import { movedFrom } from './moves.ts';
import { addressOfPage, type Collection } from './page-kinds.ts';
import type { Article, Change, Explainer, Page, SectionPage, ShownSection, ShownText } from './story.ts';
import { countWords } from './counting.ts';
import { allSections, readingMinutes, textOfSection, type Section, type Text } from './text.ts';
import { cutAtWord, type TitleDocument } from './typography.ts';

/** Makes the page of a content file. `what` says in its title what it is, so that no two titles are alike. */
export type MakePage = (
  collection: Collection,
  entry: Entry<{ title: string; also?: string[] }>,
  description: string,
  what?: string,
) => Page;

/** What every page needs of the story. */
interface PageInputs {
  story: Entries['story'];
  moves: Entries['moves'];
  changes: readonly Change[];
  histories: Histories;
  titleDocument: TitleDocument;
}

/** What a page cites and mentions is filled in by mentions.ts, when all pages exist. */
const UNJOINED = { cited: [], terms: [], linkedParagraphs: [], mentions: [] };

/** A function that makes the pages of a story's files. */
export function pageMaker({
  story,
  moves,
  changes,
  histories: { histories, firsts },
  titleDocument,
}: PageInputs): MakePage {
  const changesOf = changesByPage(changes.filter(datesPages));
  return (collection, entry, description, what) => {
    const address = addressOf({ collection, id: entry.id });
    const history = histories.get(address);
    const made = history?.versions.flatMap((version) => version.changes) ?? [];
    const first = firsts.get(address);
    const own = changesOf(address).filter(
      (change) =>
        // A change of the whole site did not touch a page that came only later.
        change.touches !== 'all' ||
        !first ||
        first.changes.includes(change.id) ||
        made.includes(change) ||
        change.day > first.day,
    );
    const { oldIds, movedAway } = movedWithin(address, moves);
    const { title } = entry.data;
    return {
      id: entry.id,
      address,
      title,
      also: entry.data.also ?? [],
      fullTitle:
        entry.id === 'home' ? titleDocument(title, undefined, story.tagline) : titleDocument(title, what, story.title),
      description,
      text: showText(entry.text, { collection, address, changes: own, oldIds }),
      later: false,
      minutes: readingMinutes(countWords(entry.text.plain)),
      changes: own,
      history,
      movedAway,
      ...structuredClone(UNJOINED),
    };
  };
}

/** A function that gives the changes that touch a page or the whole site, in their order. */
function changesByPage(changes: readonly Change[]): (address: string) => Change[] {
  const touches = changes.flatMap((change, at) => {
    const pages = change.touches === 'all' ? ['all'] : change.touches.map((touched) => touched.replace(/#.*/, ''));
    return [...new Set(pages)].map((page) => ({ page, change, at }));
  });
  const byPage = Map.groupBy(touches, ({ page }) => page);
  return (address) =>
    ['all', address]
      .flatMap((page) => byPage.get(page) ?? [])
      .sort((a, b) => a.at - b.at)
      .map(({ change }) => change);
}

/**
 * The old sections of a page: those that are still on it under a new id (by that id), and those that moved to another
 * page.
 */
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
    collection: Collection;
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
    paragraph: undefined,
  });
  return { ...text, sections: text.sections.map((section) => show(section, 2)) };
}

/** A page that shows only one section of a page, with the changes of that section. */
function pageOfSection(whole: Page, section: ShownSection, address: string): Page {
  const places = [whole.address, ...[section, ...allSections(section)].map(({ id }) => `${whole.address}#${id}`)];
  return {
    id: section.id,
    address,
    title: section.title,
    also: [],
    fullTitle: section.title,
    description: cutAtWord(section.opening, 160),
    text: textOfSection(whole.text, section),
    later: section.later || whole.later,
    minutes: readingMinutes(countWords(section.plain)),
    changes: whole.changes.filter(
      ({ touches }) => touches === 'all' || touches.some((touched) => places.includes(touched)),
    ),
    history: whole.history,
    movedAway: [],
    ...structuredClone(UNJOINED),
  };
}

/** A page for each `h2` section of an explainer. */
export function sectionPages(explainer: Explainer, titleDocument: TitleDocument, site: string): SectionPage[] {
  return explainer.text.sections.map((section, at) => ({
    ...pageOfSection(explainer, section, addressOfPage('section', explainer.id, section.id)),
    fullTitle: titleDocument(section.title, explainer.title, site),
    explainer,
    place: at + 1,
  }));
}

/** The page of a paragraph of an article: `title` says which it is, `Article 4, paragraph 1`. */
export function paragraphPage(
  article: Article,
  section: ShownSection,
  { title, site, titleDocument }: { title: string; site: string; titleDocument: TitleDocument },
): Page {
  const address = `${article.address}${section.id}/`;
  section.page = address;
  return {
    ...pageOfSection(article, section, address),
    title,
    description: `${article.draft.title}, ${title}: ${section.opening}`,
    fullTitle: titleDocument(title, article.draft.title, site),
  };
}
