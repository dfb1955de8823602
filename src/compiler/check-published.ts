import { createHash } from 'node:crypto';
import { z } from 'astro/zod';
import GithubSlugger from 'github-slugger';
import type { VFile } from 'vfile';
import { addressOf, pathOf, targetOf } from '../story/addresses.ts';
import { newestFirst } from '../story/changes.ts';
import { differences, type Difference } from '../story/compare.ts';
import { isoDay, parseWhen } from '../story/dates.ts';
import type { Entries, Published } from '../story/entries.ts';
import { hint } from '../story/nearest.ts';
import { PAGE_KINDS } from '../story/page-kinds.ts';
import { formatSaid, parseSaid, saysTheSame, type Block } from '../story/said.ts';
import { faultAt, type FileWithLines } from './checking.ts';
import { fault } from './faults.ts';
import { readYaml } from './front-matter.ts';
import { isRecorded, type PlacedBlock } from './page-said.ts';

/** The folder of the ledger in a story's own. */
export const LEDGER = 'published/';

const HEAD = z.strictObject({
  /** The day from which on the page said this. */
  day: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  /** The ids of the changes that made it so, the newest first. */
  changes: z.array(z.string()).min(1),
  /** Of the text below, by which a ledger that was altered later is found out. */
  sha256: z.string(),
});

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The file of the ledger that holds a version of a page: its path below the story's folder, and its text. */
export function fileOfVersion({ path, id, day, changes, text }: Published): { path: string; text: string } {
  const head = `---\nday: ${day}\nchanges: [${changes.join(', ')}]\nsha256: ${hashOf(text)}\n---\n\n`;
  return { path: `${LEDGER}${path.replace(/\.md$/, '')}/${id}.md`, text: head + text };
}

/** The file whose page a file of the ledger is about: `published/glossary/ada/1904-06-01.md` → `glossary/ada.md`. */
export const pageOfVersion = (file: string): string => `${file.slice(LEDGER.length).replace(/\/[^/]*$/, '')}.md`;

/** What the check of the ledger needs of the story. */
interface Checked {
  /** What each page says now, by the path of its file. */
  said: ReadonlyMap<string, readonly PlacedBlock[]>;
  written: ReadonlyMap<string, FileWithLines>;
  /** The addresses that were published: a change whose address is not among them is new. */
  known: ReadonlySet<string>;
  /** The address that a page or section of old has now. */
  placeNow: (address: string) => string;
  language: string;
}

/**
 * Reads the ledger and holds every page to it: a page may say something else than when it was last published only if a
 * change touches it that was not published yet. Returns the ledger with what it does not have yet. What differs in
 * silence is a fault where it stands, unless `guard` is off, as it is while the story is being written; the advice says
 * how to tell of it.
 */
export function checkPublished(
  entries: Entries,
  files: readonly VFile[],
  { said, written, known, placeNow, language }: Checked,
  { guard, today }: { guard: boolean; today: string },
): { published: Published[]; advice?: string } {
  const recorded = files.flatMap((file) => readVersion(file, entries, placeNow) ?? []).sort(inOrder);
  const read = entries.changes.map(({ id, data: { date, kind, touches } }) => ({
    id,
    kind,
    day: isoDay(date.from),
    touches: touches === 'all' ? touches : touches.map((touched) => placeNow(addressAt(touched))),
  }));
  const all = newestFirst(read, recorded, placeNow);
  const isKnown = (id: string) => known.has(addressOf({ collection: 'changes', id }));
  const fresh = all.filter(({ id }) => !isKnown(id));
  const versionsOf = Map.groupBy(recorded, ({ path }) => placeNow(addressOf(targetOf(path))));
  const removals = all.filter(({ kind, id }) => kind === 'removal' && isKnown(id));
  const there = new Set([...said.keys()].map((path) => addressOf(targetOf(path))));
  // What is new may be what is gone, under another name: where that went is asked first, with the addresses.
  const lostKinds = new Set(
    recorded.flatMap(({ path }) => {
      const address = addressOf(targetOf(path));
      const isLost = placeNow(address) === address && !there.has(address) && known.has(address);
      return isLost ? [targetOf(path).collection] : [];
    }),
  );
  const added: Published[] = [];
  /** Pages that say something else in silence, and whether they are new or back. */
  const silent = new Map<string, boolean>();
  for (const [path, blocks] of said) {
    const address = addressOf(targetOf(path));
    const versions = versionsOf.get(address) ?? [];
    const last = versions.at(-1);
    const before = last && (parseSaid(last.text) ?? []);
    // The version of a page that came back names what took it away.
    const gone = removals.filter(
      ({ id, touches }) => touches.includes(address) && versions.every(({ changes }) => !changes.includes(id)),
    );
    if (before && gone.length === 0 && saysTheSame(before, blocks)) continue;
    const isFirst = recorded.length === 0;
    const touching = (isFirst ? all : fresh).filter(
      ({ touches }) => touches === 'all' || touches.some((one) => one.split('#')[0] === address),
    );
    const touched = new Set(touching.flatMap(({ touches }) => (touches === 'all' ? [address] : touches)));
    const untold = before ? differences(before, blocks, language).filter((one) => !isTold(one, before, blocks)) : [];
    function isTold({ block, at, is }: Difference, was: readonly Block[], now: readonly Block[]): boolean {
      if (touched.has(address) || (block.kind === 'note' && touching.length > 0)) return true;
      return sectionsAt(is === undefined ? was : now, at).some((id) => touched.has(placeNow(`${address}#${id}`)));
    }
    const [newest] = touching;
    if (newest && untold.length === 0) {
      const [removal] = gone;
      const was =
        removal && newest.day < removal.day
          ? `was taken away on ${removal.day}`
          : last && newest.day < last.day
            ? `was already published as it stood on ${last.day}`
            : undefined;
      const change = written.get(`changes/${newest.id}.md`);
      if (was !== undefined && change) faultAt(change, ['date'], `${path} ${was}; a change after it has a later day`);
      added.push({
        path,
        id: freeId(newest.day, versions),
        day: newest.day,
        changes: [...touching, ...gone].map(({ id }) => id),
        text: formatSaid(blocks, language),
        isNew: true,
      });
    } else if (guard && !isFirst && (last || !lostKinds.has(targetOf(path).collection))) {
      const { file, lineOf } = written.get(path) ?? {};
      const lineOfBlock = ({ from }: PlacedBlock) => (typeof from === 'number' ? from : (lineOf?.(from) ?? 1));
      if (!file) continue;
      const isBack = gone.length > 0 && !newest;
      silent.set(path, isBack || !last);
      if (isBack || !last)
        fault(
          file,
          isBack
            ? `changes/${gone[0]?.id}.md took this page away, and no change since says that it is back`
            : 'this page is new since the last publication, and no change says so',
          { line: 1 },
        );
      for (const one of isBack ? [] : untold)
        fault(file, () => reasonFor(one, last?.day ?? ''), {
          line: lineOfBlock(
            (one.is === undefined ? nearestTo(one.block, before ?? [], blocks) : blocks[one.at]) as PlacedBlock,
          ),
        });
    }
  }
  return {
    published: [...recorded, ...added].sort(inOrder),
    ...(silent.size > 0 && { advice: advise(silent, today) }),
  };
}

const inOrder = (a: Published, b: Published): number => orderOf(a) - orderOf(b) || (a.path < b.path ? -1 : 1);
/** A version's day and its number on that day as one number. */
const orderOf = ({ id }: Published): number => {
  const [year = '', month = '', day = '', place = '1'] = id.split('-');
  return Number(year + month + day) * 1000 + Number(place);
};

function freeId(day: string, versions: readonly Published[]): string {
  const same = versions.filter((one) => one.day === day).length;
  return same === 0 ? day : `${day}-${same + 1}`;
}

function addressAt(touched: string): string {
  const [path = '', section] = touched.split('#');
  return addressOf({ ...targetOf(path), ...(section !== undefined && { section }) });
}

/** The sections that hold a block: that of its heading of the third level, and that of the second. */
function sectionsAt(blocks: readonly Block[], at: number): string[] {
  const ids: string[] = [];
  let level: Block['kind'] | undefined;
  for (let place = at; place >= 0 && level !== 'heading'; place -= 1) {
    const { kind, parts } = blocks[place] as Block;
    if (kind !== 'heading' && (kind !== 'subheading' || level === 'subheading')) continue;
    level = kind;
    ids.push(new GithubSlugger().slug(parts[0] ?? ''));
  }
  return ids;
}

/** The block that stands now where one was taken out: the last before it that is still there. */
function nearestTo(gone: Block, before: readonly Block[], now: readonly PlacedBlock[]): PlacedBlock | undefined {
  const kept = before.slice(0, before.indexOf(gone)).map(({ parts }) => parts.join('\n'));
  return now.findLast(({ parts }) => kept.includes(parts.join('\n'))) ?? now[0];
}

function reasonFor({ was, is }: Difference, day: string): string {
  if (was === undefined)
    return `“${is ?? ''}” was not there when this page was published on ${day}, and no change since says so`;
  if (is === undefined)
    return `“${was}” was there when this page was published on ${day}, and no change since says that it is gone`;
  return `“${was}” was published here on ${day} and is now “${is}”, and no change since says so`;
}

/** The change file that would tell of pages that say something else. */
function advise(silent: ReadonlyMap<string, boolean>, today: string): string {
  const paths = [...silent.keys()];
  const [first = ''] = paths;
  const kind = [...silent.values()].every(Boolean) ? 'new' : 'update';
  const name = first.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
  return `What was published is not altered in silence. Put the old words back, or say why they are others, in a file
such as changes/${today}-${name}.md:

---
title: What changed, in a few words
date: ${today}
kind: ${kind}   # one of update; new, of a page that is new or back; correction, of an error;
               # wording, where the meaning is the same
touches: [${paths.join(', ')}]
---

Why it changed.
`;
}

/**
 * Reads a file of the ledger; what is none, or was altered since it was written, is a fault. Its changes are named as
 * their files are now.
 */
function readVersion(file: VFile, entries: Entries, placeNow: Checked['placeNow']): Published | undefined {
  const [, id] = /\/(\d{4}-\d\d-\d\d(?:-\d+)?)\.md$/.exec(file.path) ?? [];
  const wrong = (reason: string, line = 1) => {
    fault(file, reason, { line });
    return undefined;
  };
  const path = pageOfVersion(file.path);
  if (file.value === undefined) return undefined;
  if (id === undefined || !isPage(path) || !isDay(id.slice(0, 10)))
    return wrong('this is no page’s; npm run publish writes what is in published/');
  const [head = '', yaml = ''] = /^---\n(.*?\n)---\n\n/s.exec(String(file)) ?? [];
  const fields = readYaml(file, yaml, 2, HEAD);
  const text = String(file).slice(head.length);
  if (!fields) return undefined;
  const { sha256 } = fields.data;
  const changes = fields.data.changes.map((one) => {
    const [page, now] = placeNow(addressOf({ collection: 'changes', id: one })).split('#');
    return page === PAGE_KINDS.changes.address && now !== undefined ? now : one;
  });
  const day = id.slice(0, 10);
  if (sha256 !== hashOf(text) || !parseSaid(text) || fields.data.day !== day)
    wrong('what was published was altered here; nothing in published/ changes any more. Take the file back as it was');
  const ids = entries.changes.map((change) => change.id);
  const lost = changes.find((change) => !ids.includes(change));
  if (lost !== undefined)
    return wrong(
      `there is no changes/${lost}.md, which made this version${hint(lost, ids)}`,
      fields.lineOf(['changes', changes.indexOf(lost)]),
    );
  return { path, id, day, changes, text };
}

function isDay(written: string): boolean {
  try {
    return parseWhen(written).from !== undefined;
  } catch {
    return false;
  }
}

function isPage(path: string): boolean {
  try {
    const target = targetOf(path);
    return pathOf(target) === path && isRecorded(target.collection, target.id);
  } catch {
    return false;
  }
}
