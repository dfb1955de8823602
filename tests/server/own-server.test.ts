import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectSearch } from '../support/hosts.ts';
import { hasIPv6, ownServers } from '../support/own-servers.ts';
import { smallAtRoot, smallSite } from '../support/sites.ts';

/** A built site behind servers of this machine that are set up by the letter of the README, at / and below a path. */
const folder = mkdtempSync(path.join(tmpdir(), 'own-server-'));
const sites = [
  { base: '/', built: smallAtRoot.folder, site: path.join(folder, 'root/site') },
  { base: '/story/', built: smallSite.folder, site: path.join(folder, 'path/site') },
];
const wrk = ['/usr/bin/wrk', '/usr/local/bin/wrk'].find((file) => existsSync(file));

for (const { name, missing } of ownServers) if (missing) console.warn(`Left out: the site behind ${name}. ${missing}`);
if (!wrk) console.warn('Left out: the load run. This machine has no wrk; on Debian install wrk.');

beforeAll(() => {
  // nginx reads the site as another user.
  execFileSync('chmod', ['755', folder]);
  for (const { built, site } of sites) cpSync(built, site, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  /** As it was sent, before anything is unpacked. */
  body: Buffer;
}

describe.each(ownServers)('behind $name', ({ name, missing, start }) => {
  describe.skipIf(missing !== undefined).each(sites)('at $base', ({ base, site }) => {
    let port = 0;
    let stop: () => Promise<void>;
    beforeAll(async () => {
      ({ port, stop } = await start(site, path.join(folder, `${name}${base.replaceAll('/', '-')}`)));
    });
    afterAll(() => stop?.());

    /** Asks for an address below the base, which is sent as it is written. */
    const get = (address: string, headers: Record<string, string> = {}, host = '127.0.0.1'): Promise<Answer> =>
      new Promise((done, fail) => {
        request({ host, port, path: `${base}${address}`, headers }, (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () =>
            done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
          );
        })
          .on('error', fail)
          .end();
      });
    const file = (name: string) => readFileSync(path.join(site, name));
    const anAsset = () => `assets/${readdirSync(path.join(site, 'assets')).find((one) => one.endsWith('.js'))}`;
    const aFragment = () => `pagefind/fragment/${readdirSync(path.join(site, 'pagefind/fragment'))[0]}`;

    test('pages answer', async () => {
      for (const [address, page] of [
        ['', 'index.html'],
        ['timeline/', 'timeline/index.html'],
        ['the-meeting/an-hour-at-the-inn/', 'the-meeting/an-hour-at-the-inn/index.html'],
      ] as const) {
        const { status, body } = await get(address);
        expect(status, address).toBe(200);
        expect(body.equals(file(page))).toBe(true);
      }
    });

    test.skipIf(!hasIPv6 || name !== 'nginx')('pages answer by IPv6', async () => {
      expect((await get('timeline/', {}, '::1')).body.equals(file('timeline/index.html'))).toBe(true);
    });

    test.each(['no-such-page/', 'no-such-page', 'assets/gone.js', 'assets/', 'cards/gone.png', 'data/gone.json'])(
      '%s answers 404 with the helping page, and nobody keeps that',
      async (address) => {
        const { status, headers, body } = await get(address);
        expect(status).toBe(404);
        expect(body.toString()).toContain('There is no page here');
        expect(headers['cache-control']).toBe('no-store');
        expect(headers['content-type']).toMatch(/^text\/html; ?charset=utf-8$/i);
        expect(headers['content-security-policy']).toContain("script-src 'self' 'sha256-");
      },
    );

    test.each([
      '_headers',
      '_redirects',
      '_server/nginx.conf',
      '_server/Caddyfile',
      '_server/',
      '_server',
      '%5fheaders',
      '%5Fserver/Caddyfile',
      '/_headers',
      './_headers',
      'timeline/../_headers',
      'timeline/%2e%2e/_headers',
    ])('what is for servers is not served: %s', async (address) => {
      const { status, body } = await get(address);
      expect(status).not.toBe(200);
      expect(body.toString()).not.toContain('X-Content-Type-Options');
    });

    test('every answer carries the headers', async () => {
      for (const address of ['', 'search/', 'gone/', 'feed.xml', 'cards/home.png', anAsset(), aFragment()]) {
        const { headers } = await get(address);
        expect(headers['content-security-policy'], address).toMatch(/^default-src 'none'.*frame-ancestors 'none'$/);
        expect(headers['strict-transport-security']).toBe(base === '/' ? 'max-age=63072000' : undefined);
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(headers['x-frame-options']).toBe('DENY');
        expect(headers['referrer-policy']).toBe('no-referrer');
        expect(headers['permissions-policy']).toContain('camera=()');
        expect(headers['cross-origin-opener-policy']).toBe('same-origin');
        expect(headers['cross-origin-embedder-policy']).toBe('require-corp');
        expect(headers['cross-origin-resource-policy']).toBe(
          address === 'cards/home.png' ? 'cross-origin' : 'same-origin',
        );
        expect(headers['access-control-allow-origin']).toBeUndefined();
        expect(headers.server ?? 'nginx').toBe('nginx');
      }
    });

    test('WebAssembly runs in the search and nowhere else, and the policies have no fault', async () => {
      const policy = async (address: string) => String((await get(address)).headers['content-security-policy']);
      for (const address of ['search/', 'pagefind/pagefind-worker.js'])
        expect(await policy(address)).toContain("'wasm-unsafe-eval'");
      for (const address of ['', 'timeline/', 'gone/', 'feed.xml', anAsset()])
        expect(await policy(address)).not.toMatch(/script-src[^;]*unsafe/);
      for (const address of ['', 'search/', anAsset()]) {
        const findings = new CspEvaluator(new CspParser(await policy(address)).csp).evaluate();
        // That script of the site itself may run is meant: nobody else can put a file there.
        expect(findings.filter(({ value }) => value !== "'self'").map(({ description }) => description)).toEqual([]);
      }
    });

    test('text is sent compressed as the build compressed it', async () => {
      for (const [accepts, ending] of [
        ['br', '.br'],
        ['gzip', '.gz'],
      ] as const) {
        const { headers, body } = await get('timeline/', { 'accept-encoding': accepts });
        expect(headers['content-encoding']).toBe(accepts);
        expect(body.equals(file(`timeline/index.html${ending}`))).toBe(true);
      }
      for (const accepts of ['br', 'identity'])
        expect((await get('timeline/', { 'accept-encoding': accepts })).headers.vary).toMatch(/accept-encoding/i);
      expect((await get('timeline/', { 'accept-encoding': 'identity' })).headers['content-encoding']).toBeUndefined();
    });

    test.each([
      ['', /^text\/html; ?charset=utf-8$/i, 'public, max-age=60, stale-while-revalidate=600'],
      ['feed.xml', /^(application|text)\/xml; ?charset=utf-8$/i, 'public, max-age=60, stale-while-revalidate=600'],
      ['robots.txt', /^text\/plain; ?charset=utf-8$/i, 'public, max-age=60, stale-while-revalidate=600'],
      ['the-meeting.md', /^text\/markdown; ?charset=utf-8$/i, 'public, max-age=60, stale-while-revalidate=600'],
      ['icon.svg', /^image\/svg\+xml/, 'public, max-age=60, stale-while-revalidate=600'],
      ['data/timeline.json', /^application\/json/, 'public, max-age=60, stale-while-revalidate=600'],
      ['pagefind/pagefind.js', /javascript/, 'public, max-age=60, stale-while-revalidate=600'],
      ['cards/home.png', /^image\/png$/, 'public, max-age=86400'],
    ])('%s has its type and its time', async (address, type, time) => {
      const { status, headers } = await get(address);
      expect(status).toBe(200);
      expect(headers['content-type']).toMatch(type);
      expect(headers['cache-control']).toBe(time);
    });

    test('files with a hash in their name are kept for a year', async () => {
      for (const address of [anAsset(), aFragment(), `assets/${fontOf(site)}`]) {
        const { status, headers } = await get(address);
        expect(status).toBe(200);
        expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      }
      expect((await get(`assets/${fontOf(site)}`)).headers['content-type']).toBe('font/woff2');
    });

    test('script of other sites may read the data', async () => {
      const { headers } = await get('data/timeline.json', { origin: 'https://other.example' });
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    });

    test('what has not changed is not sent again, and a part can be asked for', async () => {
      const { headers } = await get('timeline/');
      const again = await get('timeline/', { 'if-none-match': headers.etag ?? '' });
      expect(again.status).toBe(304);
      expect(again.headers['cache-control']).toBe(headers['cache-control']);
      expect((await get('timeline/', { 'if-modified-since': headers['last-modified'] ?? '' })).status).toBe(304);
      const part = await get('cards/home.png', { range: 'bytes=0-99' });
      expect(part.status).toBe(206);
      expect(part.body).toHaveLength(100);
    });

    test('a page that moved answers with a real redirect, an address without its slash with one to it', async () => {
      const moved = await get('the-meeting/the-talk/');
      expect(moved.status).toBe(301);
      expect(moved.headers.location).toBe(`${base}the-meeting/an-hour-at-the-inn/`);
      const shared = await get('the-meeting/the-talk?as-of=1904-05-02&from=a%20letter');
      expect([shared.status, shared.headers.location]).toEqual([
        301,
        `${base}the-meeting/an-hour-at-the-inn/?as-of=1904-05-02&from=a%20letter`,
      ]);
      const slash = await get('timeline');
      expect([301, 308]).toContain(slash.status);
      expect(slash.headers.location).toBe(`${base}timeline/`);
      const question = await get('search?q=bridge');
      expect([301, 308]).toContain(question.status);
      const asked = new URL(`http://example.org${base}search?q=bridge`);
      expect(new URL(question.headers.location ?? '', asked).href).toBe(`http://example.org${base}search/?q=bridge`);
    });

    test('a reader searches, follows a result, and nothing is refused', () =>
      expectSearch(`http://127.0.0.1:${port}${base}`));

    test.skipIf(!wrk || name !== 'nginx' || base !== '/')('two seconds of load bring no error', () => {
      const report = execFileSync(
        wrk ?? '',
        ['-t2', '-c32', '-d2s', '-H', 'Accept-Encoding: br', `http://127.0.0.1:${port}${base}timeline/`],
        { encoding: 'utf8' },
      );
      expect(report).not.toMatch(/Socket errors|Non-2xx/);
      expect(Number(/(\d+) requests in/.exec(report)?.[1])).toBeGreaterThan(0);
    });
  });
});

const fontOf = (site: string) => readdirSync(path.join(site, 'assets')).find((name) => name.endsWith('.woff2'));
