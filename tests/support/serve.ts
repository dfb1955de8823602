import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** What the files of a site are, by how their names end. */
export const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.wasm': 'application/wasm',
};

export interface Server {
  /** Where the site is, with a slash at the end. */
  url: string;
  /** What was asked for, in order. */
  requests: { address: string; headers: IncomingHttpHeaders }[];
  close: () => Promise<void>;
}

/**
 * Serves a built site on a free port of this machine, below a base path, as a static host does that reads `_headers`;
 * `compressed` sends text as a good host does, with brotli of the highest quality.
 */
export async function serve(folder: string, { base = '/', compressed = false } = {}): Promise<Server> {
  const rules = readHeaders(folder);
  const requests: Server['requests'] = [];
  const server = createServer(({ url, headers }, response) => {
    const { pathname } = new URL(url ?? '/', 'http://localhost');
    requests.push({ address: pathname, headers });
    const inside = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length - 1)) : undefined;
    const found = inside === undefined ? undefined : fileFor(folder, inside);
    const file = found ?? path.join(folder, '404.html');
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    const isText = compressed && /text|json|xml/.test(type);
    response.writeHead(found ? 200 : 404, {
      ...headersFor(rules, pathname),
      'content-type': type,
      ...(isText && { 'content-encoding': 'br' }),
    });
    response.end(isText ? brotli(file) : readFileSync(file));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://localhost:${(server.address() as AddressInfo).port}${base}`, requests, close };
}

function fileFor(folder: string, address: string): string | undefined {
  const file = path.join(folder, address.endsWith('/') ? `${address}index.html` : address);
  return file.startsWith(folder) && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

const kept = new Map<string, Buffer>();

/** A text file as it is sent: as the build has compressed it, or else compressed here. */
export function brotli(file: string): Buffer {
  const bytes =
    kept.get(file) ?? (existsSync(`${file}.br`) ? readFileSync(`${file}.br`) : compress(readFileSync(file)));
  kept.set(file, bytes);
  return bytes;
}

/** Compresses a text as brotli; `quality` goes from 0 to 11. */
export const compress = (bytes: Buffer, quality = 11): Buffer =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

/** A rule of `_headers`: for addresses that fit a path, with a * at its end for anything, the headers below it. */
export interface HeaderRule {
  path: string;
  headers: [name: string, value: string][];
}

/** The rules in the file `_headers` of a site, if it has one. */
export function readHeaders(folder: string): HeaderRule[] {
  const file = path.join(folder, '_headers');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const rules: HeaderRule[] = [];
  for (const line of lines.filter((one) => one.trim() !== '' && !one.trim().startsWith('#'))) {
    const [, name, value = ''] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name === undefined) rules.push({ path: line.trim(), headers: [] });
    else rules.at(-1)?.headers.push([name.toLowerCase(), value]);
  }
  return rules;
}

/** The headers of an address: all rules that fit are joined, and a header in two of them becomes a list. */
export function headersFor(rules: readonly HeaderRule[], pathname: string): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const { path: pattern, headers } of rules) {
    const fits = pattern.endsWith('*') ? pathname.startsWith(pattern.slice(0, -1)) : pathname === encodeURI(pattern);
    if (!fits) continue;
    for (const [name, value] of headers) joined[name] = name in joined ? `${joined[name]}, ${value}` : value;
  }
  return joined;
}

/** A port of this machine that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
