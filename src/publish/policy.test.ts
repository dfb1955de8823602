import { createHash } from 'node:crypto';
import type { APIContext } from 'astro';
import { expect, test } from 'vitest';
import { allowInPage, PAGE_POLICY, policyOf, sitePolicy, type PageInline } from './policy.ts';

const sha = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** What a page asks Astro to allow. */
function asked(inline: PageInline): string[] {
  const all: string[] = [];
  const add = (what: unknown) => void all.push(String(what));
  const csp = { insertScriptHash: add, insertStyleHash: add, insertDirective: add, insertScriptResource: add };
  allowInPage(csp as unknown as APIContext['csp'], inline);
  return all;
}

test('nothing is allowed that is not named', () => {
  expect(PAGE_POLICY.directives).toContain("default-src 'none'");
  expect(JSON.stringify(PAGE_POLICY)).not.toMatch(/unsafe|\*|http/);
});

test('what is written into a page is allowed by its hash', () => {
  expect(asked({ scripts: ['let a'], styles: ['b{}'], search: false })).toEqual([
    sha('let a'),
    sha('b{}'),
    "form-action 'none'",
  ]);
});

test('WebAssembly, its worker and a form are allowed where the search is, and nowhere else', () => {
  expect(asked({ scripts: [], styles: [], search: true })).toEqual([
    "form-action 'self'",
    "'wasm-unsafe-eval'",
    "worker-src 'self'",
  ]);
});

test('in development there is no policy to add to', () => {
  expect(() => allowInPage(undefined, { scripts: ['let a'], styles: [], search: true })).not.toThrow();
});

test('a page without a policy is not published', () => {
  expect(policyOf('<meta http-equiv="content-security-policy" content="default-src \'none\';">')).toBe(
    "default-src 'none';",
  );
  expect(() => policyOf('<p>none</p>')).toThrow('no content-security policy');
});

test('the headers allow what any page needs, and say who may frame it', () => {
  const { pages, search } = sitePolicy([
    "default-src 'none';form-action 'none'; script-src 'self' 'sha256-b'; style-src  'sha256-y';",
    "default-src 'none';form-action 'none'; script-src 'self' 'sha256-a'; style-src  'sha256-x';",
    "default-src 'none';form-action 'self';worker-src 'self'; script-src 'wasm-unsafe-eval'; style-src 'sha256-z';",
  ]);
  expect(pages).toBe(
    "default-src 'none';form-action 'none';script-src 'self' 'sha256-a' 'sha256-b';style-src 'self' 'unsafe-inline';" +
      "frame-ancestors 'none'",
  );
  expect(search).toBe(
    "default-src 'none';form-action 'self';script-src 'self' 'sha256-a' 'sha256-b' 'wasm-unsafe-eval';" +
      "style-src 'self' 'unsafe-inline';worker-src 'self';frame-ancestors 'none'",
  );
});
