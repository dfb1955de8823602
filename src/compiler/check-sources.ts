import { wordsOf } from '../words/words.ts';
import { pathOf, type Target } from '../story/addresses.ts';
import type { Entries, Entry } from '../story/entries.ts';
import { hint } from '../story/nearest.ts';
import { COLLECTIONS } from '../story/page-kinds.ts';
import { rankOf } from '../story/ranks.ts';
import type { Fields } from '../story/schema.ts';
import type { Note } from '../story/text.ts';
import { referencesIn, type Path, type Written } from './check-story.ts';
import { fault } from './faults.ts';
import type { Checked } from './front-matter.ts';
import type { VFile } from 'vfile';

type Publishers = (Checked<Fields<'publishers'>> & { file: VFile }) | undefined;

/** What a source can carry. */
interface Carrier {
  rank: 1 | 2 | 3;
  publisher: string;
  /** The party whose voice it is. */
  voice: string | undefined;
}

/**
 * Holds every claim to its sources: a note, or a list of sources in front matter, needs one of the first two ranks; what
 * rests on the word of one party alone is said to be that party's word; and a source that nothing cites is left over.
 */
export function checkSources(entries: Entries, written: ReadonlyMap<string, Written>, publishers: Publishers): void {
  const at = (target: Target, path: Path, reason: string) => {
    const { file, lineOf } = written.get(pathOf(target)) ?? {};
    if (file) fault(file, reason, { line: lineOf?.(path) ?? 1 });
  };
  checkPublishers(entries, publishers, at);
  const carriers = carriersOf(entries);
  const namesOf = namesOfParties(entries);
  // A document proves what stands in it, whoever wrote it.
  const documents = new Set(entries.drafts.map(({ data }) => data.source.id));
  const { claimedBy } = wordsOf(entries.story.language).texts;
  const cited = new Set<string>();
  for (const collection of COLLECTIONS) {
    for (const { id, data, text } of entries[collection] as Entry<unknown>[]) {
      const target: Target = { collection, id };
      const { file } = written.get(pathOf(target)) ?? {};
      for (const note of text.notes) {
        for (const source of note.sources) cited.add(source);
        if (file) checkNote(note, file, { carriers, namesOf, documents, claimedBy });
      }
      for (const { target: to } of referencesIn(data)) if (to.collection === 'sources') cited.add(to.id);
      for (const { path, sources } of sourceLists(data)) {
        const ranks = sources.map((source) => carriers.get(source)?.rank ?? 1);
        if (ranks.length > 0 && Math.min(...ranks) > 2)
          at(target, path, `${path.join('.')}: ${ONLY_RANK_3}: ${sources.join(', ')}`);
      }
    }
  }
  for (const { id } of entries.sources)
    if (!cited.has(id)) at({ collection: 'sources', id }, [], 'no text cites this source; cite it or remove the file');
}

const ONLY_RANK_3 =
  'no source of the first two ranks carries this (an official text, or a news agency, newspaper, broadcaster or research body)';

/** Every publisher that a source names is in publishers.yaml, and every one there is named by a source. */
function checkPublishers(
  { sources, publishers: list, story }: Entries,
  publishers: Publishers,
  at: (target: Target, path: Path, reason: string) => void,
): void {
  const ids = Object.keys(list);
  const used = new Set<string>();
  for (const { id, data } of sources) {
    for (const field of ['publisher', 'via'] as const) {
      const publisher = data[field];
      if (publisher === undefined) continue;
      used.add(publisher);
      if (!ids.includes(publisher))
        at(
          { collection: 'sources', id },
          [field],
          `${field}: publishers.yaml has no “${publisher}”${hint(publisher, ids)}; add a line for it: ${publisher}: { name: …, kind: … }`,
        );
    }
  }
  if (!publishers) return;
  const report = (path: Path, reason: string) => fault(publishers.file, reason, { line: publishers.lineOf(path) });
  const parties = story.parties.map(({ id }) => id);
  for (const [id, { voice }] of Object.entries(list)) {
    if (!used.has(id)) report([id], `no source is published by “${id}”; take the line out`);
    if (voice && !parties.includes(voice.party))
      report([id, 'voice'], `${id}.voice: story.yaml names no party “${voice.party}”${hint(voice.party, parties)}`);
  }
}

function carriersOf({ sources, publishers }: Entries): Map<string, Carrier> {
  return new Map(
    sources.flatMap(({ id, data }) => {
      const publisher = Object.hasOwn(publishers, data.publisher) ? publishers[data.publisher] : undefined;
      const via = data.via !== undefined && Object.hasOwn(publishers, data.via) ? publishers[data.via] : undefined;
      if (!publisher) return [];
      const rank = rankOf(publisher.kind, via?.kind);
      return [[id, { rank, publisher: publisher.name, voice: publisher.voice?.party }] as const];
    }),
  );
}

/** The words by which a text gives something to a party: its names, and those who speak for it. */
function namesOfParties({ story, glossary, publishers }: Entries): ReadonlyMap<string, readonly string[]> {
  return new Map(
    story.parties.map(({ id, name, short, also }) => {
      const terms = glossary.filter(({ id: term, data }) => data.party?.party === id || term === id);
      const voices = Object.values(publishers).filter(({ voice }) => voice?.party === id);
      const surnames = terms.flatMap(({ data }) =>
        data.kind === 'person' ? (data.title.split(' ').at(-1) ?? []) : [],
      );
      return [
        id,
        [
          ...[name, short, ...also, ...surnames],
          ...terms.flatMap(({ data }) => [data.title, ...data.aliases]),
          ...voices.map((voice) => voice.name),
        ].filter((words) => words.length > 1),
      ] as const;
    }),
  );
}

/** What a note is held to. */
interface Rules {
  carriers: ReadonlyMap<string, Carrier>;
  namesOf: ReadonlyMap<string, readonly string[]>;
  /** The sources that are documents of the story. */
  documents: ReadonlySet<string>;
  /** How a note gives the word of one party alone. */
  claimedBy: (party: string) => string;
}

/** Holds one note to the rule. */
function checkNote(note: Note, file: VFile, { carriers, namesOf, documents, claimedBy }: Rules): void {
  const found = note.sources.flatMap((id) => carriers.get(id) ?? []);
  if (found.length < note.sources.length || found.length === 0) return;
  const line = file.data.noteUses?.find(({ label }) => label === note.label)?.line ?? 1;
  if (Math.min(...found.map(({ rank }) => rank)) > 2)
    fault(file, `the note [^${note.label}]: ${ONLY_RANK_3}: ${note.sources.join(', ')}`, { line });
  const voices = new Set(found.map(({ voice }) => voice));
  const [voice] = voices;
  if (voices.size > 1 || voice === undefined || note.claimedBy !== undefined) return;
  if (note.sources.every((id) => documents.has(id))) return;
  const names = namesOf.get(voice) ?? [];
  for (const use of file.data.noteUses ?? []) {
    if (use.label !== note.label || names.some((name) => hasWords(use.context, name))) continue;
    fault(
      file,
      `the note [^${note.label}] rests on ${found[0]?.publisher} alone, which speaks for one party, and the text does not give this to that party: say who says so, begin the note with “${claimedBy('…')}”, or cite another source`,
      { line: use.line },
    );
  }
}

/** Whether a text has some words as words of their own. */
function hasWords(text: string, words: string): boolean {
  const at = text.indexOf(words);
  if (at < 0) return false;
  const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  return !isLetter(text[at - 1]) || !isLetter(text[at + words.length]) || hasWords(text.slice(at + 1), words);
}

/** The lists of sources in front matter, each of which carries one thing. */
function* sourceLists(data: unknown, path: Path = []): Generator<{ path: Path; sources: string[] }> {
  if (typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    const here = [...path, Array.isArray(data) ? Number(key) : key];
    const targets = (Array.isArray(value) ? value : [value]) as (Target | undefined)[];
    if ((key === 'sources' || key === 'source') && targets.length > 0)
      yield { path: here, sources: targets.flatMap((target) => (target?.collection === 'sources' ? [target.id] : [])) };
    else yield* sourceLists(value, here);
  }
}
