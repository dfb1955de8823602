import { compileStory } from '../compiler/compile.ts';
import { exitWith } from '../compiler/faults.ts';
import { readStoryFiles, unfinishedIn } from '../compiler/folder.ts';
import { checkImages } from '../compiler/images.ts';
import { today } from '../compiler/today.ts';
import { checkPictures } from '../pictures/draw.ts';
import { assemble } from '../story/assemble.ts';
import { ADDRESSES } from '../compiler/ledger.ts';
import { writeSchemas } from './desk.ts';
import { IDLE, idleChanges } from './publish.ts';
import { readOwnSettings } from './settings.ts';

/**
 * `npm run check-story`: checks all files of the story and its pictures, as a build does, and writes the schemas for
 * editors. It names the files that are still to be written, which is no fault.
 */
try {
  const { cache, site, story } = readOwnSettings(process.cwd());
  await writeSchemas(cache);
  const files = readStoryFiles(story);
  await checkImages(files);
  const entries = compileStory(files, site.pathname, site.origin, today());
  const { language, pictures, words } = assemble(entries);
  checkPictures(pictures, words);
  console.log(`${story}: no faults in ${files.length} files`);
  const idle = idleChanges(
    entries,
    files.find(({ path }) => path === ADDRESSES),
  );
  for (const file of idle) console.log(`${IDLE} ${file}`);
  const unfinished = unfinishedIn(files, language);
  if (unfinished.length > 0)
    console.log(`“${words.texts.toWrite}” still stands in these, and npm run publish will not record it:`);
  for (const file of unfinished) console.log(`  ${file}`);
} catch (error) {
  exitWith(error);
}
