import { assemble } from '../story/assemble.ts';
import { yearOf } from '../story/dates.ts';
import { dataSets, directory } from '../story/directory.ts';
import type { Entries } from '../story/entries.ts';
import { eventFilters } from '../story/filters.ts';
import { castOf, groupTerms, placeOnTimeline } from '../story/groups.ts';
import { lineUp } from '../story/lineup.ts';
import { PAGE_KINDS } from '../story/page-kinds.ts';
import { allSections } from '../story/text.ts';
import { fingerprint } from './fingerprint.ts';

/** The file of the ledger that has the addresses. */
export const ADDRESSES = 'addresses.txt';

/** An address that the site serves, as a line of `addresses.txt` has it. */
export interface PublishedAddress {
  /** From the root of the site, with a fragment where it is a place in a page. */
  address: string;
  /** Of a section: the fingerprint of its text, see fingerprint.ts. */
  fingerprint?: string;
}

/** Files that every site of this code has beside its pages. */
const FILES = ['/sitemap.xml', '/robots.txt'];

/**
 * Every address and fragment that the site of a story answers, without notes and marks; sorted, each once. `moves` are
 * those that are declared: a page that moved keeps the addresses of its versions.
 */
export function publishedAddresses(entries: Entries, moves: Entries['moves'] = entries.moves): PublishedAddress[] {
  const story = assemble({ ...entries, moves });
  const found = new Map<string, PublishedAddress>([...FILES, '/#explainers'].map((address) => [address, { address }]));
  const add = (address: string, print?: string) =>
    found.set(address, { address, ...(print !== undefined && { fingerprint: print }) });
  for (const name of dataSets(story)) {
    add(`/data/${name}.json`);
    add(`/data/${name}.schema.json`);
  }
  if (story.changes.length > 0) add('/feed.xml');
  if (story.sources.length > 0) add(`${PAGE_KINDS.sources.address}#claims`);
  for (const listed of directory(story)) {
    if (listed.kind === 'notFound') continue;
    add(listed.address);
    if (listed.text)
      for (const { id, plain } of allSections(listed.text)) add(`${listed.address}#${id}`, fingerprint(plain));
  }
  for (const { id, address, articles } of story.drafts) {
    add(`${PAGE_KINDS.drafts.address}#${id}`);
    for (const id of ['articles', 'document']) add(`${address}#${id}`);
    for (const article of articles) {
      const place = article.id.split('/').at(-1);
      add(`${address}#${place}`);
      for (const paragraph of article.paragraphs) add(`${address}#${place}-${paragraph.id}`);
    }
  }
  if (castOf(story.terms).length > 0) add(`${PAGE_KINDS.glossary.address}#cast`);
  for (const { id } of lineUp(story)) add(`${PAGE_KINDS.drafts.address}#${id}`);
  for (const { id, address, positions } of story.demands) {
    add(`${PAGE_KINDS.positions.address}#${id}`);
    for (const { party } of positions) add(`${address}#${party.id}`);
  }
  const timelines = [
    { address: PAGE_KINDS.timeline.address, events: story.events },
    ...eventFilters(story).flatMap(({ filters }) => filters),
  ];
  for (const { address, events } of timelines)
    for (const event of events)
      for (const place of [`y${yearOf(event.date)}`, placeOnTimeline(event, events)]) add(`${address}#${place}`);
  for (const { kind, letters } of groupTerms(story.terms, story.words))
    for (const id of [kind, ...letters.map((one) => one.id)]) add(`${PAGE_KINDS.glossary.address}#${id}`);
  for (const { address, events } of story.terms) if (events.length > 0) add(`${address}#events`);
  for (const { id } of story.changes) add(`${PAGE_KINDS.changes.address}#${id}`);
  return [...found.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** The page of its own that a section of an explainer has: `/the-call/#agreed` → `/the-call/agreed/`. */
export function sectionAddress(fragment: string): string {
  return `${fragment.replace('#', '')}/`;
}

/**
 * Reads `addresses.txt`: an address a line, for sections with a fingerprint behind it; lines that begin with # are left
 * out.
 */
export function parseAddresses(text: string): (PublishedAddress & { line: number })[] {
  return text.split('\n').flatMap((written, at) => {
    const [address = '', ...rest] = written.trim().split(/\s+/);
    return address === '' || address.startsWith('#')
      ? []
      : [{ address, ...(rest.length > 0 && { fingerprint: rest.join(' ') }), line: at + 1 }];
  });
}

/** Writes `addresses.txt`: what it held, and what is served now. Nothing is ever taken out. */
export function formatAddresses(before: readonly PublishedAddress[], now: readonly PublishedAddress[]): string {
  const all = new Map([...before, ...now].map((one) => [one.address, one]));
  const lines = [...all.values()]
    .sort((a, b) => (a.address < b.address ? -1 : 1))
    .map((one) => [one.address, one.fingerprint].filter(Boolean).join(' '));
  return `${HEAD}${lines.join('\n')}\n`;
}

const HEAD = `# Every address and fragment that was ever published, and what tells each section's text from others.
# Made by \`npm run publish\`. Lines are added, never taken out: readers have shared these links.
`;
