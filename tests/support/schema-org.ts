import path from 'node:path';
import ts from 'typescript';
import { root } from './build.ts';

/** The files of the vocabulary and of TypeScript's own library, which are read once. */
const sources = new Map<string, ts.SourceFile | undefined>();

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
  const file = path.join(root, 'vocabulary-check.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => name === file || fileExists.call(host, name);
  host.readFile = (name) => (name === file ? text.join('\n') : readFile.call(host, name));
  host.getSourceFile = (name, ...rest) => {
    if (name === file) return ts.createSourceFile(name, text.join('\n'), options.target ?? ts.ScriptTarget.ES2022);
    if (!sources.has(name)) sources.set(name, getSourceFile.call(host, name, ...rest));
    return sources.get(name);
  };
  return ts.getPreEmitDiagnostics(ts.createProgram([file], options, host)).map(({ messageText, start }) => {
    const line = text.join('\n').slice(0, start).split('\n').length;
    return `${ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 400)} in ${text[line - 1]?.slice(0, 300)}`;
  });
}

/** A node with its values left out, so that nodes of one shape are equal. */
function shapeOf(node: unknown): unknown {
  if (Array.isArray(node)) return [...new Set(node.map((item) => JSON.stringify(shapeOf(item))))];
  if (typeof node !== 'object' || node === null) return typeof node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === '@type' ? value : shapeOf(value)]),
  );
}
