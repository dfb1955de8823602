import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, onTestFinished, test } from 'vitest';
import { root } from './support/build.ts';
import { readProject, typeFaults } from './types/program.ts';

test('the check of types names what is wrong in a component, with its line', () => {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
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
    ({ file, start = 0, messageText }) => {
      const { line = 0 } = file?.getLineAndCharacterOfPosition(start) ?? {};
      return `${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    },
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
