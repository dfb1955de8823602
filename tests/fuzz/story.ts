import { readStoryFiles, type StoryFile } from '../../src/compiler/folder.ts';

/** What a case puts in the place of files of the small story, by path; undefined takes a file away. */
export type Changes = Map<string, Uint8Array | undefined>;

export const small: readonly StoryFile[] = readStoryFiles('tests/stories/small');

const decoder = new TextDecoder();

/** The text of each file of the small story, by path. */
export const texts: ReadonlyMap<string, string> = new Map(
  small.map(({ path, bytes }) => [path, decoder.decode(bytes)]),
);

/** What most cases take away: the rest is a whole story too, and is read three times as fast. */
export const SPARED = /^(addresses\.txt|changes\/1904-07|explainers\/the-fall|pictures\/|timeline\/1905)/;

/** The small story with the changes of a case. */
export function changed(changes: Changes): StoryFile[] {
  const kept = small.filter(({ path }) => !changes.has(path));
  return [...kept, ...[...changes].flatMap(([path, bytes]) => (bytes ? [{ path, bytes }] : []))].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}
