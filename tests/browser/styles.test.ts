import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import css from '@eslint/css';
import { ESLint } from 'eslint';
import { transform, type Targets } from 'lightningcss';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { dist } from '../support/build.ts';
import { readPages } from '../support/pages.ts';

/**
 * No style of the built site needs more than the oldest browsers of package.json have: what is newer may only be on
 * top, so that leaving it out spoils nothing.
 */
const oldest = Object.fromEntries(
  packageJson.browserslist.map((entry) => {
    const [name = '', version = ''] = entry.split(' >= ');
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return [name, (major << 16) | (minor << 8)];
  }),
) as Targets;

/** The year whose Baseline (https://web.dev/baseline) comes nearest to those browsers. */
const BASELINE = 2022;

/** What such a browser leaves out, and what the page loses: a finer break of lines or sheets, a nicety of type. */
const ON_TOP = {
  allowProperties: [
    'content-visibility',
    'hanging-punctuation',
    'orphans',
    'outline',
    'paint-order',
    'text-size-adjust',
    'text-wrap',
    'widows',
  ],
  allowPropertyValues: { 'break-after': ['avoid'] },
  allowAtRules: ['page'],
  // Each alone in its rule, which such a browser drops: script does without popovers and unfolds what is printed.
  allowSelectors: ['popover-open', 'details-content'],
};

/** Each style once, with where it is from: the first page that has it, or the script that brings it. */
const styles = new Map<string, string>();
for (const { address, html } of readPages(dist))
  for (const [, text = ''] of html.matchAll(/<style>([\s\S]*?)<\/style>/g))
    if (!styles.has(text)) styles.set(text, address);
const assets = path.join(dist, 'assets');
for (const name of readdirSync(assets).filter((file) => file.endsWith('.js')))
  for (const [, text = ''] of readFileSync(path.join(assets, name), 'utf8').matchAll(/insertRule\(`([^`]*)`/g))
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

test('nothing is used that came later, but for what is on top', async () => {
  const linter = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.css'],
        plugins: { css },
        language: 'css/css',
        languageOptions: { tolerant: true },
        rules: { 'css/use-baseline': ['error', { available: BASELINE, ...ON_TOP }] },
      },
    ],
  });
  const faults: string[] = [];
  for (const [text, from] of styles) {
    const [result] = await linter.lintText(text, { filePath: 'style.css' });
    for (const { message, line, column } of result?.messages ?? []) {
      const place = text.split('\n')[line - 1]?.slice(column - 1, column + 60);
      faults.push(`${from}: ${message} “${place}…”`);
    }
  }
  expect(faults).toEqual([]);
});
