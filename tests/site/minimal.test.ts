import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { attribute, readPages, textOf } from '../support/pages.ts';
import { minimalSite } from '../support/sites.ts';

/** A story of story.yaml and one explainer: what it does not have, its site does not speak of. */
describe('a story with nothing but an explainer', () => {
  const { folder } = minimalSite;
  const pages = readPages(folder);
  const home = pages.find(({ address }) => address === '/');

  test('has the pages of its explainer, a search, and nothing for what it lacks', () => {
    expect(pages.map(({ address }) => address).sort()).toEqual([
      '/',
      '/404.html',
      '/search/',
      '/the-lamp/',
      '/the-lamp/two-offices/',
      '/the-lamp/what-changed/',
    ]);
    expect(existsSync(path.join(folder, 'feed.xml'))).toBe(false);
    expect(
      readdirSync(path.join(folder, 'data'))
        .filter((name) => name.endsWith('.json'))
        .sort(),
    ).toEqual(['addresses.json', 'addresses.schema.json']);
    expect(existsSync(path.join(folder, 'search/sources.json'))).toBe(false);
  });

  test('says nothing of documents, events, sources, changes or a key moment', () => {
    const lacking = /draft|document|timeline|glossary|source|changes|pictures|as it was known|of 1\b|0 \w+s\b/i;
    const said = pages.flatMap(({ address, elements }) =>
      elements
        .filter(({ tagName }) => /^(a|h[1-6]|button|label|summary|p|li)$/.test(tagName))
        .flatMap((element) => [textOf(element), attribute(element, 'ariaLabel') ?? ''])
        .filter((text) => lacking.test(text) && !text.includes('without a list'))
        .map((text) => `${address}: ${text}`),
    );
    expect(said).toEqual([]);
    expect(home?.html).not.toContain('application/atom+xml');
  });

  test('gives nothing away: without a licence all rights are reserved', () => {
    const copy = readFileSync(path.join(folder, 'the-lamp.md'), 'utf8');
    expect(copy).toContain('The Street Paper, all rights reserved');
    expect(home?.html).toContain('All rights reserved');
    expect([copy, ...pages.map(({ html }) => html)].filter((text) => /creativecommons|CC BY/.test(text))).toEqual([]);
  });
});
