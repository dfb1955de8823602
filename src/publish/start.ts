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

/** An address without the slash at its end, which is not that of a file. */
const SLASHLESS = /^(?!\/\/)([^?]*\/[^/.?]+)(\?.*)?$/;

/** Astro's server of a built site. Like every host, and unlike Astro, it adds the slash that an address lacks. */
async function serve(config: AstroInlineConfig) {
  const made = (await preview(config)) as Awaited<ReturnType<typeof preview>> & { server: Server };
  const [answer] = made.server.listeners('request') as RequestListener[];
  made.server.removeAllListeners('request').on('request', (request, response) => {
    const [, address, query = ''] = SLASHLESS.exec(request.url ?? '') ?? [];
    if (address === undefined) answer?.(request, response);
    else response.writeHead(301, { location: `${address}/${query}` }).end();
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
            server = await serve({ outDir: fileURLToPath(dir), server: place });
            logger.info('the site can be read; cards and compressed copies come now, and dist/ waits for them');
          },
        },
      },
    ],
  });
  await server?.stop();
  const { port } = await serve({
    logLevel: 'error',
    server: { ...place, ...(server && { port: server.port }) },
  });
  const { site } = readOwnSettings(process.cwd());
  console.log(
    `All is done: dist/ has the whole site, for ${site.href}. ` +
      `It is served at http://localhost:${port}${site.pathname} until you press Ctrl and C.`,
  );
} catch (error) {
  // What is said to writers has no stack.
  console.error(error instanceof Error ? error.stack || error.message : error);
  process.exit(1);
}
