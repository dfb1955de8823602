import type { Root as Html } from 'hast';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import rehypeRaw from 'rehype-raw';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { addressOf, pathOf, targetOf, type Target } from '../story/addresses.ts';
import type { Entries, Entry } from '../story/entries.ts';
import { COLLECTIONS, type Collection } from '../story/page-kinds.ts';
import { schemas, type Fields } from '../story/schema.ts';
import type { FieldOfPicture } from '../story/story.ts';
import type { Text } from '../story/text.ts';
import { wordsOf } from '../words/words.ts';
import { checkAddresses, checkMovesFrom, readMoves } from './check-addresses.ts';
import { checkEntries } from './check-entries.ts';
import { checkPages } from './check-pages.ts';
import { checkPublished, LEDGER, pageOfVersion } from './check-published.ts';
import { checkQuotations } from './check-quotations.ts';
import { checkSources } from './check-sources.ts';
import { checkStory } from './check-story.ts';
import { fieldName, walk, type FileWithLines } from './checking.ts';
import type { StoryIndex } from './context.ts';
import { decode } from './decode.ts';
import { ContentError, fault } from './faults.ts';
import type { StoryFile } from './folder.ts';
import { readYaml, type FrontMatter } from './front-matter.ts';
import { headingsOf, headingText, remarkHeadings } from './headings.ts';
import { isHindsight } from './hindsight.ts';
import { checkShown, divideImages, readImages } from './images.ts';
import { ADDRESSES, parseAddresses } from './ledger.ts';
import { isReadable, isWalkable } from './limits.ts';
import { blocksOfText, isRecorded, pageSaid, type PlacedBlock } from './page-said.ts';
import { rehypeTables } from './rehype-tables.ts';
import { remarkCallouts } from './remark-callouts.ts';
import { remarkCharacters } from './remark-characters.ts';
import { remarkCopy } from './remark-copy.ts';
import { remarkImages } from './remark-images.ts';
import { remarkLeftovers } from './remark-leftovers.ts';
import { remarkLinks } from './remark-links.ts';
import { remarkNotes } from './remark-notes.ts';
import { remarkPictures } from './remark-pictures.ts';
import { remarkQuotations } from './remark-quotations.ts';
import { remarkSafe } from './remark-safe.ts';
import { remarkStructure } from './remark-structure.ts';
import { remarkTypography } from './remark-typography.ts';
import { holdsHindsight, toSections, type Outline } from './sections.ts';
import { serialise } from './serialise.ts';

/** A content file with its front matter read and its text parsed, before its links are checked. */
interface Parsed<Name extends Collection = Collection> {
  file: VFile;
  target: Target & { collection: Name };
  fields: FrontMatter<Fields<Name>> | undefined;
  /** Undefined for a text that could not be read. */
  tree: Root | undefined;
  outlines: Outline[];
}

const STORY_FILE = 'story.yaml';
const PUBLISHERS_FILE = 'publishers.yaml';

/** Files in a story's folder that are not Markdown. */
const OTHER_FILES = new Set([STORY_FILE, PUBLISHERS_FILE, ADDRESSES, 'moved.yaml', 'LICENSE']);

/**
 * Compiles all files of a story at once: checks them, resolves their links, makes their HTML with addresses below
 * `base`. Pure: the same files give the same result. On the day `today` nothing may be dated later. With `guard`, pages
 * that say something else than was published are faults, if no change tells of it. Throws a ContentError that holds
 * every fault of every file. With what an earlier compilation has `kept`, it does again only what has changed since.
 */
export function compileStory(
  files: readonly StoryFile[],
  base: string,
  origin = '',
  today?: string,
  { guard = true, kept }: { guard?: boolean; kept?: Kept } = {},
): Entries {
  const { images: imageFiles, texts } = divideImages(files);
  const { images, files: imagesRead } = readImages(imageFiles);
  const decoded = texts.map(decode);
  const ledger = decoded.filter(({ path }) => path.startsWith(LEDGER));
  const read = decoded.filter(({ path }) => !path.startsWith(LEDGER));
  const fileAt = (path: string) => read.find((file) => file.path === path);
  throwFaults(read.filter(isMisnamed));
  const storyFile = fileAt(STORY_FILE) ?? missingStory();
  // A folder that holds no story would have a fault for each of its files.
  if (!fileAt(STORY_FILE)) throw new ContentError([storyFile]);
  const story = storyFile.value === undefined ? undefined : readYaml(storyFile, String(storyFile), 1, schemas.story);
  const parsed = read
    .filter(({ path }) => !OTHER_FILES.has(path))
    .flatMap((file) => (kept ? parseKept(file, kept) : parseFile(file)) ?? []);
  // Without its parties, strands and language, other files would be blamed for what story.yaml lacks.
  if (!story) throw new ContentError(faulty([storyFile, ...read, ...imagesRead]));
  // What links to a file would be blamed for its name, or for a disk that does not give it out.
  throwFaults(read.filter(({ path, data }) => data.target === undefined && !OTHER_FILES.has(path)));
  const written = new Map<string, FileWithLines>(
    parsed.map((one) => [pathOf(one.target), { file: one.file, lineOf: one.fields?.lineOf }]),
  );
  const moved = fileAt('moved.yaml');
  const moves = readMoves(
    parsed.flatMap(({ target, fields }) => (fields ? [{ target, data: fields.data }] : [])),
    written,
    moved,
    ledger,
  );
  const index = indexOf(parsed, story.data, { base, origin, images, moved: moves.paths });
  const publishers = readPublishers(fileAt(PUBLISHERS_FILE));
  const isWhole = parsed.every(({ fields, tree }) => fields && tree) && !moved?.messages.length;
  const entries = toEntries(parsed, { story: story.data, publishers: publishers?.data ?? {} }, index, kept);
  // What a file says cannot be held against one that could not be read.
  if (!isWhole) throwFaults([...read, ...imagesRead]);
  const list = fileAt(ADDRESSES);
  const known = new Set((list ? parseAddresses(String(list.value)) : []).map(({ address }) => moves.placeNow(address)));
  // Where two files disagree, the one that was published before the other is right.
  for (const name of COLLECTIONS) {
    const isKnown = ({ id }: Entry<unknown>) => Number(known.has(addressOf({ collection: name, id })));
    entries[name].sort((a, b) => isKnown(b) - isKnown(a));
  }
  const pages = new Set(
    ledger.map(({ path }) => pageOfVersion(path)).flatMap((path) => [path, moves.paths.get(path) ?? path]),
  );
  checkStory(entries, written, { file: storyFile, lineOf: story.lineOf }, { pages, known, moves });
  checkEntries(entries, written, today);
  // A list of publishers that cannot be read has its own faults.
  if (publishers || !fileAt(PUBLISHERS_FILE)) checkSources(entries, written, publishers);
  checkQuotations(entries, written);
  checkPages(entries, written);
  checkShown(images, new Set(parsed.flatMap(({ file }) => [...(file.data.images ?? [])])), imagesRead, read);
  throwFaults([...read, ...imagesRead]);
  checkMovesFrom(moves, written);
  throwFaults(decoded);
  const { published, advice } = checkPublished(
    entries,
    ledger,
    {
      said: saidBy(parsed, entries),
      written,
      known,
      placeNow: moves.placeNow,
      language: index.words.language,
    },
    { guard, today: today ?? '<today>' },
  );
  // What was published cannot be told from a ledger that cannot be read.
  throwFaults(ledger);
  entries.published = published;
  entries.moves = checkAddresses(entries, moves, list);
  throwFaults(decoded, advice);
  for (const name of COLLECTIONS) entries[name].sort((a, b) => BY_ID.compare(a.id, b.id));
  return entries;
}

/** Whether a list that the site reads has the other ending of such files: all that rests on it would be missed. */
function isMisnamed(file: VFile): boolean {
  const name = file.path.replace(/\.yml$/, '.yaml');
  if (name === file.path || !OTHER_FILES.has(name)) return false;
  fault(file, `name this file ${name}`, { line: 1 });
  return true;
}

/** Compiles the texts of all files, which lose their trees. What could not be read is left out. */
function toEntries(
  parsed: readonly Parsed[],
  lists: Pick<Entries, 'story' | 'publishers'>,
  index: StoryIndex,
  kept: Kept | undefined,
): Entries {
  const entries: Entries = { ...lists, moves: {}, published: [], ...emptyCollections() };
  const indexKey = kept ? keyOf(index) : '';
  const processor = textProcessor();
  for (const one of parsed) {
    const { file, target, fields, tree, outlines } = one;
    // The trees of a large story would take half of its memory.
    one.tree = undefined;
    const compile = () => tree && guarded(file, () => compileText({ file, target, tree, outlines }, index, processor));
    const text = kept ? compileKept(file, kept, indexKey, compile) : compile();
    if (fields && text)
      (entries[target.collection] as Entry<unknown>[]).push({
        id: target.id,
        data: fields.data,
        text,
        ...(target.collection === 'pictures' && { written: wordsWritten(fields) }),
      });
  }
  return entries;
}

/** The words in the fields of a picture; dates, and names of other files, are none. */
const wordsWritten = ({ data, lineOf }: FrontMatter<object>): FieldOfPicture[] =>
  [...walk(data)].flatMap(({ value, path }) =>
    'edtf' in value || 'collection' in value
      ? []
      : Object.entries(value).flatMap(([key, words]: [string, unknown]) =>
          typeof words === 'string' ? [{ words, field: fieldName([...path, key]), line: lineOf([...path, key]) }] : [],
        ),
  );

/** The order of a list whose things have no other, the same on every machine. */
const BY_ID = new Intl.Collator('en');

const faulty = (files: readonly VFile[]): VFile[] => [...new Set(files)].filter(({ messages }) => messages.length > 0);

function throwFaults(files: readonly VFile[], advice?: string): void {
  const found = faulty(files);
  if (found.length > 0) throw new ContentError(found, advice);
}

/** What each page says that the ledger records, by the path of its file. */
function saidBy(parsed: readonly Parsed[], entries: Entries): Map<string, PlacedBlock[]> {
  return new Map(
    parsed.flatMap(({ file, target: { collection, id } }) => {
      const entry = isRecorded(collection, id) ? entries[collection].find((one) => one.id === id) : undefined;
      if (!entry || !isRecorded(collection, id)) return [];
      const { blocks = [], notesSaid = new Map(), headings = [] } = file.data;
      const ids = headings.filter(({ heading }) => heading.depth < 4).map((one) => one.id);
      return [
        [file.path, pageSaid(collection, entry as Entry<never>, entries, { text: blocks, notes: notesSaid, ids })],
      ];
    }),
  );
}

function emptyCollections(): Record<Collection, never[]> {
  return Object.fromEntries(COLLECTIONS.map((name) => [name, []])) as unknown as Record<Collection, never[]>;
}

function missingStory(): VFile {
  const file = new VFile({ path: STORY_FILE });
  const begins = 'npm run new -- story my-story begins a story, and STORY names its folder';
  fault(file, `the story has no story.yaml, which names it; ${begins}`, { line: 1 });
  return file;
}

/** A story that cites nothing needs no publishers. */
function readPublishers(file: VFile | undefined): (FrontMatter<Fields<'publishers'>> & { file: VFile }) | undefined {
  const fields = file?.value === undefined ? undefined : readYaml(file, String(file), 1, schemas.publishers);
  return file && fields && { ...fields, file };
}

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm, { singleTilde: false }).freeze();

function parseFile(file: VFile): Parsed | undefined {
  let target: Target;
  try {
    target = targetOf(file.path);
  } catch (error) {
    if (file.messages.length === 0) fault(file, (error as Error).message, { line: 1 });
    return undefined;
  }
  file.data.target = target;
  if (file.value === undefined) return { file, target, fields: undefined, tree: undefined, outlines: [] };
  const [head = '', yaml] = /^---[ \t]*\n(?:(.*?)\n)??---[ \t]*(?:\n|$)/s.exec(String(file)) ?? [];
  if (head === '') {
    fault(file, faultOfHead(String(file)), { line: 1 });
    return { file, target, fields: undefined, tree: undefined, outlines: [] };
  }
  const fields = readYaml(file, yaml ?? '', 2, schemas[target.collection]);
  const tree = isReadable(file, head.split('\n').length - 1) ? guarded(file, () => parser.parse(file)) : undefined;
  const walkable = tree && isWalkable(tree, file) ? tree : undefined;
  return {
    file,
    target,
    fields: fields as Parsed['fields'],
    tree: walkable,
    outlines: walkable ? outlinesOf(walkable, file) : [],
  };
}

/** What a file was when it was parsed and when it was compiled, by its path. */
export type Kept = Map<string, KeptFile>;

interface KeptFile {
  value: string;
  parsed: Omit<Parsed, 'file'> & FileState;
  compiled?: FileState & { indexKey: string; text: Text };
}

/** What the steps leave on a file. */
type FileState = Pick<VFile, 'data' | 'messages'>;

/** Parses a file, or takes it as it was when its text was the same. Later steps change the tree, which is a copy. */
function parseKept(file: VFile, kept: Kept): Parsed | undefined {
  if (file.value === undefined) return parseFile(file);
  const value = String(file);
  const before = kept.get(file.path);
  if (before?.value !== value) {
    const parsed = parseFile(file);
    kept.delete(file.path);
    if (!parsed) return undefined;
    const { target, fields, tree, outlines } = parsed;
    const { messages } = file;
    // The headings of the file are nodes of its tree, and stay so when both are copied at once.
    const copy = structuredClone({ data: file.data, tree });
    kept.set(file.path, { value, parsed: { target, fields, outlines, ...copy, messages: [...messages] } });
    return parsed;
  }
  const { data, messages, ...parsed } = before.parsed;
  const copy = structuredClone({ data, tree: parsed.tree });
  file.data = copy.data;
  file.messages = [...messages];
  return { ...parsed, file, tree: copy.tree };
}

/** Compiles the text of a file, or takes what came of it before among the same other files. */
function compileKept(file: VFile, kept: Kept, indexKey: string, compile: () => Text | undefined): Text | undefined {
  const one = kept.get(file.path);
  if (one?.compiled?.indexKey === indexKey) {
    file.data = { ...one.compiled.data };
    file.messages = [...one.compiled.messages];
    return one.compiled.text;
  }
  const text = compile();
  if (one && text) one.compiled = { indexKey, text, data: { ...file.data }, messages: [...file.messages] };
  return text;
}

/** All that the texts of a story take from its other files, as one text. */
const keyOf = ({ words, ...index }: StoryIndex): string =>
  JSON.stringify([words.language, index], (_key, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );

/** Why a file has no front matter. */
function faultOfHead(text: string): string {
  const need = 'the file does not begin with front matter between two lines of ---';
  if (text.trim() === '') return `${need}: it is empty`;
  if (/^---[ \t]*\n/.test(text)) return `${need}: write --- below its last field too`;
  if (/^\s+---/.test(text)) return `${need}: take out what stands before the first`;
  return /^[-–—]{2,}/.test(text) ? `${need}: the first has other signs than three hyphens` : need;
}

/** What a step makes of a file; a file that is too much for it, as far as the limits let one through, gets a fault. */
function guarded<Result>(file: VFile, step: () => Result): Result | undefined {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    fault(file, 'the file is too large or nested too deeply to be read; divide it', { line: 1 });
    return undefined;
  }
}

function outlinesOf(tree: Root, file: VFile): Outline[] {
  file.data.headings = headingsOf(tree);
  return file.data.headings.map(({ heading, id }) => {
    const at = tree.children.indexOf(heading);
    const next = tree.children.findIndex(({ type }, place) => place > at && type === 'heading');
    const inside = tree.children.slice(at + 1, next < 0 ? undefined : next);
    const paragraph = inside.find(({ type }) => type === 'paragraph') ?? inside.find(isHindsight);
    return {
      id,
      title: headingText(heading),
      later: isHindsight(tree.children[at + 1]),
      opening: paragraph ? toString(paragraph, { includeHtml: false }).replace(/^\[!\w+\]\s*/, '') : '',
    };
  });
}

function indexOf(
  parsed: readonly Parsed[],
  story: Fields<'story'>,
  site: Pick<StoryIndex, 'base' | 'origin' | 'images' | 'moved'>,
): StoryIndex {
  return {
    ...site,
    paths: new Set(parsed.map(({ file }) => file.path)),
    sections: new Map(
      parsed.flatMap(({ file, tree, outlines }) => (tree ? [[file.path, outlines.map(({ id }) => id)]] : [])),
    ),
    paragraphs: new Map(
      parsed.flatMap(({ file, target, fields }) =>
        target.collection === 'articles' && fields
          ? [[file.path, Object.keys((fields.data as Fields<'articles'>).paragraphs)]]
          : [],
      ),
    ),
    parties: new Map(story.parties.map((party) => [party.name, party])),
    words: wordsOf(story.language),
  };
}

function textProcessor() {
  return unified()
    .use(remarkCharacters)
    .use(remarkLeftovers)
    .use(remarkStructure)
    .use(remarkSafe)
    .use(remarkHeadings)
    .use(remarkLinks)
    .use(remarkImages)
    .use(remarkCopy)
    .use(remarkPictures)
    .use(remarkQuotations)
    .use(remarkNotes)
    .use(remarkCallouts)
    .use(remarkTypography)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeTables)
    .freeze();
}

function compileText(
  { file, target, tree, outlines }: Pick<Parsed, 'file' | 'target' | 'outlines'> & { tree: Root },
  index: StoryIndex,
  processor: ReturnType<typeof textProcessor>,
): Text {
  file.data.index = index;
  tree.children = tree.children.filter(({ type }) => type !== 'yaml');
  const opening = tree.children.find(({ type }) => type === 'paragraph');
  const plain = opening ? toString(opening, { includeHtml: false }) : '';
  const html = processor.runSync(tree, file) as unknown as Html;
  file.data.blocks = blocksOfText(html);
  return {
    ...toSections(html, outlines),
    notes: file.data.notes ?? [],
    links: file.data.links ?? [],
    opening: plain,
    hindsight: holdsHindsight(html),
    ...(file.data.copy && { copy: file.data.copy }),
    ...(target.collection === 'changes' && { feed: serialise(withOrigin(html, index.origin)) }),
  };
}

/** A feed is read away from the site, so that its links and images need the host. */
function withOrigin(tree: Html, origin: string): Html {
  const copy = structuredClone(tree);
  visit(copy, 'element', ({ properties }) => {
    delete properties['dataImage'];
    for (const name of ['href', 'src'])
      if (String(properties[name]).startsWith('/')) properties[name] = `${origin}${String(properties[name])}`;
  });
  return copy;
}
