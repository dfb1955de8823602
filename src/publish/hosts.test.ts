import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { linesForServer } from '../../tests/support/own-servers.ts';
import { hostFiles } from './hosts.ts';

const policy = { pages: "default-src 'none'", search: "default-src 'none';script-src 'self' 'wasm-unsafe-eval'" };
const moved = [{ address: '/old/größe/', to: '/new/größe/#ort' }];
const files = (address: string, assets = ['a.js']) => hostFiles({ site: new URL(address), policy, moved, assets });

test('_headers has no header in two rules that fit one address, and lists the files that are kept for long', () => {
  const { _headers: file = '' } = files('https://example.org/story/');
  expect(file).toMatch(/^\/story\/\*\n {2}Content-Security-Policy: default-src 'none'/);
  expect(file).toContain('/story/assets/a.js\n  Cache-Control: public, max-age=31536000, immutable');
  expect(file).toContain('/story/data/*\n  Access-Control-Allow-Origin: *');
  expect(file).not.toContain('assets/*');
  const names = [...file.matchAll(/^ {2}([\w-]+):/gm)].map((match) => match[1]);
  expect(new Set(names).size).toBe(names.length);
});

test('_headers has no more rules than Cloudflare reads', () => {
  const { _headers: file = '' } = files(
    'https://example.org/',
    Array.from({ length: 200 }, (_, at) => `${at}.js`),
  );
  expect(file.match(/^\//gm)).toHaveLength(100);
});

test('a page that moved is sent on by Netlify although there is a file, and by Cloudflare', () => {
  const line = '/story/old/gr%C3%B6%C3%9Fe/ /story/new/gr%C3%B6%C3%9Fe/#ort 301';
  expect(files('https://example.org/story/')['_redirects']).toBe(`${line}!\n${line}\n`);
  const none = hostFiles({ site: new URL('https://example.org/'), policy, moved: [], assets: [] });
  expect(none['_redirects']).toBeUndefined();
});

test('servers compare the path as it is, and send the address encoded', () => {
  const { '_server/nginx.conf': nginx, '_server/Caddyfile': caddy } = files('https://example.org/story/');
  expect(nginx).toContain(
    'location = "/story/old/größe" {\n    return 301 "/story/new/gr%C3%B6%C3%9Fe/$is_args$args#ort";\n}',
  );
  expect(caddy).toContain('"/old/größe/" "/story/new/gr%C3%B6%C3%9Fe/" "#ort"');
});

test.each(['_server/nginx.conf', '_server/Caddyfile'])('%s gives WebAssembly to the search alone', (name) => {
  const text = files('https://example.org/')[name] ?? '';
  const allowed = text.split(/^\s*(?:location|header) /m).filter((block) => block.includes('wasm-unsafe-eval'));
  expect(allowed.map((block) => block.split(' {')[0]?.replace(/^\^~ |\*$/g, ''))).toEqual(['/search/', '/pagefind/']);
});

test('only a site that has its host by itself asks for https everywhere on it', () => {
  const hsts = (address: string) =>
    Object.values(files(address)).filter((text) => text.includes('Strict-Transport-Security')).length;
  expect(hsts('https://example.org/')).toBe(3);
  expect(hsts('https://example.org/story/')).toBe(0);
  expect(hsts('http://localhost:4321/')).toBe(0);
});

test('the README shows the lines that the configurations ask for', () => {
  const readme = readFileSync('README.md', 'utf8');
  for (const name of ['_server/nginx.conf', '_server/Caddyfile'])
    expect(readme).toContain(linesForServer(files('https://example.org/')[name] ?? ''));
});
