import { existsSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, preview, type AstroInlineConfig } from 'astro';
import { readOwnSettings } from './settings.ts';

/**
 * `npm start`: builds the site, and serves it as soon as its pages and search are there. Cards and compressed copies,
 * which only publication needs, are made while it is read. Then it takes its place in `dist/` and is served there.
 */
let server: Awaited<ReturnType<typeof serve>> | undefined;

/** What answers when the site has its place. A request that comes while it takes it waits, and meets no error. */
const inPlace = Promise.withResolvers<RequestListener>();

/** An address without the slash at its end, which is not that of a file. */
const SLASHLESS = /^(?!\/\/)([^?]*\/[^/.?]+)(\?.*)?$/;

/** Astro's server of a built site, and what answers in it. */
async function serverOf(config: AstroInlineConfig) {
  const made = (await preview(config)) as Awaited<ReturnType<typeof preview>> & { server: Server };
  const [answer] = made.server.listeners('request') as [RequestListener];
  return { ...made, server: made.server, answer };
}

/**
 * Serves the site from a folder, and from its place when that is gone. Like every host, and unlike Astro, it adds the
 * slash that an address lacks.
 */
async function serve(folder: string, place: NonNullable<AstroInlineConfig['server']>) {
  const made = await serverOf({ outDir: folder, server: place });
  made.server.removeAllListeners('request').on('request', (request, response) => {
    const [, address, query = ''] = SLASHLESS.exec(request.url ?? '') ?? [];
    if (address !== undefined) response.writeHead(301, { location: `${address}/${query}` }).end();
    else if (existsSync(folder)) made.answer(request, response);
    else void inPlace.promise.then((answer) => answer(request, response));
  });
  return made;
}

try {
  const { values } = parseArgs({ options: { host: { type: 'boolean', default: false }, port: { type: 'string' } } });
  const place = { host: values.host, ...(values.port !== undefined && { port: Number(values.port) }) };
  await build({
    integrations: [
      {
        name: 'start',
        hooks: {
          'astro:build:generated': async ({ dir, logger }) => {
            server = await serve(fileURLToPath(dir), place);
            logger.info('the site can be read; cards and compressed copies come now, and dist/ waits for them');
          },
        },
      },
    ],
  });
  // The first server goes on, and asks what answers in one that needs no port of its own.
  const last = await serverOf({ logLevel: 'error', server: { port: 0 } });
  last.server.close();
  inPlace.resolve(last.answer);
  const { site } = readOwnSettings(process.cwd());
  console.log(
    `All is done: dist/ has the whole site, for ${site.href}. ` +
      `It is served at http://localhost:${server?.port}${site.pathname} until you press Ctrl and C.`,
  );
} catch (error) {
  // What is said to writers has no stack.
  console.error(error instanceof Error ? error.stack || error.message : error);
  process.exit(1);
}
