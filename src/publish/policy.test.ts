import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inlineOf, joinStyles, policyOf, sitePolicy, withPolicy } from './policy.ts';

const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page =
  '<head><meta charset="utf-8"><style>a{}</style> <style>b{}</style><script>let a</script><script type="module" src="/x.js"></script></head><script type="application/ld+json">{}</script>';

test('styles become one, in their order', () => {
  expect(joinStyles(page)).toContain('<style>a{}b{}</style><script>');
  expect(joinStyles('<p>none</p>')).toBe('<p>none</p>');
});

test('what is written into a page is allowed by its hash; data and files need none', () => {
  expect(inlineOf(joinStyles(page))).toEqual({ scripts: [sha('let a')], styles: [sha('a{}b{}')] });
});

test('what only looks like an element, in an attribute or in the text, is left alone', () => {
  const hostile = `<head><meta charset="utf-8"><meta name="description" content="</style><style>c{}</style><script>evil</script> data-index="><style>a{}</style></head><p title='<style>d{}</style>'>&lt;style> data-index="x"</p><!-- <style>e{}</style> --><script type="application/ld+json">{" data-index=":1}</script><style>b{}</style>`;
  expect(joinStyles(hostile)).toBe(
    hostile.replace('<style>a{}', '<style>a{}b{}').replace(/<style>b\{\}<\/style>$/, ''),
  );
  expect(inlineOf(joinStyles(hostile))).toEqual({ scripts: [], styles: [sha('a{}b{}')] });
  expect(withPolicy(hostile)).not.toContain('wasm');
});

test('nothing is allowed that is not used', () => {
  const policy = policyOf({ scripts: [], styles: [] }, false);
  expect(policy).toBe(
    "default-src 'none';script-src 'self';style-src 'none';img-src 'self';font-src 'self';connect-src 'self';base-uri 'none';form-action 'none'",
  );
  expect(policy).not.toMatch(/unsafe/);
});

test('WebAssembly is allowed where the search is, and nowhere else', () => {
  expect(withPolicy(page)).not.toContain('wasm-unsafe-eval');
  expect(withPolicy(`${page}<div data-index="/pagefind/pagefind.js"></div>`)).toContain(
    "script-src 'self' 'wasm-unsafe-eval'",
  );
});

test('the policy stands before what it governs', () => {
  const html = withPolicy(joinStyles(page));
  expect(html.indexOf('content-security-policy')).toBeLessThan(html.indexOf('<style>'));
  expect(html.indexOf('content-security-policy')).toBeLessThan(html.indexOf('<script>'));
});

test('the header allows what any page needs', () => {
  const policy = sitePolicy(['<style>a{}</style>', '<style>b{}</style>'].map(inlineOf));
  expect(policy).toContain(sha('a{}'));
  expect(policy).toContain(sha('b{}'));
  expect(policy).toContain("frame-ancestors 'none'");
});
