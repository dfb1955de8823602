import path from 'node:path';
import { compileStory, type Kept } from '../../src/compiler/compile.ts';
import { ContentError } from '../../src/compiler/faults.ts';
import { readStoryFiles, type StoryFile } from '../../src/compiler/folder.ts';
import { assemble } from '../../src/story/assemble.ts';
import type { Entries } from '../../src/story/entries.ts';
import { checkPictures } from '../../src/pictures/draw.ts';
import { hasMoment } from '../../src/pictures/ribbon-events.ts';
import type { Event, Story } from '../../src/story/story.ts';

/** Two made-up towns and a bridge: a story that has one of everything and is quick to compile. */
export const smallFolder = path.join(import.meta.dirname, '../stories/small');
export const smallFiles: readonly StoryFile[] = readStoryFiles(smallFolder);

/** What happens to files of the small story, by path: other content, an edit of the text, undefined to remove it. */
export type Changes = Record<string, string | Uint8Array | ((text: string) => string) | undefined>;

/** The text of a file of the small story. */
export const smallText = (name: string): string =>
  new TextDecoder().decode(smallFiles.find((file) => file.path === name)?.bytes);

/** The files of the small story with some of them changed, added or removed. */
export function changedFiles(changes: Changes): StoryFile[] {
  const kept = smallFiles.filter(({ path: name }) => !Object.hasOwn(changes, name));
  const changed = Object.entries(changes).flatMap(([name, change]): StoryFile[] => {
    if (change === undefined) return [];
    const content = typeof change === 'function' ? change(smallText(name)) : change;
    return [{ path: name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }];
  });
  return [...kept, ...changed].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The small story, compiled for a site at `base`, with some of its files changed. It is not held to what was published,
 * unless `guard` says so. Files that are as they were in `kept` are not compiled again.
 */
export const smallEntries = (changes: Changes = {}, base = '/', origin = '', guard = false, kept?: Kept): Entries =>
  compileStory(changedFiles(changes), base, origin, undefined, { guard, ...(kept && { kept }) });

/** The small story, compiled and joined, as pages get it. It has a key moment, whatever is changed. */
export function smallStory(changes: Changes = {}, base = '/', origin = ''): Story & { moment: Event } {
  const story = assemble(smallEntries(changes, base, origin));
  if (!hasMoment(story)) throw new Error('the small story should have a key moment');
  return story;
}

/** What the writer is told about the changed small story, as `path:line reason`; nothing when it compiles. */
export const faultsOfSmall = (changes: Changes, guard = false): string[] =>
  filesWithFaults(changes, guard).flatMap(({ path: name, messages }) =>
    messages.map(({ line, reason }) => `${name}:${line} ${reason}`),
  );

/** What the writer is told about the pictures of the changed small story when they are drawn, in the same form. */
export function faultsOfPictures(changes: Changes): string[] {
  const { pictures, words } = smallStory(changes);
  try {
    checkPictures(pictures, words);
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.files.flatMap(({ path: name, messages }) =>
      messages.map(({ line, reason }) => `${name}:${line} ${reason}`),
    );
  }
}

/** Where it is told, as `line:column`. */
export const placesOf = (changes: Changes): string[] =>
  filesWithFaults({ 'addresses.txt': undefined, ...changes }).flatMap(({ messages }) =>
    messages.map(({ line, column }) => `${line}:${column}`),
  );

const kept: Kept = new Map();

function filesWithFaults(changes: Changes, guard = false): ContentError['files'] {
  try {
    smallEntries(changes, '/', '', guard, kept);
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.files;
  }
}

/** An edit that replaces a piece of text, which must be there. */
export const replace =
  (from: string | RegExp, to: string) =>
  (text: string): string => {
    const changed = text.replace(from, () => to);
    if (changed === text) throw new Error(`the small story should hold ${String(from)}`);
    return changed;
  };
