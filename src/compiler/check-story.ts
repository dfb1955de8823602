import type { VFile } from 'vfile';
import type { Fields } from '../story/schema.ts';
import { addressOf, pathOf, targetOf, type Target } from '../story/addresses.ts';
import { COLLECTIONS, type Collection } from '../story/page-kinds.ts';
import { lastOf } from '../story/dates.ts';
import type { Entries, Entry } from '../story/entries.ts';
import { hint } from '../story/nearest.ts';
import { faultsOfPicture } from './check-pictures.ts';
import { fault } from './faults.ts';
import type { Checked } from './front-matter.ts';

type Path = readonly PropertyKey[];

/** Where a file's fields stand, to put a fault on the right line. */
export interface Written {
  file: VFile;
  lineOf: ((path: Path) => number) | undefined;
}

/** Checks what only all files together can show, and records each fault where it stands. */
export function checkStory(
  entries: Entries,
  written: ReadonlyMap<string, Written>,
  story: { file: VFile; fields: Checked<Fields<'story'>> | undefined },
): void {
  const at = (target: Target, path: Path, reason: string) => {
    const { file, lineOf } = written.get(pathOf(target)) ?? { file: story.file, lineOf: story.fields?.lineOf };
    fault(file, reason, { line: lineOf?.(path) ?? 1 });
  };
  const all = COLLECTIONS.flatMap((collection) =>
    (entries[collection] as Entry<Record<string, unknown>>[]).map((entry) => ({
      ...entry,
      target: { collection, id: entry.id },
    })),
  );
  const known = new Map<Collection, Set<string>>(COLLECTIONS.map((name) => [name, new Set()]));
  for (const path of written.keys()) {
    const { collection, id } = targetOf(path);
    known.get(collection)?.add(id);
  }

  const checkData = (data: unknown, report: (path: Path, reason: string) => void) => {
    for (const { target, path } of referencesIn(data)) {
      const ids = known.get(target.collection) ?? new Set();
      if (!ids.has(target.id)) report(path, `${path.join('.')}: there is no ${pathOf(target)}${hint(target.id, ids)}`);
    }
    for (const { party, path } of partiesIn(data)) {
      if (!parties.has(party))
        report(path, `${path.join('.')}: story.yaml names no party “${party}”${hint(party, parties)}`);
    }
  };
  const parties = new Set(entries.story?.parties.map(({ id }) => id));
  if (!story.fields) return;
  checkData(entries.story, (path, reason) => fault(story.file, reason, { line: story.fields?.lineOf(path) ?? 1 }));
  for (const { target, data } of all) checkData(data, (path, reason) => at(target, path, reason));

  checkAddresses(
    all.map(({ target }) => target),
    at,
  );
  checkEvents(entries, at);
  checkDemands(entries, parties, at);
  checkArticles(entries, at);
  checkOffices(entries, at);
  checkChanges(entries, written, at);
  checkCited(entries, at);
  checkOrder(entries, at);
  checkPictures(entries, at);
}

type Report = (target: Target, path: Path, reason: string) => void;

function* walk(value: unknown, path: Path = []): Generator<{ value: object; path: Path }> {
  if (typeof value !== 'object' || value === null) return;
  yield { value, path };
  for (const [key, inner] of Object.entries(value))
    yield* walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

function* referencesIn(data: unknown): Generator<{ target: Target; path: Path }> {
  for (const { value, path } of walk(data))
    if ('collection' in value && 'id' in value) yield { target: value as Target, path };
}

function* partiesIn(data: unknown): Generator<{ party: string; path: Path }> {
  for (const { value, path } of walk(data)) {
    const keys = Object.keys(value);
    if (keys.length === 1 && keys[0] === 'party') yield { party: (value as { party: string }).party, path };
  }
}

function checkAddresses(targets: readonly Target[], at: Report): void {
  const taken = new Map<string, string>();
  for (const target of targets) {
    const address = addressOf(target);
    const other = taken.get(address);
    if (other !== undefined)
      at(target, [], `has the address ${address}, which is also that of ${other}; rename one of them`);
    taken.set(address, pathOf(target));
  }
}

function checkEvents(entries: Entries, at: Report): void {
  const strands = entries.story.strands.map(({ id }) => id);
  for (const { id, data } of entries.timeline) {
    if (!strands.includes(data.strand))
      at(
        { collection: 'timeline', id },
        ['strand'],
        `strand: story.yaml names no strand “${data.strand}”${hint(data.strand, strands)}`,
      );
  }
}

function checkDemands(entries: Entries, parties: ReadonlySet<string>, at: Report): void {
  for (const { id, data } of entries.demands) {
    const target: Target = { collection: 'demands', id };
    for (const [party, { status, date, sources }] of Object.entries(data.positions)) {
      const path = ['positions', party];
      if (!parties.has(party))
        at(target, path, `${path.join('.')}: story.yaml names no party “${party}”${hint(party, parties)}`);
      if (status !== 'none-found' && sources.length === 0)
        at(target, path, `${path.join('.')}: a position needs its sources`);
      if (status === 'none-found' && date)
        at(target, path, `${path.join('.')}: an answer that was not found has no date`);
    }
  }
}

function checkArticles(entries: Entries, at: Report): void {
  for (const { id, data } of entries.articles) {
    const target: Target = { collection: 'articles', id };
    const [draft = ''] = id.split('/');
    if (!entries.drafts.some((one) => one.id === draft))
      at(target, [], `belongs to drafts/${draft}.md, which does not exist`);
    if (!id.endsWith(`/article-${data.number}`))
      at(
        target,
        ['number'],
        `number: the file name says otherwise; article ${data.number} is article-${data.number}.md`,
      );
    const { status, date } = data.answer;
    if (status === 'none-found' && date)
      at(target, ['answer', 'date'], 'answer.date: an answer that was not found has no date');
    if (status !== 'none-found' && !date) at(target, ['answer'], 'answer: the day of the answer is missing');
  }
}

function checkOffices(entries: Entries, at: Report): void {
  for (const { id, data } of entries.glossary) {
    data.offices.forEach(({ from, until, title }, place) => {
      if (from && until && lastOf(until) < from.from.first)
        at({ collection: 'glossary', id }, ['offices', place], `offices.${place}: “${title}” ends before it starts`);
    });
  }
}

function checkChanges(entries: Entries, written: ReadonlyMap<string, Written>, at: Report): void {
  for (const { id, data } of entries.changes) {
    if (data.touches === 'all') continue;
    data.touches.forEach((touched, place) => {
      const [path = '', section] = touched.split('#');
      const report = (reason: string) =>
        at({ collection: 'changes', id }, ['touches', place], `touches.${place}: ${reason}`);
      if (!written.has(path)) report(`there is no ${path}${hint(path, written.keys())}`);
      else if (section !== undefined) {
        const sections = (written.get(path)?.file.data.headings ?? []).map((one) => one.id);
        if (!sections.includes(section)) report(`${path} has no section “${section}”${hint(section, sections)}`);
      }
    });
  }
}

/** A source that nothing cites is left over; it would stand in the list as if it carried something. */
function checkCited(entries: Entries, at: Report): void {
  const cited = new Set<string>();
  for (const collection of COLLECTIONS) {
    for (const { data, text } of entries[collection] as Entry<unknown>[]) {
      for (const id of text.notes.flatMap(({ sources }) => sources)) cited.add(id);
      for (const { target } of referencesIn(data)) if (target.collection === 'sources') cited.add(target.id);
    }
  }
  for (const { id } of entries.sources) {
    if (!cited.has(id)) at({ collection: 'sources', id }, [], 'no text cites this source; cite it or remove the file');
  }
}

function checkOrder(entries: Entries, at: Report): void {
  for (const collection of ['explainers', 'drafts', 'demands', 'pictures'] as const) {
    const places = new Map<number, string>();
    for (const { id, data } of entries[collection]) {
      const other = places.get(data.order);
      if (other !== undefined)
        at({ collection, id }, ['order'], `order: ${data.order} is already the place of ${collection}/${other}.md`);
      places.set(data.order, id);
    }
  }
}

function checkPictures(entries: Entries, at: Report): void {
  for (const entry of entries.pictures) {
    for (const { path, reason } of faultsOfPicture(entry)) at({ collection: 'pictures', id: entry.id }, path, reason);
  }
}
