import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { compileStory } from '../compiler/compile.ts';
import { ContentError, exitWith, WriterError } from '../compiler/faults.ts';
import { readStoryFiles } from '../compiler/folder.ts';
import { BEGINNINGS, storyTemplate, templateOf, type Beginning, type Surroundings } from '../compiler/template.ts';
import { today } from '../compiler/today.ts';
import { schemas } from '../story/schema.ts';
import { parseWhen } from '../story/dates.ts';
import { nearest } from '../story/nearest.ts';
import { languageFor, languages } from '../words/words.ts';
import { readOwnSettings } from './settings.ts';

const KINDS = Object.keys(BEGINNINGS);
const USAGE =
  `npm run new -- <${KINDS.join('|')}> "A title" --date 2022-01-10\n` +
  `npm run new -- story a-folder --language en   (or ${languages.slice(1).join(', ')})`;

interface Wanted {
  what: string;
  title: string;
  date: string;
  language: string;
}

/** `npm run new`: writes a file of the story, or a story, that says of each field what goes in. */
function main(): void {
  const { what, title, date, language } = wanted();
  if (what === 'story') {
    beginStory(title, language);
    return;
  }
  const { story } = readOwnSettings(process.cwd());
  const { path: name, text } = templateOf(what as Beginning, title, date, surroundingsIn(story));
  write(story, name, text);
  console.log('Next: write it, and rename the file if you like: its name becomes its address. npm run dev shows it.');
  try {
    compileStory(readStoryFiles(story), '/', '', today(), { guard: false });
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const [, ...faults] = error.message.split('\n');
    console.log(`Until then the story does not build, because of this:\n${faults.join('\n')}`);
  }
}

/** What there is in a story, whose other files may still have faults. */
function surroundingsIn(folder: string): Surroundings {
  const files = new Map(readStoryFiles(folder).map((file) => [file.path, new TextDecoder().decode(file.bytes)]));
  const story = schemas.story.safeParse(yamlOf(files.get('story.yaml')));
  if (!story.success) throw new WriterError('story.yaml has faults; npm run check-story names them');
  const idsIn = (collection: string) =>
    [...files.keys()].flatMap((name) => {
      const [, folder, id = ''] = /^([a-z]+)\/([^/]+)\.md$/.exec(name) ?? [];
      return folder === collection ? [id] : [];
    });
  return {
    story: story.data,
    ids: idsIn,
    next: (collection) =>
      Math.max(
        0,
        ...idsIn(collection).map((id) =>
          Number(/^order: *(\d+)/m.exec(files.get(`${collection}/${id}.md`) ?? '')?.[1] ?? 0),
        ),
      ) + 1,
    publishers: Object.keys(yamlOf(files.get('publishers.yaml')) ?? {}),
    now: dayNow(),
  };
}

function yamlOf(text = ''): object | undefined {
  try {
    return parse(text) as object;
  } catch {
    return undefined;
  }
}

const dayNow = (): string => new Date().toISOString().slice(0, 10);

function wanted(): Wanted {
  let given: { values: { date?: string; language?: string }; positionals: string[] };
  try {
    given = parseArgs({
      allowPositionals: true,
      options: { date: { type: 'string' }, language: { type: 'string' } },
    });
  } catch (error) {
    throw new WriterError(`${(error as Error).message}\n${USAGE}`);
  }
  const { values, positionals } = given;
  const [what = '', title = '', ...rest] = positionals;
  const { date = dayNow(), language = 'en' } = values;
  if (what !== 'story' && !KINDS.includes(what)) {
    const meant = nearest(what, [...KINDS, 'story']);
    throw new WriterError(
      `${what === '' ? '' : `“${what}” is nothing to begin${meant ? `; did you mean ${meant}?` : ''}\n`}${USAGE}`,
    );
  }
  if (title.trim() === '' || rest.length > 0)
    throw new WriterError(`${title === '' ? 'a title is missing' : 'put the title in quotes'}\n${USAGE}`);
  try {
    parseWhen(date);
  } catch (error) {
    throw new WriterError(`--date: ${(error as Error).message}`);
  }
  if (languageFor(language) === undefined)
    throw new WriterError(`the site has no words in “${language}”; it has ${languages.join(', ')}`);
  return { what, title, date, language };
}

function beginStory(folder: string, language: string): void {
  const inside = path.relative('.', folder);
  if (inside.startsWith('..') || path.isAbsolute(inside))
    throw new WriterError(`${folder} is not inside the project; name a folder in it`);
  if (existsSync(path.join(folder, 'story.yaml'))) throw new WriterError(`${folder} holds a story already`);
  for (const { path: name, text } of storyTemplate(path.basename(folder), language)) write(folder, name, text);
  const named = /^[\w./-]+$/.test(folder) ? folder : `"${folder}"`;
  console.log(`Next: STORY=${named} npm run dev, and write what is still to be written.`);
}

function write(folder: string, name: string, text: string): void {
  const file = path.join(folder, name);
  if (existsSync(file)) throw new WriterError(`${file} is there already; choose another title`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
  console.log(`${file} is written.`);
}

try {
  main();
} catch (error) {
  exitWith(error);
}
