import { setTimeout } from 'node:timers/promises';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Alias, ErrorPayload, ViteDevServer } from 'vite';
import { faultOfDisk, type ContentError } from '../compiler/faults.ts';
import { languageIn } from '../compiler/folder.ts';
import { handedOver } from '../compiler/hand-over.ts';
import { checkPictures } from '../pictures/draw.ts';
import { storyFonts } from '../pictures/fonts.ts';
import { escapeXml } from '../pictures/svg.ts';
import { scriptWords } from './script-words.ts';
import type { Settings } from './settings.ts';
import { storyStyles } from './story-styles.ts';

/** Milliseconds without another event after which a save is over: editors write in several steps. */
const SAVED = 50;
const MOST_TRIES = 200;

/**
 * An Astro integration that compiles the story again when a file of it is saved, once for each save, and shows what is
 * wrong over the page in the browser until it is mended.
 */
export function desk({ story, cache }: Pick<Settings, 'story' | 'cache'>): AstroIntegration {
  return {
    name: 'desk',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig }) => {
        await writeSchemas(cache);
        if (command === 'dev') updateConfig({ vite: { resolve: { alias: await standIns({ story, cache }) } } });
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        const folder = path.resolve(story);
        let shown: ErrorPayload | undefined;
        let told = '';
        let timer: NodeJS.Timeout | undefined;
        let saves = 0;
        // Maps take long to draw, and other files seldom change one.
        let isPictureSaved = true;
        const load = async ({ print }: { print: boolean }) => {
          const before = shown;
          try {
            await standIns({ story, cache });
            const context = { saves, isTaken: false };
            // While Astro reads src/content.config.ts anew, as it may at any save, it does nothing and does not say so.
            for (let again = 0; again < MOST_TRIES && !context.isTaken; again += 1) {
              if (again > 0) await setTimeout(SAVED);
              await refreshContent?.({ context });
            }
            const { pictures, words } = handedOver();
            if (isPictureSaved) checkPictures(pictures, words);
            isPictureSaved = false;
            shown = undefined;
            told = '';
            if (before) logger.info('mended');
            // Astro tells the browser too, but not of what is as it was before a fault.
            sendTo(server, { type: 'full-reload' });
          } catch (error) {
            shown = overlay(error, folder);
            const { message } = error as Error;
            // A large file that is copied there is many saves, and a writer saves often.
            if (print) logger.error(message === told ? 'the same as before' : `\n${message}`);
            told = message;
            sendTo(server, shown);
          }
        };
        // Whoever opens a page, or opens it again, sees the fault too.
        server.environments.client.hot.on('vite:client:connect', (_data, client) => {
          if (shown) client.send(shown);
        });
        server.watcher.on('all', (_event, file) => {
          const saved = `${path.resolve(file)}${path.sep}`;
          if (!saved.startsWith(`${folder}${path.sep}`)) return;
          isPictureSaved ||= saved.startsWith(path.join(folder, 'pictures', path.sep));
          clearTimeout(timer);
          timer = globalThis.setTimeout(() => {
            saves += 1;
            void load({ print: true });
          }, SAVED);
        });
        // What was wrong at the start is printed already.
        server.httpServer?.once('listening', () => void load({ print: false }));
      },
    },
  };
}

/**
 * The aliases of words, styles and fonts that follow the story, by way of files that lead to them or are their copies:
 * Vite keeps its aliases as long as it runs, and sees when these files change.
 */
async function standIns({ story, cache }: Pick<Settings, 'story' | 'cache'>): Promise<Alias[]> {
  const folder = path.resolve(cache, 'desk', story.replaceAll(/\W+/g, '-'));
  const write = (find: Alias['find'], name: string, content: string | Buffer): Alias => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (!existsSync(file) || !readFileSync(file).equals(Buffer.from(content))) writeFileSync(file, content);
    return { find, replacement: file.replaceAll(path.sep, '/') };
  };
  const fonts = await storyFonts(story, `${cache}/fonts`, languageIn(story) ?? 'en');
  return [
    ...[...scriptWords(story), ...storyStyles(story)].map(({ find, replacement }) =>
      find.endsWith('.css')
        ? write(find, find, `@import '${replacement}';\n`)
        : write(find, `${find}.ts`, `export * from '${replacement}';\n`),
    ),
    ...fonts.map(({ find, replacement }) => write(find, path.basename(replacement), readFileSync(replacement))),
  ];
}

/** What the schemas are made of, in story/. */
const SCHEMA_FILES = ['schema', 'fields', 'kinds'];

/**
 * Writes the JSON Schemas of front matter, for editors, unless they are there. What reads the manual is loaded for it
 * only. A disk that does not take them is no fault of the story.
 */
export async function writeSchemas(cache: string): Promise<void> {
  const folder = path.join(cache, 'schemas');
  const made = statSync(path.join(folder, 'story.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SCHEMA_FILES.every((name) => statSync(new URL(`../story/${name}.ts`, import.meta.url)).mtimeMs < made)) return;
  const { schemaFiles } = await import('../compiler/template.ts');
  try {
    mkdirSync(folder, { recursive: true });
    for (const { path: name, text } of schemaFiles()) writeFileSync(path.join(folder, name), text);
  } catch (error) {
    if (faultOfDisk(error) === undefined) throw error;
  }
}

const sendTo = (server: ViteDevServer, payload: ErrorPayload | { type: 'full-reload' }): void =>
  server.environments.client.hot.send(payload);

/** Files of which a line can be shown. */
const TEXTS = /\.(?:md|yaml|txt)$/;

/**
 * What the browser shows of an error: for the writer the report, with the first file and line on top. It is marked as
 * ready for the browser: Astro would read the report as Markdown, so that the links in its models lose their addresses,
 * and fail at a file in a language that its highlighter does not know, such as an image.
 */
function overlay(error: unknown, folder: string): ErrorPayload {
  const { message, stack = '' } = error as Error;
  const [file] = error instanceof Error && 'files' in error ? (error as ContentError).files : [];
  // The server's modules are not those of its content, so that classes are no help here.
  if (!file) return { type: 'error', err: { message, stack } };
  const { line = 1, column = 1 } = file.messages[0] ?? {};
  const name = path.join(folder, file.path);
  const err = { message: escapeXml(message), stack: '', id: name, loc: { file: name, line, column } };
  const ready = { __isEnhancedAstroErrorPayload: true, err: { ...err, highlightedCode: codeOf(name, line) } };
  return { type: 'error', ...ready };
}

/** A file with one line marked, as Astro's overlay shows it. */
function codeOf(file: string, marked: number): string {
  if (!TEXTS.test(file) || !existsSync(file)) return '';
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((text, at) => `<span class="line${at + 1 === marked ? ' error-line' : ''}">${escapeXml(text)}</span>`);
  return `<pre class="shiki"><code>${lines.join('\n')}</code></pre>`;
}
