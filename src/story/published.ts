import { addressOf, COLLECTIONS, type Target } from './addresses.ts';
import { sectionHtml } from './body.ts';
import { yearOf } from './dates.ts';
import type { Entries, Entry } from './entries.ts';
import { fingerprint } from './fingerprint.ts';
import { SOURCE_TYPES, TERM_KINDS } from './kinds.ts';

/** An address that the site answers, as it stands in `addresses.txt`. */
export interface Published {
  /** From the root of the site, with a fragment where it is a place in a page. */
  address: string;
  /** Of a section: what tells its text from others. */
  fingerprint?: string;
}

/** Addresses that every site of this code has, whatever the story. */
const OF_THE_SITE = [
  '/', '/#explainers', '/drafts/', '/positions/', '/timeline/', '/glossary/', '/sources/', '/changes/',
  '/feed.xml', '/sitemap.xml', '/data/timeline.json', '/data/glossary.json', '/data/sources.json', '/data/addresses.json',
];

/** Every address and fragment that the site of a story answers, without notes and marks; sorted, each once. */
export function publishedAddresses(entries: Entries): Published[] {
  const found = new Map<string, Published>(OF_THE_SITE.map((address) => [address, { address }]));
  const add = (address: string, print?: string) => found.set(address, { address, ...(print !== undefined && { fingerprint: print }) });
  for (const collection of COLLECTIONS) {
    for (const { id, body } of entries[collection] as Entry<unknown>[]) {
      const target: Target = { collection, id };
      add(addressOf(target));
      for (const section of body.sections) {
        const print = fingerprint(sectionHtml(body, section).replace(/<[^>]*>/g, ' '));
        add(addressOf({ ...target, section: section.id }), print);
        if (collection === 'explainers' && section.depth === 2) add(sectionAddress(addressOf({ ...target, section: section.id })));
      }
    }
  }
  for (const { id } of entries.drafts) {
    add(`/drafts/#${id}`);
    add(`/drafts/${id}/#articles`);
  }
  if (entries.pictures.length > 0) add('/pictures/');
  for (const { id, data } of entries.demands) {
    add(`/positions/#${id}`);
    for (const party of Object.keys(data.positions)) add(`/positions/${id}/#${party}`);
  }
  for (const { data } of entries.timeline) {
    add(`/timeline/#y${yearOf(data.date)}`);
    for (const { id } of data.actors) add(`/glossary/${id}/#events`);
  }
  for (const kind of TERM_KINDS) if (entries.glossary.some(({ data }) => data.kind === kind)) add(`/glossary/#${kind}`);
  for (const type of SOURCE_TYPES) if (entries.sources.some(({ data }) => data.type === type)) add(`/sources/${type}/`);
  return [...found.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** The page of its own that a section of an explainer has: `/the-call/#agreed` → `/the-call/agreed/`. */
export function sectionAddress(fragment: string): string {
  return `${fragment.replace('#', '')}/`;
}

/** Reads `addresses.txt`: an address a line, for sections with a fingerprint behind it; lines that begin with # are left out. */
export function parseAddresses(text: string): (Published & { line: number })[] {
  return text.split('\n').flatMap((written, at) => {
    const [address = '', print] = written.trim().split(/\s+/);
    return address === '' || address.startsWith('#') ? [] : [{ address, ...(print && { fingerprint: print }), line: at + 1 }];
  });
}

/** Writes `addresses.txt`: what it held, and what is served now. Nothing is ever taken out. */
export function formatAddresses(before: readonly Published[], now: readonly Published[]): string {
  const all = new Map([...before, ...now].map((one) => [one.address, one]));
  const lines = [...all.values()].sort((a, b) => (a.address < b.address ? -1 : 1)).map((one) => [one.address, one.fingerprint].filter(Boolean).join(' '));
  return `${HEAD}${lines.join('\n')}\n`;
}

const HEAD = `# Every address and fragment that was ever published, and what tells each section's text from others.
# Made by \`npm run addresses\`. Lines are added, never taken out: readers have shared these links.
`;
