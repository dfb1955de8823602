import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { VFile } from 'vfile';
import { parse } from 'yaml';
import { LEADS } from '../compiler/check-pages.ts';
import { compileStory, type Kept } from '../compiler/compile.ts';
import { ContentError, exitWith, reportOf, WriterError } from '../compiler/faults.ts';
import { IMAGE_ENDINGS, imagesIn, isImage, readStoryFiles } from '../compiler/folder.ts';
import {
  BEGINNINGS,
  storyTemplate,
  templateOf,
  type Beginning,
  type Surroundings,
  type Wanted,
} from '../compiler/template.ts';
import { today } from '../compiler/today.ts';
import { PICTURE_KINDS, TERM_KINDS, type PublisherKind } from '../story/kinds.ts';
import { rankOf } from '../story/ranks.ts';
import { schemas } from '../story/schema.ts';
import { parseWhen } from '../story/dates.ts';
import { hint, hintOrAll, nearest } from '../story/nearest.ts';
import { languageFor, languages } from '../words/words.ts';
import { readOwnSettings } from './settings.ts';

const KINDS = Object.keys(BEGINNINGS);
const USAGE = [
  `npm run new -- <${KINDS.join('|')}> "A title" --date 2022-01-10`,
  `npm run new -- picture "A title" --kind ${PICTURE_KINDS.join('|')}`,
  `npm run new -- term "A title" --kind ${TERM_KINDS.join('|')}`,
  'npm run new -- article "A title" --document its-document --number 4   (or preamble)',
  'npm run new -- image images/bridge.jpg   (or .png, .webp; the file is there)',
  `npm run new -- page <${LEADS.join('|')}>`,
  `npm run new -- story a-folder --language en   (or ${languages.slice(1).join(', ')})`,
].join('\n');

/** The kinds among which `--kind` chooses. */
const CHOICES: Partial<Record<string, readonly string[]>> = { picture: PICTURE_KINDS, term: TERM_KINDS };

interface Asked extends Wanted {
  what: string;
  /** Whether its day was named. */
  isDated: boolean;
  language: string;
}

/**
 * `npm run new`: writes a file of the story, or a story, that says of each field what goes in. Throws a WriterError,
 * which says what to do, if what the arguments ask for cannot be begun.
 */
export function begin(args: string[]): void {
  const { what, language, isDated, ...asked } = wanted(args);
  if (what === 'story') {
    beginStory(asked.title, language);
    return;
  }
  const { story } = readOwnSettings(process.cwd());
  const around = surroundingsIn(story);
  const wrong = faultOf(what as Beginning, asked, around, story);
  if (wrong !== undefined) throw new WriterError(wrong);
  const { path: name, text } = templateOf(what as Beginning, asked, around);
  const kept: Kept = new Map();
  const before = faultsIn(story, kept);
  if (what === 'publisher') add(story, name, text);
  else write(story, name, text, wayOut(what as Beginning, asked));
  if (!isDated && text.includes(asked.date))
    console.log(`No --date was given: what it says of a day is today, ${asked.date}.`);
  console.log(nextOf(what as Beginning, asked));
  tellOfFaults(before, faultsIn(story, kept));
}

/** The faults of a story. */
function faultsIn(folder: string, kept: Kept): readonly VFile[] {
  try {
    compileStory(readStoryFiles(folder), '/', '', today(), { guard: false, kept });
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.files.filter(({ messages }) => messages.length > 0);
  }
}

/** Tells what the new file still lacks or makes wrong elsewhere, and how many faults there were before it. */
function tellOfFaults(before: readonly VFile[], now: readonly VFile[]): void {
  const keyOf = (file: VFile, { reason }: VFile['messages'][number]) => `${file.path} ${reason}`;
  const old = new Set(before.flatMap((file) => file.messages.map((message) => keyOf(file, message))));
  const fresh = now.flatMap((file) => {
    const messages = file.messages.filter((message) => !old.has(keyOf(file, message)));
    return messages.length > 0 ? [{ path: file.path, messages }] : [];
  });
  if (fresh.length > 0)
    console.log(`Until then the story does not build, because of this:\n\n${reportOf(fresh).join('\n\n')}`);
  const count = (files: readonly Pick<VFile, 'messages'>[]) =>
    files.reduce((sum, { messages }) => sum + messages.length, 0);
  const others = count(now) - count(fresh);
  if (others > 0) {
    const more = `The story has ${others} other ${others === 1 ? 'fault' : 'faults'}; npm run check-story shows all.`;
    console.log(fresh.length > 0 ? `\n${more}` : more);
  }
}

/** What a writer does next. */
function nextOf(what: Beginning, { title }: Wanted): string {
  if (what === 'publisher') return 'Next: say what it is. A source names it by its id, the word before the colon.';
  if (what === 'image') return `Next: say whose it is, and show it in a text: ![What is seen](../${title})`;
  // Their names are not for their writer to choose.
  const isFixed = what === 'article' || what === 'page';
  const name = isFixed ? '' : ', and rename the file if you like: its name becomes its address';
  return `Next: write it${name}. npm run dev shows it.`;
}

/** Why what is asked for cannot be begun. */
function faultOf(what: Beginning, { title, kind, document, number }: Wanted, around: Surroundings, folder: string) {
  const choices = CHOICES[what] ?? [];
  if (kind !== undefined && !choices.includes(kind))
    return `--kind: a ${what} has no kind “${kind}”${choices.length > 0 ? hintOrAll(kind, choices) : ''}`;
  const documents = around.ids('drafts');
  if (what === 'article' && document === undefined && documents.length > 1)
    return `say of which document it is: --document ${documents.join(' or ')}`;
  const lacks = document === undefined ? documents.length === 0 : !documents.includes(document);
  if ((what === 'article' || document !== undefined) && lacks) {
    const begins = 'npm run new -- document "Its title"';
    return document === undefined
      ? `an article is of a document, and the story has none; begin it with ${begins}`
      : `--document: there is no drafts/${document}.md, which ${begins} would begin${hintOrAll(document, documents)}`;
  }
  if (number !== undefined && !/^(preamble|[1-9]\d*)$/.test(number))
    return `--number: “${number}” is neither the number of an article nor preamble`;
  if (what === 'page' && !LEADS.includes(title)) return `there is no page “${title}”${hintOrAll(title, LEADS)}`;
  if (what === 'image' && !(isImage(title) && existsSync(path.join(folder, title))))
    return isImage(title)
      ? `there is no file “${title}” in ${folder}; put the image there${hint(title, imagesIn(folder))}`
      : `“${title}” is no image of a story; write it as images/bridge.jpg, with one of ${IMAGE_ENDINGS.join(', ')}` +
          hint(title, imagesIn(folder));
  return undefined;
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
  const fieldIn = (name: string, field: string) =>
    new RegExp(`^${field}: *(\\S+)`, 'm').exec(files.get(name) ?? '')?.[1];
  const publishers = (yamlOf(files.get('publishers.yaml')) ?? {}) as Record<
    string,
    { kind?: PublisherKind; voice?: string }
  >;
  const carriesAlone = (source: string) => {
    const { kind, voice } = publishers[fieldIn(`sources/${source}.md`, 'publisher') ?? ''] ?? {};
    return kind !== undefined && voice === undefined && rankOf(kind) < 3;
  };
  return {
    story: story.data,
    ids: idsIn,
    next: (collection, document) =>
      Math.max(
        0,
        ...[...files.keys()].map((name) => {
          const [, number = 0] =
            collection === 'articles'
              ? (/^article-(\d+)\.md$/.exec(path.posix.relative(`drafts/${document ?? ''}`, name)) ?? [])
              : [name, path.posix.dirname(name) === collection ? fieldIn(name, 'order') : 0];
          return Number(number) || 0;
        }),
      ) + 1,
    sourceOf: (document) => fieldIn(`drafts/${document}.md`, 'source'),
    source: idsIn('sources').find(carriesAlone) ?? idsIn('sources')[0],
    publishers: Object.keys(publishers),
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

function wanted(args: string[]): Asked {
  let given: {
    values: Partial<Record<'date' | 'language' | 'kind' | 'document' | 'number', string>>;
    positionals: string[];
  };
  try {
    given = parseArgs({
      args,
      allowPositionals: true,
      options: {
        date: { type: 'string' },
        language: { type: 'string' },
        kind: { type: 'string' },
        document: { type: 'string' },
        number: { type: 'string' },
      },
    });
  } catch (error) {
    throw new WriterError(`${(error as Error).message}\n${USAGE}`);
  }
  const { values, positionals } = given;
  const [what = '', title = '', ...rest] = positionals;
  const { date = dayNow(), language = 'en', kind, document, number } = values;
  if (what !== 'story' && !KINDS.includes(what)) {
    const meant = nearest(what, [...KINDS, 'story']);
    throw new WriterError(
      `${what === '' ? '' : `“${what}” is nothing to begin${meant ? `; did you mean ${meant}?` : ''}\n`}${USAGE}`,
    );
  }
  const missing = what === 'story' ? 'the name of a folder is missing' : 'a title is missing';
  if (title.trim() === '' || rest.length > 0)
    throw new WriterError(`${title.trim() === '' ? missing : 'put the title in quotes'}\n${USAGE}`);
  try {
    parseWhen(date);
  } catch (error) {
    throw new WriterError(`--date: ${(error as Error).message}`);
  }
  if (languageFor(language) === undefined)
    throw new WriterError(`the site has no words in “${language}”; it has ${languages.join(', ')}`);
  return { what, title, date, isDated: values.date !== undefined, language, kind, document, number };
}

function beginStory(folder: string, language: string): void {
  const inside = path.relative('.', folder);
  if (inside.startsWith('..') || path.isAbsolute(inside))
    throw new WriterError(`${folder} is not inside the project; name a folder in it`);
  if (existsSync(path.join(folder, 'story.yaml'))) throw new WriterError(`${folder} holds a story already`);
  // The files of a story among others would be neither a story nor what was there.
  if (existsSync(folder) && !isEmptyFolder(folder))
    throw new WriterError(`${folder} is there already and is no empty folder; name a new one, such as my-story`);
  for (const { path: name, text } of storyTemplate(path.basename(folder), language)) write(folder, name, text);
  const named = /^[\w./-]+$/.test(folder) ? folder : `"${folder}"`;
  console.log(`Next: STORY=${named} npm run dev, and write what is still to be written.`);
  if (!language.startsWith('en'))
    console.log('The lines after a # are in English: they are for you, and no reader sees them.');
}

const isEmptyFolder = (folder: string): boolean => statSync(folder).isDirectory() && readdirSync(folder).length === 0;

/** Adds lines to a file that has a line for each thing. */
function add(folder: string, name: string, text: string): void {
  const file = path.join(folder, name);
  const before = existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : '';
  const [old, now] = [yamlOf(before) ?? {}, yamlOf(`${before}\n${text}`)];
  const [id = ''] = Object.keys(yamlOf(text) ?? {});
  if (Object.hasOwn(old, id)) throw new WriterError(`${file} has ${id} already`);
  if (!now) throw new WriterError(`${file} takes no line at its end; put this where you want it:\n\n${text}`);
  writeFileSync(file, `${before}${before && '\n'}${text}`);
  console.log(`${file} has ${id} at its end.`);
}

/** What to do if a file is there already. */
function wayOut(what: Beginning, { number }: Wanted): string {
  if (what === 'page' || what === 'image' || number === 'preamble') return 'write into it';
  return what === 'article' ? 'give another --number, or none for the next article' : 'choose another title';
}

function write(folder: string, name: string, text: string, instead = 'choose another folder'): void {
  const file = path.join(folder, name);
  if (existsSync(file)) throw new WriterError(`${file} is there already; ${instead}`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
  console.log(`${file} is written.`);
}

if (import.meta.main)
  try {
    begin(process.argv.slice(2));
  } catch (error) {
    exitWith(error);
  }
