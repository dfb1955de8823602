import { expect, test } from 'vitest';
import { caddyFile, headersFile, nginxFiles, redirectsFile } from './hosts.ts';

const policy = "default-src 'none';script-src 'self' 'wasm-unsafe-eval' 'sha256-x'";
const moved = [{ address: '/old/', to: '/new/' }];

test('_headers has each header in one rule only, below the base path', () => {
  const file = headersFile(policy, '/story/');
  expect(file).toMatch(/^\/story\/\*\n {2}Content-Security-Policy: default-src 'none'/);
  expect(file).toContain('/story/assets/*\n  Cache-Control: public, max-age=31536000, immutable');
  const names = [...file.matchAll(/^ {2}([\w-]+):/gm)].map((match) => match[1]);
  expect(new Set(names).size).toBe(names.length);
});

test('_redirects has a line for each page that moved', () => {
  expect(redirectsFile(moved, '/story/')).toBe('/story/old/ /story/new/ 301\n');
  expect(redirectsFile([], '/')).toBe('');
});

test('nginx decides by address who may have WebAssembly and who may show a file', () => {
  const { headers, moved: map } = nginxFiles(policy, moved, '/');
  expect(headers).toContain(`script-src 'self'$wasm 'sha256-x'`);
  expect(headers).toContain('add_header Cross-Origin-Resource-Policy "$resources" always;');
  expect(map).toBe('/old/ /new/;\n');
});

test('Caddy gives WebAssembly to the search alone', () => {
  const file = caddyFile(policy, moved, '/');
  expect(file.match(/wasm-unsafe-eval/g)).toHaveLength(1);
  expect(file).toContain('@search path /search/*\n');
  expect(file).toMatch(/header @search Content-Security-Policy ".*wasm-unsafe-eval/);
  expect(file).toContain('redir /old/ /new/ 301');
});
