import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, dist, root } from '../support/build.ts';

/** The built site behind the very configurations of deploy/, where the machine has those servers. */
const folder = path.join(root, '.cache/test/server');
const URL_OF_BOTH = 'http://127.0.0.1:8080';

const find = (name: string) =>
  ['/usr/sbin', '/usr/bin', '/usr/local/bin'].map((place) => path.join(place, name)).find((file) => existsSync(file));
const nginx = find('nginx');
const brotli = ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules']
  .map((place) => path.join(place, 'ngx_http_brotli_static_module.so'))
  .find((file) => existsSync(file));
const caddy = find('caddy');
const wrk = find('wrk');

if (!nginx || !brotli)
  console.warn(
    `Left out: the checks behind nginx. This machine has no ${nginx ? 'brotli module for nginx' : 'nginx'}; on Debian install nginx and libnginx-mod-http-brotli-static.`,
  );
if (!caddy) console.warn('Left out: the checks behind Caddy. This machine has no caddy; on Debian install caddy.');
if (!wrk) console.warn('Left out: the load run. This machine has no wrk; on Debian install wrk.');

async function answers(): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(`${URL_OF_BOTH}/`).catch(() => undefined)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the server does not answer');
}

const stop = (server: ChildProcess | undefined) =>
  new Promise<void>((done) => {
    if (!server || server.exitCode !== null) return done();
    server.once('exit', () => done());
    server.kill('SIGTERM');
  });

const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(`${URL_OF_BOTH}${address}`, { redirect: 'manual', headers });

/** How many bytes a server sends for an address before anything is unpacked. */
const bytesSent = (address: string, accepts: string) =>
  new Promise<number>((done, fail) => {
    request(`${URL_OF_BOTH}${address}`, { headers: { 'accept-encoding': accepts } }, (answer) => {
      let sum = 0;
      answer.on('data', (part: Buffer) => (sum += part.length));
      answer.on('end', () => done(sum));
    })
      .on('error', fail)
      .end();
  });

/** A copy of the site's server notes with a page that moved, so that redirects can be seen. */
function withMoved(site: string): void {
  writeFileSync(path.join(site, '_server/nginx-moved.conf'), '/old-page/ /timeline/;\n');
  const notes = path.join(site, '_server/Caddyfile');
  writeFileSync(notes, `${readFileSync(notes, 'utf8')}redir /old-page/ /timeline/ 301\n`);
}

const SERVERS = [
  {
    name: 'nginx',
    there: Boolean(nginx && brotli),
    start: () => spawn(nginx ?? '', ['-p', `${folder}/`, '-c', path.join(folder, 'nginx.conf')], { stdio: 'inherit' }),
  },
  {
    name: 'Caddy',
    there: Boolean(caddy),
    start: () =>
      spawn(caddy ?? '', ['run', '--config', path.join(folder, 'deploy/Caddyfile'), '--adapter', 'caddyfile'], {
        cwd: folder,
        stdio: 'ignore',
      }),
  },
];

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'tmp'), { recursive: true });
  cpSync(dist, path.join(folder, 'dist'), { recursive: true });
  withMoved(path.join(folder, 'dist'));
  symlinkSync(path.join(root, 'deploy'), path.join(folder, 'deploy'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/tmp;`)
    .join(' ');
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `load_module ${brotli};\ndaemon off;\npid ${folder}/nginx.pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp { access_log off; ${temporary} include deploy/nginx.conf; }\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(SERVERS)('behind $name', ({ name, there, start }) => {
  let server: ChildProcess | undefined;
  beforeAll(async () => {
    if (!there) return;
    server = start();
    await answers();
  });
  afterAll(() => stop(server));

  test.skipIf(!there)('pages answer, an unknown address answers 404 with the helping page', async () => {
    expect((await get('/')).status).toBe(200);
    expect((await get('/timeline/')).status).toBe(200);
    const none = await get('/no-such-page/');
    expect(none.status).toBe(404);
    expect(await none.text()).toContain('There is no page here');
    for (const note of ['/_server/Caddyfile', '/_headers', '/_redirects']) expect((await get(note)).status).toBe(404);
  });

  test.skipIf(!there)('every answer carries the headers', async () => {
    for (const address of ['/', '/timeline/', '/no-such-page/', '/feed.xml', '/cards/home.png']) {
      const { headers } = await get(address);
      expect(headers.get('content-security-policy'), address).toMatch(/^default-src 'none'/);
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe/);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe(
        address.startsWith('/cards/') ? 'cross-origin' : 'same-origin',
      );
    }
    expect((await get('/search/')).headers.get('content-security-policy')).toContain("'wasm-unsafe-eval'");
  });

  test.skipIf(!there)('text is sent compressed as the build compressed it', async () => {
    for (const [accepts, ending] of [
      ['br', '.br'],
      ['gzip', '.gz'],
    ] as const) {
      const answer = await get('/timeline/', { 'accept-encoding': accepts });
      expect(answer.headers.get('content-encoding')).toBe(accepts);
      expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
      expect(await bytesSent('/timeline/', accepts)).toBe(
        readFileSync(path.join(dist, `timeline/index.html${ending}`)).length,
      );
      expect(await answer.text()).toBe(readFileSync(path.join(dist, 'timeline/index.html'), 'utf8'));
    }
    expect((await get('/timeline/', { 'accept-encoding': 'identity' })).headers.get('content-encoding')).toBeNull();
  });

  test.skipIf(!there)('types are right, and files are kept as long as they may be', async () => {
    const kept = async (address: string) => (await get(address)).headers.get('cache-control');
    const type = async (address: string) => (await get(address)).headers.get('content-type');
    const asset = /\/assets\/[^"]+\.js/.exec(readFileSync(path.join(dist, 'index.html'), 'utf8'))?.[0] ?? '';
    expect(await kept(asset)).toBe('public, max-age=31536000, immutable');
    expect(await kept('/')).toMatch(/max-age=60/);
    expect(await type('/')).toMatch(/^text\/html; ?charset=utf-8$/i);
    expect(await type(asset)).toMatch(/javascript/);
    expect(await type('/feed.xml')).toMatch(/xml/);
    expect(await type('/data/timeline.json')).toMatch(/^application\/json/);
    expect(await type('/cards/home.png')).toBe('image/png');
  });

  test.skipIf(!there)('what has not changed is not sent again, and a part can be asked for', async () => {
    const first = await get('/timeline/');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    expect((await get('/timeline/', { 'if-none-match': tag })).status).toBe(304);
    expect((await get('/timeline/', { 'if-modified-since': first.headers.get('last-modified') ?? '' })).status).toBe(
      304,
    );
    const part = await get('/cards/home.png', { range: 'bytes=0-99' });
    expect(part.status).toBe(206);
    expect((await part.arrayBuffer()).byteLength).toBe(100);
  });

  test.skipIf(!there)(
    'a page that moved answers with a real redirect, and an address without its slash with one to it',
    async () => {
      const moved = await get('/old-page/');
      expect(moved.status).toBe(301);
      expect(moved.headers.get('location')).toMatch(/(^|8080)\/timeline\/$/);
      const slash = await get('/timeline');
      expect([301, 308]).toContain(slash.status);
      expect(slash.headers.get('location')).toMatch(/\/timeline\/$/);
    },
  );

  test.skipIf(!there || !wrk || name !== 'nginx')('ten seconds of load bring no error', () => {
    const report = execFileSync(
      wrk ?? '',
      ['-t2', '-c32', '-d10s', '-H', 'Accept-Encoding: br', `${URL_OF_BOTH}/timeline/`],
      { encoding: 'utf8' },
    );
    expect(report).not.toMatch(/Socket errors|Non-2xx/);
    expect(Number(/(\d+) requests in/.exec(report)?.[1])).toBeGreaterThan(1000);
  });
});

test('below a path the lists for hosts carry the path', async () => {
  const out = path.join(folder, 'path');
  const { ok, output } = await build({ story: 'tests/stories/small', site: 'https://small.example/story/', out });
  expect(ok, output).toBe(true);
  expect(readFileSync(path.join(out, '_headers'), 'utf8')).toMatch(/^\/story\/\*/);
  expect(readFileSync(path.join(out, '_redirects'), 'utf8')).toContain(
    '/story/the-meeting/the-talk/ /story/the-meeting/an-hour-at-the-inn/ 301',
  );
});
