import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import type { ErrorPayload, ViteDevServer } from 'vite';
import type { ContentError } from '../compiler/faults.ts';
import type { Settings } from './settings.ts';

/** Milliseconds without another event after which a save is over: editors write in several steps. */
const SAVED = 50;

/**
 * An Astro integration that compiles the story again when a file of it is saved, once for each save, and shows what is
 * wrong over the page in the browser until it is mended.
 */
export function desk({ story, cache }: Pick<Settings, 'story' | 'cache'>): AstroIntegration {
  return {
    name: 'desk',
    hooks: {
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        const folder = path.resolve(story);
        let shown: ErrorPayload | undefined;
        let timer: NodeJS.Timeout | undefined;
        let saves = 0;
        const load = async ({ print }: { print: boolean }) => {
          const before = shown;
          try {
            await refreshContent?.({ context: { saves } });
            shown = undefined;
            if (before) logger.info('mended');
            // What is as it was before the fault changes nothing that Astro would tell the browser of.
            if (before) sendTo(server, { type: 'full-reload' });
          } catch (error) {
            shown = overlay(error, folder);
            if (print) logger.error(`\n${shown.err.message}`);
            sendTo(server, shown);
          }
        };
        // Whoever opens a page, or opens it again, sees the fault too.
        server.environments.client.hot.on('vite:client:connect', (_data, client) => {
          if (shown) client.send(shown);
        });
        server.watcher.on('all', (_event, file) => {
          if (!`${path.resolve(file)}${path.sep}`.startsWith(`${folder}${path.sep}`)) return;
          clearTimeout(timer);
          timer = setTimeout(() => {
            saves += 1;
            void load({ print: true });
          }, SAVED);
        });
        void writeSchemas(cache);
        // What was wrong at the start is printed already.
        server.httpServer?.once('listening', () => void load({ print: false }));
      },
    },
  };
}

/** Writes the JSON Schemas of front matter, for editors. TypeScript, which reads the manual, is loaded for it only. */
export async function writeSchemas(cache: string): Promise<void> {
  const { schemaFiles } = await import('../compiler/template.ts');
  const folder = path.join(cache, 'schemas');
  mkdirSync(folder, { recursive: true });
  for (const { path: name, text } of schemaFiles()) writeFileSync(path.join(folder, name), text);
}

const sendTo = (server: ViteDevServer, payload: ErrorPayload | { type: 'full-reload' }): void =>
  server.environments.client.hot.send(payload);

/** What the browser shows of an error: for the writer the report, with the first file and line on top. */
function overlay(error: unknown, folder: string): ErrorPayload {
  const { message, stack = '' } = error as Error;
  const [file] = error instanceof Error && 'files' in error ? (error as ContentError).files : [];
  const [first] = file?.messages ?? [];
  return {
    type: 'error',
    err: {
      message,
      // The server's modules are not those of its content, so that classes are no help here.
      stack: file ? '' : stack,
      ...(file && {
        id: path.join(folder, file.path),
        loc: { file: path.join(folder, file.path), line: first?.line ?? 1, column: first?.column ?? 1 },
      }),
    },
  };
}
