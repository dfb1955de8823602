import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** What the files of a site are, by how their names end. */
export const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.wasm': 'application/wasm',
};

/**
 * Serves a built site on a free port of this machine, below a base path, as a static host does that reads its
 * `_headers`.
 */
export async function serve(folder: string, base = '/'): Promise<{ url: string; close: () => Promise<void> }> {
  const headers = headersOf(folder);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length - 1)) : undefined;
    const found = inside === undefined ? undefined : fileFor(folder, inside);
    const file = found ?? path.join(folder, '404.html');
    response.writeHead(found ? 200 : 404, {
      ...headers(pathname),
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    });
    response.end(readFileSync(file));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${base}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

function fileFor(folder: string, address: string): string | undefined {
  const file = path.join(folder, address.endsWith('/') ? `${address}index.html` : address);
  return file.startsWith(folder) && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/**
 * The headers that `_headers` asks for at an address: paths, each with its headers indented below it, a * standing
 * for anything.
 */
function headersOf(folder: string): (address: string) => Record<string, string> {
  const file = path.join(folder, '_headers');
  const blocks = (existsSync(file) ? readFileSync(file, 'utf8') : '').split(/\n(?=\/)/).map((block) => {
    const [address = '', ...lines] = block.trim().split('\n');
    const headers = lines.map(
      (line) =>
        line
          .trim()
          .split(/:\s*(.*)/s)
          .slice(0, 2) as [string, string],
    );
    return { address, headers: Object.fromEntries(headers) };
  });
  const matches = (pattern: string, address: string) =>
    pattern.endsWith('*') ? address.startsWith(pattern.slice(0, -1)) : address === pattern;
  return (address) =>
    Object.assign({}, ...blocks.filter((block) => matches(block.address, address)).map((block) => block.headers));
}
