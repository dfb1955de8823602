import type { VFile } from 'vfile';
import { pathOf, type Target } from '../story/addresses.ts';
import type { Entries, Entry } from '../story/entries.ts';
import { hint } from '../story/nearest.ts';
import { COLLECTIONS } from '../story/page-kinds.ts';
import { rankOf, type Rank } from '../story/ranks.ts';
import type { Fields } from '../story/schema.ts';
import type { Note } from '../story/text.ts';
import { wordsOf } from '../words/words.ts';
import { referencesIn, reporter, type FileWithLines, type Path, type Report } from './checking.ts';
import type { NoteUse } from './context.ts';
import { fault } from './faults.ts';
import type { FrontMatter } from './front-matter.ts';

type Publishers = (FrontMatter<Fields<'publishers'>> & { file: VFile }) | undefined;

/** How well a source can support a claim. */
interface Carrier {
  rank: Rank;
  publisher: string;
  /** The party whose voice it is. */
  voice: string | undefined;
}

/**
 * Checks the sources of every claim: a note, or a list of sources in front matter, needs one of the first two ranks;
 * what rests on the word of one party alone is said to be that party's word; and a source that nothing cites is left
 * over.
 */
export function checkSources(
  entries: Entries,
  filesByPath: ReadonlyMap<string, FileWithLines>,
  publishers: Publishers,
): void {
  const report = reporter(filesByPath);
  checkPublishers(entries, publishers, report);
  const carriers = carriersOf(entries);
  const parties = namesOfParties(entries);
  const documents = new Map(entries.drafts.map((document) => [document.data.source.id, document]));
  const { claimedBy } = wordsOf(entries.story.language).texts;
  const rules: Rules = { carriers, parties, documents, claimedBy };
  const cited = new Set<string>();
  for (const collection of COLLECTIONS) {
    for (const { id, data, text } of entries[collection] as Entry<unknown>[]) {
      const target: Target = { collection, id };
      const { file } = filesByPath.get(pathOf(target)) ?? {};
      for (const note of text.notes) {
        for (const source of note.sources) cited.add(source);
        if (file) checkNote(note, file, rules);
      }
      for (const { target: to } of referencesIn(data)) if (to.collection === 'sources') cited.add(to.id);
      for (const { path, sources, context } of sourceLists(data)) {
        const reason = faultOfList(sources, context, rules);
        if (reason !== undefined) report(target, path, reason);
      }
    }
  }
  for (const { id } of entries.sources)
    if (!cited.has(id))
      report({ collection: 'sources', id }, [], 'no text cites this source; cite it or remove the file');
}

const ONLY_RANK_3 =
  'no source of the first two ranks carries this ' +
  '(an official text, or a news agency, newspaper, broadcaster or research body, by the kind in publishers.yaml)';

/** Every publisher that a source names is in publishers.yaml, and every one there is named by a source. */
function checkPublishers({ sources, publishers: list, story }: Entries, publishers: Publishers, report: Report): void {
  const ids = Object.keys(list);
  const used = new Set<string>();
  for (const { id, data } of sources) {
    for (const field of ['publisher', 'via'] as const) {
      const publisher = data[field];
      if (publisher === undefined) continue;
      used.add(publisher);
      const named = ids.find((one) => list[one]?.name.toLowerCase() === publisher.toLowerCase());
      if (!ids.includes(publisher))
        report(
          { collection: 'sources', id },
          [field],
          `publishers.yaml has no “${publisher}”` +
            (hint(named ?? publisher, ids) || `; add a line for it: ${publisher}: { name: …, kind: … }`),
        );
    }
  }
  if (!publishers) return;
  const reportLine = (path: Path, reason: string) => fault(publishers.file, reason, { line: publishers.lineOf(path) });
  const parties = story.parties.map(({ id }) => id);
  for (const [id, { voice }] of Object.entries(list)) {
    // One that only a slip keeps from being used is not told of twice.
    if (!used.has(id) && [...used].every((one) => ids.includes(one)))
      reportLine([id], `no source is published by “${id}”; name it in a source, or take it out`);
    if (voice && !parties.includes(voice.party))
      reportLine([id, 'voice'], `${id}.voice: story.yaml names no party “${voice.party}”${hint(voice.party, parties)}`);
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

/** A party, with the words by which a text gives something to it: its names, and those who speak for it. */
interface NamedParty {
  id: string;
  name: string;
  names: readonly string[];
}

function namesOfParties({ story, glossary, publishers }: Entries): ReadonlyMap<string, NamedParty> {
  return new Map(
    story.parties.map(({ id, name, short, in_text: inText, also }) => {
      const terms = glossary.filter(({ id: term, data }) => data.party?.party === id || term === id);
      const voices = Object.values(publishers).filter(({ voice }) => voice?.party === id);
      const surnames = terms.flatMap(({ data }) =>
        data.kind === 'person' ? (data.title.split(' ').at(-1) ?? []) : [],
      );
      const names = [
        ...[name, short, inText ?? name, ...also, ...surnames],
        ...terms.flatMap(({ data }) => [data.title, ...data.aliases]),
        ...voices.map((voice) => voice.name),
      ].filter((words) => words.length > 1);
      return [id, { id, name, names: [...new Set(names)] }] as const;
    }),
  );
}

/** Whether a text names a party: `the town` also as “The town”, and “The Crier” as `the Crier`. */
function isNamed(text: string, { id, names }: NamedParty): boolean {
  const withInitial = (words: string, initial = '') => initial + words.slice(words.at(0)?.length);
  return [id, ...names].some(
    (words) =>
      hasWords(text, words) ||
      hasWords(text, withInitial(words, words.at(0)?.toUpperCase())) ||
      (words.includes(' ') && hasWords(text, withInitial(words, words.at(0)?.toLowerCase()))),
  );
}

/** At most so many names of a party are told. */
const MOST_NAMES = 12;

/** The names by which a text can give something to a party, as they end a message. */
function namesToUse({ names }: NamedParty): string {
  const more = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** What the check of a note needs. */
interface Rules {
  carriers: ReadonlyMap<string, Carrier>;
  parties: ReadonlyMap<string, NamedParty>;
  /** The documents of the story by their sources. */
  documents: ReadonlyMap<string, Entry<Fields<'drafts'>>>;
  /** How a note gives the word of one party alone. */
  claimedBy: (party: string) => string;
}

/** Checks the sources of one note. */
function checkNote(note: Note, file: VFile, { carriers, parties, documents, claimedBy }: Rules): void {
  const found = note.sources.flatMap((id) => carriers.get(id) ?? []);
  if (found.length < note.sources.length || found.length === 0) return;
  const line = file.data.noteUses?.find(({ label }) => label === note.label)?.line ?? 1;
  if (Math.min(...found.map(({ rank }) => rank)) > 2)
    fault(file, `the note [^${note.label}]: ${ONLY_RANK_3}: ${note.sources.join(', ')}`, { line });
  const voice = onlyVoice(found);
  if (note.claimedBy !== undefined) {
    checkClaimant(note, note.claimedBy, found, file, { parties, claimedBy });
    return;
  }
  if (voice === undefined) return;
  const cited = note.sources.flatMap((id) => documents.get(id) ?? []);
  const isDocument = cited.length === note.sources.length;
  const party = parties.get(voice);
  // A voice of no party is told of at its line.
  if (!party) return;
  const claim = claimedBy(party.name);
  for (const use of file.data.noteUses ?? []) {
    if (use.label !== note.label || isNamed(use.context, party)) continue;
    if (isDocument && cited.every((document) => tellsOf(document, note, use, file.data.target))) continue;
    fault(
      file,
      isDocument
        ? `the note [^${note.label}] rests on one party’s document alone, which proves no more than what it says, ` +
            `and the text does not give this to it: name it or link it (“${cited[0]?.data.title}”), ` +
            `name its party (${namesToUse(party)}), let the note link its paragraph, ` +
            `begin the note with “${claim}”, or cite another source`
        : `the note [^${note.label}] rests on ${found[0]?.publisher} alone, which speaks for one party, ` +
            'and the text does not give this to that party: ' +
            `say who says so, by a name of it (${namesToUse(party)}), ` +
            `begin the note with “${claim}”, or cite another source`,
      { line: use.line },
    );
  }
}

/** A note that gives its claim to a party cites its word, or somebody who speaks for no party and tells of it. */
function checkClaimant(
  { label }: Note,
  claimant: string,
  found: readonly Carrier[],
  file: VFile,
  { parties, claimedBy }: Pick<Rules, 'parties' | 'claimedBy'>,
): void {
  const nameOf = (party: string) => parties.get(party)?.name ?? party;
  const voices = found.flatMap(({ voice }) => voice ?? []);
  const [other] = voices;
  if (other === undefined || voices.length < found.length || voices.includes(claimant)) return;
  const publishers = [...new Set(found.map(({ publisher }) => publisher))].join(', ');
  fault(
    file,
    `the note [^${label}] gives its claim to ${nameOf(claimant)}, but what it cites speaks for others ` +
      `(${publishers}): begin it with “${claimedBy(nameOf(other))}”, or cite another source`,
    { line: file.data.notesSaid?.get(label)?.line ?? 1 },
  );
}

/**
 * Whether a reader sees that a sentence tells what a document says: it is on one of the document's own pages, or it or
 * what stands before it in its paragraph names or links the document, or its note links a paragraph of it. A document
 * proves its own wording, whoever wrote it.
 */
function tellsOf(
  { id, data }: Entry<Fields<'drafts'>>,
  { paragraphs }: Note,
  { context, until, links }: NoteUse,
  page: Target | undefined,
): boolean {
  const isOfIt = (target: Target) =>
    (target.collection === 'drafts' && target.id === id) ||
    (target.collection === 'articles' && target.id.startsWith(`${id}/`));
  const said = `${until} ${context}`.toLowerCase();
  return (
    [...paragraphs, ...links, ...(page ? [page] : [])].some(isOfIt) ||
    [data.title, data.official_title, data.short].some((name) => hasWords(said, name.toLowerCase()))
  );
}

/** Whether a text contains some words as whole words. */
function hasWords(text: string, words: string): boolean {
  const at = text.indexOf(words);
  if (at < 0) return false;
  const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  return !isLetter(text[at - 1]) || !isLetter(text[at + words.length]) || hasWords(text.slice(at + 1), words);
}

/** What is wrong with what a list of sources in front matter carries. `context` is the text of the fields beside it. */
function faultOfList(sources: readonly string[], context: string, rules: Rules): string | undefined {
  const found = sources.flatMap((id) => rules.carriers.get(id) ?? []);
  if (found.length < sources.length || found.length === 0) return undefined;
  if (Math.min(...found.map(({ rank }) => rank)) > 2) return `${ONLY_RANK_3}: ${sources.join(', ')}`;
  const voice = onlyVoice(found);
  if (voice === undefined || sources.every((id) => rules.documents.has(id))) return undefined;
  const party = rules.parties.get(voice);
  if (!party || isNamed(context, party)) return undefined;
  return (
    `rests on ${found[0]?.publisher} alone, which speaks for one party, ` +
    `and the words beside it do not give it to that party; name it there (${namesToUse(party)}), or cite another source`
  );
}

/** The party for which all of some sources speak; undefined if one speaks for none or for another. */
function onlyVoice(found: readonly Carrier[]): string | undefined {
  const voices = new Set(found.map(({ voice }) => voice));
  return voices.size === 1 ? found[0]?.voice : undefined;
}

/** A list of sources in front matter, and the words beside it. */
interface SourceList {
  path: Path;
  sources: string[];
  context: string;
}

/** The lists of sources in front matter, each of which carries one thing. */
function* sourceLists(data: unknown, path: Path = []): Generator<SourceList> {
  if (typeof data !== 'object' || data === null) return;
  const context = Object.values(data)
    .filter((value) => typeof value === 'string')
    .join(' ');
  for (const [key, value] of Object.entries(data)) {
    const here = [...path, Array.isArray(data) ? Number(key) : key];
    const targets = (Array.isArray(value) ? value : [value]) as (Target | undefined)[];
    if ((key === 'sources' || key === 'source') && targets.length > 0) {
      const sources = targets.flatMap((target) => (target?.collection === 'sources' ? [target.id] : []));
      // A position is given to its party by the name of its field.
      yield { path: here, sources, context: [context, ...path.map(String)].join(' ') };
    } else yield* sourceLists(value, here);
  }
}
