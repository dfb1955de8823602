import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { generate, parse, walk, type CssNode, type WalkContext } from 'css-tree';
import { transform, type Targets } from 'lightningcss';
import { expect, test } from 'vitest';
import { features } from 'web-features';
import packageJson from '../../package.json' with { type: 'json' };
import { readPages } from '../support/pages.ts';
import { storySite } from '../support/sites.ts';

/**
 * No style of the built site needs more than the oldest browsers of package.json have: what is newer may only be on
 * top, so that leaving it out spoils nothing.
 */
const promised = packageJson.browserslist.map((entry) => {
  const [browser = '', version = ''] = entry.split(' >= ');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return { browser, version: (major << 16) | (minor << 8) };
});
const oldest = Object.fromEntries(promised.map(({ browser, version }) => [browser, version])) as Targets;

/** For each part of CSS by its name in MDN's data, `css.properties.display.grid`, the browsers too old for it. */
const tooOld = new Map<string, string[]>();
for (const feature of Object.values(features))
  if (feature.kind === 'feature')
    for (const [name, { support }] of Object.entries(feature.status.by_compat_key ?? {})) {
      const since = { ...support, ios_saf: support.safari_ios } as Record<string, string | undefined>;
      const lacks = promised.filter(({ browser, version }) => {
        const [major = Infinity, minor = 0] = since[browser]?.replace('≤', '').split('.').map(Number) ?? [];
        return ((major << 16) | (minor << 8)) > version || major === Infinity;
      });
      tooOld.set(
        name,
        lacks.map(({ browser }) => browser),
      );
    }

/**
 * What such a browser leaves out, and what the page loses: a finer break of lines or sheets, a nicety of type, the hand
 * over a button, a moment at the first paint, colours that a system forces, which it does not. A selector
 * stands alone in its rule, which such a browser drops: script does without popovers and unfolds what is printed.
 */
const ON_TOP = [
  /^properties\.(contain-intrinsic-size|content-visibility|hanging-punctuation|orphans|outline|paint-order)\b/,
  /^properties\.(text-size-adjust|text-wrap|widows|break-after\.avoid|cursor\.pointer)\b/,
  /^(at-rules\.(page|media\.forced-colors)|selectors\.(popover-open|details-content)$)/,
];

/** Each style once, with where it is from: the first page that has it, or the script that brings it. */
const styles = new Map<string, string>();
for (const { address, html } of readPages(storySite.folder))
  for (const [, text = ''] of html.matchAll(/<style>([\s\S]*?)<\/style>/g))
    if (!styles.has(text)) styles.set(text, address);
const assets = path.join(storySite.folder, 'assets');
for (const name of readdirSync(assets).filter((file) => file.endsWith('.js')))
  for (const [, text = ''] of readFileSync(path.join(assets, name), 'utf8').matchAll(/`(@media screen\{[^`]*)`/g))
    styles.set(text, name);

/** What Lightning CSS would have to say in other words for the oldest browsers. */
function rewritten(text: string): string[] {
  const print = (options: { targets?: Targets }) =>
    transform({ filename: 'style.css', code: Buffer.from(text), ...options }).code.toString();
  const now = new Set(print({}).split('\n'));
  return (
    print({ targets: oldest })
      .split('\n')
      .filter((line) => !now.has(line))
      // It prepares light-dark() beside each `color-scheme`, and writes all conditions in the newest or oldest form.
      .filter((line) => !/^\s*--lightningcss-(light|dark):|^\s*@media/.test(line))
      .map((line) => line.trim())
  );
}

test('the styles are found, those that script brings too', () => {
  expect(styles.size).toBeGreaterThan(10);
  expect([...styles.values()].filter((from) => from.endsWith('.js'))).toHaveLength(1);
});

test('nothing is written in a form that the oldest browsers do not know', () => {
  const faults = [...styles].flatMap(([text, from]) => [
    ...rewritten(text).map((line) => `${from} needs “${line}”`),
    ...(text.match(/@media[^{]*[<>][^{]*/g) ?? []).map(
      (query) => `${from} asks “${query}”; say min-width or max-width`,
    ),
  ]);
  expect(faults).toEqual([]);
});

/** The parts of CSS that a style uses, but for what it asks for first: by their names in MDN’s data, and where. */
function partsOf(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  walk(parse(text, { parseCustomProperty: true }), {
    enter(this: WalkContext, node: CssNode) {
      // Browsers that do not know what is asked for do not read what follows.
      if (node.type === 'Atrule' && node.name === 'supports') return walk.skip;
      const names: string[] = [];
      const property = this.declaration?.property.replace(/^--.*/, '');
      if (node.type === 'Atrule') names.push(`at-rules.${node.name}`);
      if (node.type === 'Feature') names.push(`at-rules.media.${node.name}`);
      if (node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector')
        names.push(`selectors.${node.name}`);
      if (node.type === 'NestingSelector') names.push('selectors.nesting');
      if (node.type === 'Declaration') names.push(`properties.${node.property}`);
      if (node.type === 'Function') names.push(`types.${node.name}`, `types.color.${node.name}`);
      if (property && (node.type === 'Identifier' || node.type === 'Function'))
        names.push(`properties.${property}.${node.name}`);
      for (const name of names) parts.set(name, generate(this.rule ?? node));
      return undefined;
    },
  });
  return parts;
}

/** The parts of a style that some promised browser does not know. */
const newParts = (text: string): string[] =>
  [...partsOf(text)].flatMap(([name, place]) => {
    // Older browsers know some properties by a longer name, which then stands beside it.
    const isSaidTwice = place.includes(`-webkit-${name.split('.')[1]}:`);
    const lacks = isSaidTwice || ON_TOP.some((one) => one.test(name)) ? [] : (tooOld.get(`css.${name}`) ?? []);
    return lacks.length > 0 ? [`${name} is not known to the oldest ${lacks.join(', ')}: “${place.slice(0, 80)}…”`] : [];
  });

test('nothing is used that came later, but for what is on top', () => {
  expect([...styles].flatMap(([text, from]) => newParts(text).map((fault) => `${from}: ${fault}`))).toEqual([]);
});

test.each([
  ['a { text-box: trim-both cap alphabetic }', 'properties.text-box'],
  ['a { color: oklch(50% 0 0) }', 'types.color.oklch'],
  ['a { width: anchor-size(width) }', 'anchor-size'],
  ['a { display: grid-lanes }', 'properties.display.grid-lanes'],
  ['a:has(b) { color: red }', 'selectors.has'],
  ['@container (width > 1px) { a { color: red } }', 'at-rules.container'],
  ['a { & b { color: red } }', 'nesting'],
  ['@media (scripting: none) { a { color: red } }', 'at-rules.media.scripting'],
])('%s is new', (text, name) => {
  expect(newParts(text).join()).toContain(name);
});
