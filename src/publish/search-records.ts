import { directory, type Listed, type PageKind } from '../story/directory.ts';
import type { Story } from '../story/story.ts';

/** One thing that a search finds. */
export interface SearchRecord {
  /** Its address from the root of the site. */
  address: string;
  title: string;
  /** What it is, in a word or two that a reader sees. */
  kind: string;
  /** The words that are searched. */
  text: string;
}

/** What each kind of page is called in a list of results; undefined for pages that only list others or hold what others hold. */
const KINDS: Record<PageKind, string | undefined> = {
  home: undefined,
  index: undefined,
  explainer: undefined,
  section: 'Section',
  draft: 'Document',
  article: 'Article',
  demand: 'Demand',
  event: 'Event',
  term: 'Glossary',
  source: 'Source',
  picture: 'Picture',
  about: 'About',
};

/** Everything that a search can find: each section, article, event and term for itself, without notes and navigation. */
export function searchRecords(story: Story): SearchRecord[] {
  return directory(story).flatMap((listed) => {
    const kind = KINDS[listed.kind];
    if (kind === undefined || !('page' in listed)) return [];
    const { address, title } = listed;
    return [
      {
        address,
        title: headline(listed),
        kind: labelOf(listed, kind),
        text: [title, ...leadOf(listed), listed.page.text.plain].join('. '),
      },
    ];
  });
}

function headline(listed: Listed): string {
  return listed.kind === 'article' ? `${listed.page.number}. ${listed.title}` : listed.title;
}

/** Says where a section or an article is from. */
function labelOf(listed: Listed, kind: string): string {
  if (listed.kind === 'section') return `${kind} of ${listed.page.explainer.title}`;
  if (listed.kind === 'article') return `${kind} of the ${listed.page.draft.short}`;
  return kind;
}

/** The words of a page's head, which stand outside its text. */
function leadOf(listed: Listed): string[] {
  switch (listed.kind) {
    case 'event':
      return [listed.page.when, listed.page.place, listed.page.brief];
    case 'term':
      return [
        ...listed.page.aliases,
        listed.page.native?.text ?? '',
        listed.page.definition,
        ...listed.page.offices.map(({ title }) => title),
      ];
    case 'article':
      return [listed.page.brief, listed.page.answer.brief];
    case 'demand':
      return [listed.page.asks, ...listed.page.positions.map(({ party, text }) => `${party.name}: ${text}`)];
    case 'source':
      return [listed.page.publisher, listed.page.via ?? ''];
    case 'draft':
      return [listed.page.officialTitle, listed.page.brief];
    default:
      return [];
  }
}
