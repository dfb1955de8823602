import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { convertToTsx } from '@astrojs/astro2tsx';
import { parseSync, Visitor } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { root } from './support/build.ts';
import { typeFaults, writtenAt } from './types/program.ts';

test('the check of types names what is wrong in a component, with its line', () => {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(path.join(root, '.cache/components-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../tsconfig.json', include: ['*.ts'], exclude: [] }),
  );
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
  writeFileSync(path.join(folder, 'list.ts'), "import Part from './Part.astro';\n\nPart({ size: 'large' });\n");
  const found = typeFaults(folder).map(
    ({ file, line, column, message }) => `${path.basename(file)}:${line}:${column} ${message.split('\n')[0]}`,
  );
  expect(found.sort()).toEqual([
    "Whole.astro:10:3 TS2322: Type 'number' is not assignable to type 'string'.",
    "Whole.astro:3:10 TS6133: 'sep' is declared but its value is never read.",
    "Whole.astro:4:9 TS2339: Property 'length' does not exist on type 'Number'.",
    "Whole.astro:4:9 TS6133: 'length' is declared but its value is never read.",
    "Whole.astro:7:7 TS2322: Type 'string' is not assignable to type 'number'.",
    "Whole.astro:8:5 TS2304: Cannot find name 'missing'.",
    "list.ts:3:8 TS2322: Type 'string' is not assignable to type 'number'.",
  ]);
});

/** Where a component says words of its own: in text between tags, or in attributes that are read aloud. */
function wordsIn(name: string, source: string): string[] {
  const { code, mappings } = convertToTsx(source, { filename: name });
  const said: number[] = [];
  new Visitor({
    JSXText({ start, end }) {
      const text = code.slice(start, end).replace(/&\w+;/g, (entity) => ' '.repeat(entity.length));
      const at = text.search(/\p{L}{2}/u);
      if (at >= 0) said.push(start + at);
    },
    JSXAttribute({ name: attribute, start, value }) {
      const isRead = /^(aria-label|alt|title|label|caption|description|placeholder)$/.test(String(attribute.name));
      if (isRead && value?.type === 'Literal') said.push(start);
    },
  }).visit(parseSync('component.tsx', code).program);
  return said.map((at) => `${name}:${writtenAt(at, mappings, source)?.line}`);
}

test('words that readers see are in src/words/, in each language', () => {
  const found = globSync('src/**/*.astro', { cwd: root }).flatMap((name) =>
    wordsIn(name, readFileSync(path.join(root, name), 'utf8')),
  );
  expect(found).toEqual([]);
  const planted =
    '---\nconst a = "is not seen";\n---\n<style>p { color: red }</style>\n' +
    '<p class="red">\n  · A {a}\n  seen</p>\n<img alt="A" />\n';
  expect(wordsIn('Planted.astro', planted)).toEqual(['Planted.astro:7', 'Planted.astro:8']);
});
