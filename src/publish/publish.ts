import { mkdirSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { fileOfVersion } from '../compiler/check-published.ts';
import { compileStory } from '../compiler/compile.ts';
import { isRecorded } from '../compiler/page-said.ts';
import { exitWith, WriterError } from '../compiler/faults.ts';
import { readStoryFiles, unfinishedIn, type StoryFile } from '../compiler/folder.ts';
import { ADDRESSES, formatAddresses, parseAddresses, publishedAddresses } from '../compiler/ledger.ts';
import { today } from '../compiler/today.ts';
import { targetOf } from '../story/addresses.ts';
import type { Entries } from '../story/entries.ts';
import { wordsOf } from '../words/words.ts';
import { counted } from './progress.ts';
import { readOwnSettings } from './settings.ts';

/**
 * `npm run publish`: records what the site serves now, in the story's folder. Its addresses are added to
 * `addresses.txt`, and each page that says something else than before gets a file in `published/`. Nothing that is
 * there is altered. Like a build, it fails when an address is no longer served or a page has changed in silence.
 * `-- --exchanged` accepts sections that have swapped their texts.
 */
function main(): void {
  const folder = readOwnSettings(process.cwd()).story;
  const { files, lines } = publish(readStoryFiles(folder), {
    exchanged: process.argv.includes('--exchanged'),
    day: today(),
  });
  for (const { path: name, text } of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileAtomic.sync(file, text);
  }
  for (const line of lines) console.log(line);
}

/** The files to write for a publication of a story, and what was done in words. */
export function publish(
  read: readonly StoryFile[],
  { exchanged = false, day }: { exchanged?: boolean; day?: string } = {},
): { files: { path: string; text: string }[]; lines: string[] } {
  const list = read.find((file) => file.path === ADDRESSES);
  const taken = exchanged ? read.map((one) => (one === list ? withoutFingerprints(one) : one)) : read;
  const entries = compileStory(taken, '/', '', day);
  const { language } = entries.story;
  const unfinished = unfinishedIn(read, language);
  if (unfinished.length > 0)
    throw new WriterError(
      `“${wordsOf(language).texts.toWrite}” still stands in these files, and what is recorded stays for ever. ` +
        `Write what is missing, or take the file out:\n  ${unfinished.join('\n  ')}`,
    );
  if (entries.changes.length === 0)
    throw new WriterError(
      'no file in changes/ tells of the first publication. Write one, such as changes/<today>-publication.md:\n\n' +
        '---\ntitle: First publication\ndate: <today>\nkind: new\ntouches: all\n---\n\nThe site was published.\n',
    );
  const before = list ? parseAddresses(new TextDecoder().decode(list.bytes)) : [];
  const addresses = formatAddresses(before, publishedAddresses(entries));
  const versions = entries.published.filter(({ isNew }) => isNew).map(fileOfVersion);
  const count = parseAddresses(addresses).length;
  const pages = counted(entries.published.length, 'version', 'versions');
  return {
    // The list is last: if the disk is full before, what is still to be recorded is so at the next try.
    files: [...versions, { path: ADDRESSES, text: addresses }],
    lines: [
      ...idleChanges(entries, list).map((file) => `${IDLE} ${file}`),
      `${ADDRESSES}: ${counted(count, 'address', 'addresses')}, ${count - before.length} of them new`,
      `published/: ${pages} of pages, ${versions.length} of them new`,
    ],
  };
}

/**
 * The files of changes that were not published yet and touch pages that say what they said before. Where an image, a
 * link or a source changed it is right, or else readers are told of a change that they do not find.
 */
export function idleChanges({ changes, published }: Entries, list: StoryFile | undefined): string[] {
  const known = new Set(
    parseAddresses(new TextDecoder().decode(list?.bytes)).map(({ address }) => address.split('#')[1]),
  );
  const told = new Set(published.flatMap((version) => version.changes));
  return changes.flatMap(({ id, data: { kind, touches } }) => {
    const touchesPages = touches !== 'all' && touches.some((one) => isRecordedFile(one.split('#')[0] ?? ''));
    return known.size > 0 && !known.has(id) && !told.has(id) && touchesPages && kind !== 'removal'
      ? [`changes/${id}.md`]
      : [];
  });
}

function isRecordedFile(path: string): boolean {
  const { collection, id } = targetOf(path);
  return isRecorded(collection, id);
}

/** What is said of such changes. */
export const IDLE = 'This touches pages that say what they said before, and what is published stays for ever:';

function withoutFingerprints(file: StoryFile): StoryFile {
  const text = new TextDecoder().decode(file.bytes).replace(/^(\S+) [0-9a-f]{16}$/gm, '$1');
  return { ...file, bytes: new TextEncoder().encode(text) };
}

if (import.meta.main)
  try {
    main();
  } catch (error) {
    exitWith(error);
  }
