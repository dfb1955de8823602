import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, preview } from 'astro';
import { readOwnSettings } from './settings.ts';

/**
 * `npm start`: builds the site, and serves it as soon as its pages and search are there. Cards and compressed copies,
 * which only publication needs, are made while it is read. Then it takes its place in `dist/` and is served there.
 */
let server: Awaited<ReturnType<typeof preview>> | undefined;

try {
  const { values } = parseArgs({ options: { host: { type: 'boolean', default: false }, port: { type: 'string' } } });
  const place = { host: values.host, ...(values.port !== undefined && { port: Number(values.port) }) };
  await build({
    integrations: [
      {
        name: 'start',
        hooks: {
          'astro:build:generated': async ({ dir, logger }) => {
            server = await preview({ outDir: fileURLToPath(dir), server: place });
            logger.info('the site can be read; cards and compressed copies come now, and dist/ waits for them');
          },
        },
      },
    ],
  });
  await server?.stop();
  const { port } = await preview({ logLevel: 'error', server: { ...place, ...(server && { port: server.port }) } });
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
