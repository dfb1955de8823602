import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { convertToTsx } from '@astrojs/astro2tsx';
import ts from 'typescript';
import { expect, onTestFinished, test } from 'vitest';
import { root } from './support/build.ts';
import { readProject, typeFaults } from './types/program.ts';

/** What the linter does not read: the markup of components, and how long lines are. */

const names = ['src', 'tests', 'content/checks'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
);
const isCode = (name: string) => /\.(ts|astro)$/.test(name) && !/[\\/]fixtures[\\/]/.test(name);
const textOf = (name: string) => readFileSync(path.join(root, name), 'utf8');
const components = names.filter((name) => name.endsWith('.astro'));

/** Attributes that are read aloud. */
const SAID = /^(aria-label|alt|title|label|caption|description|placeholder)$/;
/** What gives an element its content, of which there can be one. */
const FILLS = /^set:(html|text)$/;

/** What is wrong in the markup of a component, whose file is `name`. */
function faultsOfMarkup(name: string, text: string): string[] {
  const faults: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}{2}/u.test(node.text.replace(/&\w+;/g, '')))
      faults.push(`“${node.text.trim()}” belongs in src/words/`);
    if (
      ts.isJsxAttribute(node) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer) &&
      SAID.test(node.name.getText())
    )
      faults.push(`“${node.initializer.text}” belongs in src/words/`);
    if (ts.isJsxAttributes(node)) {
      const fills = node.properties.filter(({ name: one }) => FILLS.test(one?.getText() ?? ''));
      const inside = ts.isJsxOpeningElement(node.parent) ? node.parent.parent.children : [];
      const written = inside.filter((one) => !ts.isJsxText(one) || one.text.trim() !== '');
      if (fills.length > 1 || (fills.length > 0 && written.length > 0)) faults.push('an element is filled twice');
    }
    if (ts.isVariableStatement(node) && !/^src[\\/]pages[\\/]/.test(name) && node.modifiers?.some(isExport))
      faults.push('only pages export something');
    ts.forEachChild(node, look);
  };
  const isExport = ({ kind }: ts.ModifierLike) => kind === ts.SyntaxKind.ExportKeyword;
  const { code } = convertToTsx(text, { filename: name });
  look(ts.createSourceFile(`${name}.tsx`, code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TSX));
  return faults.map((fault) => `${name}: ${fault}`);
}

test('components hold no words that readers see, which are in src/words/ in each language', () => {
  expect(components.length).toBeGreaterThan(50);
  expect(components.flatMap((name) => faultsOfMarkup(name, textOf(name)))).toEqual([]);
});

test.each([
  ['<p>Read on</p>', 'belongs in src/words/'],
  ['<p>{long ? <b>Read on</b> : "…"}</p>', 'belongs in src/words/'],
  ['<nav aria-label="Contents" />', 'belongs in src/words/'],
  ['<p set:html={html}>{text}</p>', 'filled twice'],
  ['<p set:html={html} set:text={text} />', 'filled twice'],
  ['---\nexport const x = 1;\n---\n<p>{x}</p>', 'only pages export'],
])('%s is a fault', (markup, fault) => {
  expect(faultsOfMarkup('src/components/X.astro', markup).join()).toContain(fault);
});

/** An address, or a regular expression. */
const REASON = /https?:\/\/|\/(?:[^/\\]|\\.)+\/[a-z]*[,;.)]/;

test('no line is longer than 120 characters, but for addresses, expressions and the texts of tests', () => {
  const mayBeLong = (name: string) =>
    /^(tests|content)|\.test\.ts$/.test(name) ? /^(?!\s*(\/?\*|\/\/))|https?:/ : REASON;
  const isLong = (name: string) => (line: string) => line.length > 120 && !mayBeLong(name).test(line);
  const long = names.filter(isCode).flatMap((name) =>
    textOf(name)
      .split('\n')
      .filter(isLong(name))
      .map((line) => `${name}: ${line}`),
  );
  expect(long).toEqual([]);
});

test('the check of types names what is wrong in a component, with its line', () => {
  const folder = mkdtempSync(path.join(root, '.cache/types-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(
    path.join(folder, 'Part.astro'),
    '---\ninterface Props {\n  size: number;\n}\n---\n\n<p>{Astro.props.size}</p>\n',
  );
  writeFileSync(
    path.join(folder, 'Whole.astro'),
    `---
import Part from './Part.astro';
import { sep } from 'node:path';
const { length } = 5;
---

<Part size="large" />
<p>{missing}</p>
<script>
  document.title = 5;
</script>
`,
  );
  const { options } = readProject(root);
  const types = ['env.d.ts', 'astro-jsx.d.ts'].map((name) => path.join(root, 'node_modules/astro', name));
  const found = typeFaults({ options, files: [path.join(folder, 'Whole.astro'), ...types] }).map(
    ({ file, start = 0, messageText }) =>
      `${(file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
  expect(found.sort()).toEqual([
    "10: Type 'number' is not assignable to type 'string'.",
    "3: 'sep' is declared but its value is never read.",
    "4: 'length' is declared but its value is never read.",
    "4: Property 'length' does not exist on type 'Number'.",
    "7: Type 'string' is not assignable to type 'number'.",
    "8: Cannot find name 'missing'.",
  ]);
});
