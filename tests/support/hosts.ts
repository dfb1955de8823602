import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect } from 'vitest';
import { launch, watch } from './browser.ts';
import { headersFor, readHeaders, TYPES, type HeaderRule } from './serve.ts';

/** Hosts that serve a folder by rules of their own. */
export type Host = 'Netlify' | 'Cloudflare Pages' | 'GitHub Pages';

/** Serves a folder as a host does, by its published rules:
 *  https://docs.netlify.com/routing/headers/, https://docs.netlify.com/routing/redirects/
 *  https://developers.cloudflare.com/pages/configuration/headers/, …/redirects/, …/serving-pages/
 *  https://docs.github.com/pages; a repository's site is below its name, `base`. */
export async function serveAs(host: Host, folder: string, base = '/'): Promise<{ url: string; close: () => void }> {
  const rules = host === 'GitHub Pages' ? [] : readHeaders(folder);
  if (host === 'Cloudflare Pages') checkLimits(rules);
  const redirects = host === 'GitHub Pages' ? [] : parseRedirects(read(folder, '_redirects'), host);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const answer = answerTo(host, folder, base, pathname, redirects);
    response.writeHead(answer.status, {
      ...DEFAULTS[host],
      ...headersFor(rules, pathname),
      ...(answer.to !== undefined && { location: answer.to }),
      ...(answer.file !== undefined && {
        'content-type': TYPES[path.extname(answer.file)] ?? 'application/octet-stream',
      }),
    });
    response.end(answer.file === undefined ? '' : readFileSync(path.join(folder, answer.file)));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${base}`, close: () => void server.close() };
}

/** What a host sends when nobody says otherwise. */
const DEFAULTS: Record<Host, Record<string, string>> = {
  Netlify: { 'cache-control': 'public,max-age=0,must-revalidate' },
  'Cloudflare Pages': { 'cache-control': 'public, max-age=0, must-revalidate', 'access-control-allow-origin': '*' },
  'GitHub Pages': { 'cache-control': 'max-age=600', 'access-control-allow-origin': '*' },
};

interface Answer {
  status: number;
  file?: string;
  to?: string;
}

function answerTo(host: Host, folder: string, base: string, pathname: string, redirects: Redirect[]): Answer {
  if (!pathname.startsWith(base)) return { status: 404 };
  const inside = decodeURIComponent(pathname.slice(base.length - 1));
  const isServed = (name: string) =>
    statSync(path.join(folder, name), { throwIfNoEntry: false })?.isFile() === true &&
    (host === 'GitHub Pages' || !/^\/_(headers|redirects)$/.test(name));
  const file = inside.endsWith('/') ? `${inside}index.html` : inside;
  const redirect = redirects.find(({ from }) => from === pathname);
  if (redirect && (redirect.force || !isServed(file))) return { status: redirect.status, to: redirect.to };
  if (host === 'Cloudflare Pages' && inside.endsWith('.html') && isServed(file))
    return { status: 308, to: pathname.replace(/(index)?\.html$/, '') };
  if (isServed(file)) return { status: 200, file };
  if (isServed(`${inside}/index.html`)) return { status: host === 'Cloudflare Pages' ? 308 : 301, to: `${pathname}/` };
  return { status: 404, file: '404.html' };
}

/** What Cloudflare Pages does not read: https://developers.cloudflare.com/pages/configuration/headers/ */
function checkLimits(rules: readonly HeaderRule[]): void {
  if (rules.length > 100) throw new Error(`${rules.length} rules`);
  for (const [name, value] of rules.flatMap(({ headers }) => headers))
    if (name.length + value.length > 1990) throw new Error(`a line of ${name.length + value.length} characters`);
}

interface Redirect {
  from: string;
  to: string;
  status: number;
  force: boolean;
}

function parseRedirects(text: string, host: Host): Redirect[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const [from = '', to = '', status = ''] = line.split(/\s+/);
      // Cloudflare leaves out what it does not read as a number, and redirects also where there is a file.
      if (host === 'Cloudflare Pages' && !/^\d+$/.test(status)) return [];
      return [{ from, to, status: parseInt(status), force: host === 'Cloudflare Pages' || status.endsWith('!') }];
    });
}

const read = (folder: string, name: string) => {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

/** A reader of the small story searches for a word, follows the first result and arrives; nothing goes wrong. */
export async function expectSearch(url: string): Promise<void> {
  const browser = await launch();
  const page = await browser.newPage();
  const troubles = watch(page, new URL(url).origin);
  page.on('console', (message) => troubles.push(message.text()));
  await page.goto(`${url}search/`);
  await page.locator('#q').fill('bridge');
  await page.locator('.pages li a').first().click();
  await page.waitForURL((now) => !now.pathname.endsWith('/search/'));
  expect(page.url().startsWith(url)).toBe(true);
  expect(await page.locator('h1').innerText()).not.toContain('There is no page here');
  expect(troubles).toEqual([]);
  await browser.close();
}
