import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from '../types/program.ts';
import { root } from './build.ts';

/**
 * Checks nodes of JSON-LD against the vocabulary of schema.org, offline: schema-dts holds the whole vocabulary as
 * types, so that the compiler knows which properties each has and what their values may be. Gives a line for each
 * fault. Nodes of one shape are checked once.
 */
export function checkVocabulary(nodes: readonly unknown[]): string[] {
  const shapes = new Map(nodes.map((node) => [JSON.stringify(shapeOf(node)), node]));
  const text = [
    "import type { Thing } from 'schema-dts';",
    ...[...shapes.values()].map((node, at) => `export const n${at}: Thing = ${JSON.stringify(node)};`),
  ];
  const folder = mkdtempSync(path.join(root, '.cache/vocabulary-'));
  try {
    const compilerOptions = { strict: true, noEmit: true, types: [], module: 'esnext', moduleResolution: 'bundler' };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    writeFileSync(path.join(folder, 'nodes.ts'), text.join('\n'));
    return compile(folder).map(
      ({ message, line }) => `${message.replace(/\s+/g, ' ').slice(0, 400)} in ${text[line - 1]?.slice(0, 300)}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A node with its values left out, so that nodes of one shape are equal. */
function shapeOf(node: unknown): unknown {
  if (Array.isArray(node)) return [...new Set(node.map((item) => JSON.stringify(shapeOf(item))))];
  if (typeof node !== 'object' || node === null) return typeof node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === '@type' ? value : shapeOf(value)]),
  );
}
