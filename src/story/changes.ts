import type { Words } from '../words/words.ts';
import { addressOf, targetOf } from './addresses.ts';
import { dayInWords, parseWhen } from './dates.ts';
import { ownPagesOf, pageAt } from './directory.ts';
import type { Published } from './entries.ts';
import { addressOfPage } from './page-kinds.ts';
import type { Change, Story } from './story.ts';
import { allSections } from './text.ts';
import { typeset } from './typography.ts';

/** A page or section that a change touches. */
export interface Touched {
  title: string;
  /** Its address in the whole page, from the root of the site. */
  address: string;
  /** The address of the page that shows only this part, where there is one; else the same address. */
  alone: string;
  /** The address of the version of the page that the change made, where there is one. */
  version?: string;
}

/** The pages and sections that a change touches, in its order; empty when it touches the whole site. */
export function touchedBy(change: Change, story: Story): Touched[] {
  if (change.touches === 'all') return [];
  return change.touches.map((address) => {
    const [path = '', id] = address.split('#');
    const page = pageAt(story, path);
    const versions = pageAt(story, addressOfPage('versions', path));
    const history = versions?.kind === 'versions' ? versions.item : undefined;
    if (!page)
      return { title: history?.title ?? address, address: history?.address ?? '/', alone: history?.address ?? '/' };
    // The version that names a removal is the one with which the page came back.
    const made =
      change.kind === 'removal'
        ? undefined
        : history?.versions.find(({ changes }) => changes.includes(change))?.address;
    const version = made === undefined ? {} : { version: made };
    if (id === undefined || !page.text) return { title: page.title, address, alone: address, ...version };
    const section = allSections(page.text).find((one) => one.id === id);
    const title = story.words.explainers.sectionIn(page.title, section?.title ?? id);
    const own = ownPagesOf(page).find((one) => one.id === id || allSections(one.text).some((inner) => inner.id === id));
    return { title, address, alone: own ? `${own.address}${own.id === id ? '' : `#${id}`}` : address, ...version };
  });
}

/**
 * Puts changes in order, the newest first. Those of one day are in the order in which they were published, as far as
 * the versions of pages tell: one that is in none of the ledger is the newest. Where these tell nothing, the later name
 * is the newer.
 */
export function newestFirst<One extends Pick<Change, 'id' | 'day'>>(
  changes: readonly One[],
  published: readonly Published[],
  placeNow: (address: string) => string,
): One[] {
  const recorded = published.filter(({ isNew }) => !isNew);
  const earlier = new Map<string, Set<string>>();
  for (const versions of Map.groupBy(recorded, ({ path }) => placeNow(addressOf(targetOf(path)))).values())
    versions.forEach(({ changes: ids }, at) => {
      for (const [place, id] of ids.entries()) {
        const before = earlier.get(id) ?? new Set();
        earlier.set(id, before);
        for (const one of [...ids.slice(place + 1), ...(versions[at - 1]?.changes ?? [])]) before.add(one);
      }
    });
  // After how many others a change was published, at the least.
  const turns = new Map<string, number>();
  const turnOf = (id: string): number => {
    const known = turns.get(id);
    if (known !== undefined) return known;
    // An altered ledger could name a change as earlier than itself.
    turns.set(id, 0);
    const before = earlier.get(id);
    const turn = before ? 1 + Math.max(0, ...[...before].map(turnOf)) : Infinity;
    turns.set(id, turn);
    return turn;
  };
  return changes.toSorted((a, b) => {
    if (a.day !== b.day) return a.day < b.day ? 1 : -1;
    const [turn, other] = [turnOf(a.id), turnOf(b.id)];
    return turn === other ? (a.id < b.id ? 1 : -1) : other > turn ? 1 : -1;
  });
}

/** The last change that names exactly this address, and not the page around it or the whole site. */
export function lastChangeOf(changes: readonly Change[], place: string): Change | undefined {
  return changes.find(({ touches }) => touches !== 'all' && touches.includes(place));
}

/** Whether the only change of a page is its publication. */
export function isFirst(changes: readonly Change[]): boolean {
  return changes.length === 1 && changes[0]?.kind === 'new';
}

/** What kind of change it was and when, in words: “Corrected 24 May 2024”. */
export function changeInWords({ kind, day }: Change, words: Words): string {
  const key = `${day} ${words.language}`;
  let date = dayCache.get(key);
  if (date === undefined) dayCache.set(key, (date = dayInWords(parseWhen(day), words)));
  return typeset(words.changes.on(words.kinds.changes[kind], date), words);
}

// Every page shows its last change. Parsing and formatting its date is the slowest part of that line.
const dayCache = new Map<string, string>();
