import { addressOf, pathOf, targetOf, type Target } from '../story/addresses.ts';
import { lastOf, type When } from '../story/dates.ts';
import type { Entries, Entry } from '../story/entries.ts';
import { hint, hintOrAll } from '../story/nearest.ts';
import { COLLECTIONS, type Collection } from '../story/page-kinds.ts';
import type { CollectionWith } from '../story/schema.ts';
import { checkDrafts } from './check-drafts.ts';
import { faultsOfPicture } from './check-pictures.ts';
import { isContentPath, type Moves } from './check-addresses.ts';
import {
  faultAt,
  isRange,
  lineOfText,
  NO_RANGE,
  referencesIn,
  reporter,
  walk,
  type FileWithLines,
  type Path,
  type Report,
} from './checking.ts';
import { fault } from './faults.ts';
import { pathOfTarget, targetOfAddress } from './lost-addresses.ts';
import { isRecorded } from './page-said.ts';

/** What the check of a story needs of what was published. */
interface Published {
  /** The files whose pages the ledger has, by their paths then and now. */
  pages: ReadonlySet<string>;
  /** The addresses that were published, as they are now. */
  known: ReadonlySet<string>;
  moves: Moves;
}

/** Checks what needs all files together, and records each fault on its line. `story` is story.yaml. */
export function checkStory(
  entries: Entries,
  filesByPath: ReadonlyMap<string, FileWithLines>,
  story: FileWithLines,
  published: Published,
): void {
  const report = reporter(filesByPath);
  const parties = new Set(entries.story.parties.map(({ id }) => id));
  const all = COLLECTIONS.flatMap((collection) =>
    (entries[collection] as Entry<Record<string, unknown>>[]).map((entry) => ({
      ...entry,
      target: { collection, id: entry.id },
    })),
  );
  const idsOf = new Map<Collection, Set<string>>(COLLECTIONS.map((name) => [name, new Set()]));
  for (const path of filesByPath.keys()) {
    const { collection, id } = targetOf(path);
    idsOf.get(collection)?.add(id);
  }

  const checkData = (data: unknown, report: (path: Path, reason: string) => void) => {
    for (const { target, path } of referencesIn(data)) {
      const ids = idsOf.get(target.collection) ?? new Set();
      if (ids.has(target.id)) continue;
      const now = published.moves.paths.get(pathOf(target));
      report(path, `there is no ${pathOf(target)}${now ? `; it moved to ${now}` : hint(target.id, ids)}`);
    }
    for (const { party, path } of partiesIn(data)) {
      if (!parties.has(party)) report(path, `story.yaml names no party “${party}”${hintOrAll(party, parties)}`);
    }
  };
  checkData(entries.story, (path, reason) => faultAt(story, path, reason));
  for (const { target, data } of all) checkData(data, (path, reason) => report(target, path, reason));

  checkSharedAddresses(
    all.map(({ target }) => target),
    report,
  );
  if (!entries.story.moment) checkMomentless(all, report);
  checkEvents(entries, report);
  checkDrafts(entries, parties, report);
  checkOffices(entries, report);
  checkChanges(entries, filesByPath, published, report);
  checkOrder(entries, report);
  checkPictures(entries, filesByPath, report);
}

function* partiesIn(data: unknown): Generator<{ party: string; path: Path }> {
  for (const { value, path } of walk(data)) {
    const keys = Object.keys(value);
    if (keys.length === 1 && keys[0] === 'party') yield { party: (value as { party: string }).party, path };
  }
}

/** No two files may have the same address. */
function checkSharedAddresses(targets: readonly Target[], report: Report): void {
  const taken = new Map<string, string>();
  for (const target of targets) {
    const address = addressOf(target);
    const other = taken.get(address);
    if (other !== undefined)
      report(target, [], `has the address ${address}, which is also that of ${other}; rename one of them`);
    taken.set(address, pathOf(target));
  }
}

/** What tells how something was at the key moment, or that it came later, needs one. */
function checkMomentless(all: readonly { target: Target; data: unknown }[], report: Report): void {
  for (const { target, data } of all) {
    if ((data as { kind?: unknown }).kind === 'spans')
      report(target, ['kind'], 'a chart of time needs a key moment, which story.yaml does not name');
    for (const { value, path } of walk(data)) {
      const field = ['then', 'brief_then', 'definition_then', 'later'].find(
        (name) => Object.hasOwn(value, name) && Boolean((value as Record<string, unknown>)[name]),
      );
      if (field !== undefined) report(target, [...path, field], 'needs a key moment, which story.yaml does not name');
    }
  }
}

function checkEvents(entries: Entries, report: Report): void {
  const strands = entries.story.strands.map(({ id }) => id);
  for (const { id, data } of entries.timeline) {
    const { strand } = data;
    if (strand === undefined ? strands.length > 0 : !strands.includes(strand))
      report(
        { collection: 'timeline', id },
        ['strand'],
        strand === undefined
          ? `is missing; story.yaml names ${strands.join(', ')}`
          : `story.yaml names no strand “${strand}”${hintOrAll(strand, strands)}`,
      );
  }
}

function checkOffices(entries: Entries, report: Report): void {
  for (const { id, data } of entries.glossary) {
    const reportOffice = (place: number, reason: string) =>
      report({ collection: 'glossary', id }, ['offices', place], reason);
    data.offices.forEach((office, place) => {
      const { from, until, title } = office;
      const range = [from, until].find((one) => one && isRange(one));
      if (range) reportOffice(place, NO_RANGE(range));
      else if (from && until && lastOf(until) < from.from.first)
        reportOffice(place, `“${title}” ends before it starts`);
      else if (data.offices.slice(0, place).some((one) => one.title === title && areAtOnce(one, office)))
        reportOffice(place, `“${title}” is there already for a part of this time`);
    });
  }
}

/** Whether two spans of time have days in common, however vague their ends are. */
function areAtOnce(...spans: readonly { from?: When | undefined; until?: When | undefined }[]): boolean {
  const froms = spans.map(({ from }) => from?.from.last ?? Infinity);
  const untils = spans.map(({ until }) => until?.from.first ?? -Infinity);
  return Math.max(...froms) < Math.min(...untils);
}

function checkChanges(
  entries: Entries,
  filesByPath: ReadonlyMap<string, FileWithLines>,
  { pages, known, moves }: Published,
  report: Report,
): void {
  // A change that was published stays as it was: what it touched may have moved since, or be taken away. Then there is
  // nothing to check, as of what was published under its new address; what is lost is told at its address.
  const placeNow = (touched: string): string => {
    const [path = '', section] = touched.split('#');
    if (!isContentPath(path)) return touched;
    const address = addressOf({ ...targetOf(path), ...(section !== undefined && { section }) });
    const now = moves.placeNow(address);
    if (now === address) return touched;
    const target = known.has(now) ? undefined : targetOfAddress(now);
    return target && filesByPath.has(pathOf(target)) ? pathOfTarget(target) : '';
  };
  for (const { id, data } of entries.changes) {
    const isPublished = known.has(addressOf({ collection: 'changes', id }));
    if (data.touches === 'all') {
      if (data.kind === 'removal')
        report({ collection: 'changes', id }, ['touches'], 'a removal names the files that it took away');
      continue;
    }
    data.touches.forEach((touched, place) => {
      const [path = '', section] = placeNow(touched).split('#');
      const reportTouched = (reason: string) => report({ collection: 'changes', id }, ['touches', place], reason);
      if (data.kind === 'removal') {
        // What is back since a removal was published needs a change that says so.
        if (filesByPath.has(touched) && !isPublished)
          reportTouched(`${touched} is still there; a removal names what was taken away`);
        else if (isContentPath(touched) && !isRecorded(targetOf(touched).collection, targetOf(touched).id))
          reportTouched(
            `what ${touched} says is not kept, so that no removal can show it; take this out, ` +
              `and say in moved.yaml where its address leads: ${touched}: ${folderOf(touched)}`,
          );
        else if (!pages.has(touched)) reportTouched(`no page of ${touched} was ever published${hint(touched, pages)}`);
      } else if (path === '' || (isPublished && pages.has(path) && !filesByPath.has(path))) return;
      else if (!filesByPath.has(path))
        reportTouched(
          pages.has(path)
            ? `${path} was published and is gone; say in moved.yaml where it went, ` +
                `or why in a change of kind removal that touches it${hint(path, filesByPath.keys())}`
            : `there is no ${path}${hint(path, filesByPath.keys())}`,
        );
      else if (section !== undefined) {
        const sections = (filesByPath.get(path)?.file.data.headings ?? []).map((one) => one.id);
        // Of one that was published is told where its address is lost.
        const isLost = known.has(addressOf({ ...targetOf(path), section }));
        if (!sections.includes(section) && !isLost)
          reportTouched(`${path} has no section “${section}”${hint(section, sections)}`);
      }
    });
  }
}

/** The page that lists what a file is one of. */
const folderOf = (path: string): string => addressOf(targetOf(path)).replace(/[^/]*\/?$/, '');

/** The collections whose files have an `order`; one that is forgotten does not compile. */
const ORDERED: Record<CollectionWith<'order'>, true> = {
  explainers: true,
  drafts: true,
  demands: true,
  pictures: true,
};

function checkOrder(entries: Entries, report: Report): void {
  const check = (collection: Collection, path: Path, ordered: readonly { id: string; order: number }[]) => {
    const places = new Map<number, string>();
    for (const { id, order } of ordered) {
      const other = places.get(order);
      if (other !== undefined)
        report({ collection, id }, path, `${order} is already the place of ${collection}/${other}.md`);
      places.set(order, id);
    }
  };
  for (const collection of Object.keys(ORDERED) as (keyof typeof ORDERED)[])
    check(
      collection,
      ['order'],
      entries[collection].map(({ id, data }) => ({ id, order: data.order })),
    );
  const cast = entries.glossary.flatMap(({ id, data }) => (data.cast ? [{ id, order: data.cast.order }] : []));
  check('glossary', ['cast', 'order'], cast);
}

function checkPictures(entries: Entries, filesByPath: ReadonlyMap<string, FileWithLines>, report: Report): void {
  for (const entry of entries.pictures) {
    const target: Target = { collection: 'pictures', id: entry.id };
    const { file } = filesByPath.get(pathOf(target)) ?? {};
    for (const { path, reason } of faultsOfPicture(entry))
      if (path !== 'text') report(target, path, reason);
      else if (file) fault(file, reason, { line: lineOfText(file) });
  }
}
