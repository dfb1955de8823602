import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { TYPES } from '../support/serve.ts';

const TEXT = /\.(html|js|json|svg|xml|txt|md)$/;

/**
 * Serves a built site and pages of its own making over HTTP/1.1 with connections that stay open, as a good static host
 * does: text as brotli of quality 11, the file that the build has put beside it or else compressed here; cached for
 * ever
 * what has a hash in its name.
 */
export async function serveCompressed(
  folder: string,
  own: ReadonlyMap<string, string>,
): Promise<{ url: string; close: () => Promise<void> }> {
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    let answer = answers.get(pathname);
    if (!answer) answers.set(pathname, (answer = answerFor(folder, own, pathname)));
    response.writeHead(answer.status, answer.headers);
    response.end(answer.bytes);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  status: number;
  headers: Record<string, string | number>;
  bytes: Buffer;
}

function answerFor(folder: string, own: ReadonlyMap<string, string>, pathname: string): Answer {
  const made = own.get(pathname);
  if (made !== undefined) return answer(200, '.html', brotli(Buffer.from(made)), true);
  const asked = path.join(folder, decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
  const found = asked.startsWith(folder) && statSync(asked, { throwIfNoEntry: false })?.isFile() === true;
  const file = found ? asked : path.join(folder, '404.html');
  const text = TEXT.test(file);
  const bytes =
    text && existsSync(`${file}.br`)
      ? readFileSync(`${file}.br`)
      : text
        ? brotli(readFileSync(file))
        : readFileSync(file);
  // The page for no address is measured under its own name.
  return answer(found ? 200 : 404, path.extname(file), bytes, text, pathname.startsWith('/assets/'));
}

function answer(status: number, extension: string, bytes: Buffer, compressed: boolean, forEver = false): Answer {
  return {
    status,
    headers: {
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'content-length': bytes.length,
      'cache-control': forEver ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(compressed && { 'content-encoding': 'br', vary: 'accept-encoding' }),
    },
    bytes,
  };
}

export const brotli = (bytes: Buffer): Buffer =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
