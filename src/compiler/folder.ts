import { existsSync, readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { IMAGES } from '../story/addresses.ts';
import { languageFor, wordsOf } from '../words/words.ts';
import { WriterError } from './faults.ts';

/** The folder of the story, from the root of the project. The environment variable `STORY` names another one. */
export const storyFolder = (): string => process.env['STORY'] ?? 'content';

/** The folder that builds keep from one to the next, from the root of the project. `CACHE` names another one. */
export const cacheFolder = (): string => process.env['CACHE'] ?? '.cache';

/** A file of the story as it was read. */
export interface StoryFile {
  /** Its path below the story's folder, with `/` between its parts. */
  path: string;
  bytes: Uint8Array;
  /** Why it could not be read; it then has no bytes. */
  problem?: string;
}

/** Bytes of a file. A text of 30,000 words has about 200,000. */
const MOST_BYTES = 200_000;
/** Bytes of the lists of what was once published, which only grow: of about 200,000 addresses, and of 20,000 moves. */
const MOST_BYTES_OF_LIST: Record<string, number> = { 'addresses.txt': 9_000_000, 'moved.yaml': 1_000_000 };

const MOST_BYTES_OF_IMAGE = 10_000_000;

/** What the names of images end in. */
export const IMAGE_ENDINGS = ['.jpg', '.jpeg', '.png', '.webp'];

/** Whether a file of a story is an image, by its path. */
export const isImage = (name: string): boolean =>
  name.startsWith(IMAGES) && IMAGE_ENDINGS.some((ending) => name.endsWith(ending));

/** The paths of all images of a story, sorted. */
export function imagesIn(folder: string): string[] {
  if (!existsSync(path.join(folder, IMAGES))) return [];
  return [...list(folder, IMAGES)]
    .map((file) => file.path)
    .filter(isImage)
    .sort();
}

/** Whether a story can have a file of this name; of another it is enough to say so. */
const isRead = (name: string): boolean => isImage(name) || /\.(?:md|yaml|txt)$/.test(name) || name === 'LICENSE';

/** What desktops and editors leave beside a file, but for what begins with a dot. */
const LEFT_BEHIND = /~$|^#.*#$|^(?:Thumbs\.db|desktop\.ini)$/i;

/** A folder of the story that is not content: tests that only this story has. */
const CHECKS = 'checks';

/**
 * All files below a folder, sorted by path. What begins with a dot is left out, and so are `checks/` and what desktops
 * and editors leave behind; links are not followed. A file that cannot be read has the reason in `problem`; a folder
 * that cannot be read throws an Error for the writer.
 */
export function readStoryFiles(folder: string): StoryFile[] {
  return [...list(folder, '')].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function* list(folder: string, inside: string): Generator<StoryFile> {
  for (const entry of entriesOf(path.join(folder, inside))) {
    if (entry.name.startsWith('.') || LEFT_BEHIND.test(entry.name) || (inside === '' && entry.name === CHECKS))
      continue;
    const name = `${inside}${entry.name}`;
    if (entry.isDirectory()) yield* list(folder, `${name}/`);
    if (!entry.isDirectory() || entry.name.endsWith('.md')) yield readStoryFile(name, entry, path.join(folder, name));
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new WriterError(
      `the story cannot be read: ${(error as Error).message}. STORY names its folder, from ${process.cwd()}`,
    );
  }
}

function readStoryFile(name: string, entry: Dirent, file: string): StoryFile {
  const nothing = (problem: string) => ({ path: name, bytes: new Uint8Array(), problem });
  if (entry.isDirectory()) return nothing('is a folder; a content file ends in .md, a folder does not');
  if (!entry.isFile()) return nothing('is a link, a pipe or a device; put the file or folder itself there');
  if (!isRead(name)) return { path: name, bytes: new Uint8Array() };
  try {
    const problem = tooLarge(name, statSync(file).size);
    return problem === undefined ? { path: name, bytes: readFileSync(file) } : nothing(problem);
  } catch (error) {
    return nothing(`cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}

/** The message for the writer if a file has too many bytes; undefined if it has not. */
export function tooLarge(name: string, size: number): string | undefined {
  const most = isImage(name)
    ? MOST_BYTES_OF_IMAGE
    : ((Object.hasOwn(MOST_BYTES_OF_LIST, name) ? MOST_BYTES_OF_LIST[name] : undefined) ?? MOST_BYTES);
  return size > most ? `the file has ${size} bytes; at most ${most} are allowed` : undefined;
}

/** The language that story.yaml names; nothing where it has faults, of which the compiler tells the writer. */
export function languageIn(folder: string): string | undefined {
  try {
    const { language } = storyIn(folder);
    return typeof language === 'string' ? new Intl.Locale(language).baseName : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The files of a story in which `npm run new` left words in place of those that are still to be written, in the
 * language of the story. What was published is no longer to be written.
 */
export function unfinishedIn(files: readonly StoryFile[], language: string): string[] {
  // Of a language that the site has no words in the compiler tells.
  const { toWrite } = wordsOf(languageFor(language) ?? 'en').texts;
  const leftOver = new RegExp(`${toWrite}(?![ \\t]*[\\p{L}\\p{N}])`, 'u');
  return files.flatMap(({ path, bytes }) =>
    !isImage(path) && !path.startsWith('published/') && leftOver.test(new TextDecoder().decode(bytes)) ? [path] : [],
  );
}

/** How many parties story.yaml names; none where it has faults. */
export function partiesIn(folder: string): number {
  const { parties } = storyIn(folder);
  return Array.isArray(parties) ? parties.length : 0;
}

function storyIn(folder: string): { language?: unknown; parties?: unknown } {
  try {
    return (parse(readFileSync(path.join(folder, 'story.yaml'), 'utf8')) as object | null) ?? {};
  } catch {
    return {};
  }
}
