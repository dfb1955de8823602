import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { convertToTsx, type ConvertToTsxResult } from '@astrojs/astro2tsx';
import { root } from '../support/build.ts';

/** What the compiler says of a place; line and column count from 1. What it says of a whole project has no file. */
export interface Fault {
  file: string;
  line: number;
  column: number;
  message: string;
}

/** What the compiler finds in a project. */
export function compile(project: string): Fault[] {
  // Several checkers would each find out anew what most files need, such as the types of the schemas.
  const settings = ['--checkers', '1', '--pretty', 'false', '-p', project];
  const command = [path.join(root, 'node_modules/typescript/bin/tsc'), ...settings];
  const options = { encoding: 'utf8', cwd: root, maxBuffer: Infinity } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, command, options);
  const faults: Fault[] = [];
  for (const text of stdout.split(/\r?\n/).filter(Boolean)) {
    const [, file, line, column, message] = /^(\S.*?)\((\d+),(\d+)\): error (.*)/.exec(text) ?? [];
    const last = faults.at(-1);
    if (message)
      faults.push({ file: path.resolve(root, file ?? ''), line: Number(line), column: Number(column), message });
    else if (text.startsWith(' ') && last) last.message += `\n${text}`;
    else faults.push({ file: '', line: 1, column: 1, message: text });
  }
  if (status !== 0 && faults.length === 0) throw new Error(`The compiler failed with ${status}: ${stderr}`);
  return faults;
}

/**
 * What is wrong in the modules and components of a project. TypeScript knows nothing of `.astro`: a component is shown
 * to it as TSX, `.cache/types/src/Notes.astro.tsx` for `src/Notes.astro`, and each of its scripts as a module. What is
 * found there is told of the place in the component. The components of packages are for their makers to mend.
 */
export function typeFaults(project: string): Fault[] {
  const cache = path.join(project, '.cache/types');
  const isHidden = (name: string) => /^(\..+|dist(\..+)?|node_modules)$/.test(path.basename(name));
  const own = globSync('**/*.astro', { cwd: project, exclude: isHidden });
  const files = new Map<string, string>();
  const components = [...own, ...globSync('node_modules/astro/components/*.astro', { cwd: project })].map((name) => {
    const source = readFileSync(path.join(project, name), 'utf8');
    const { scripts, ...converted } = convertToTsx(source, { filename: path.join(project, name) });
    const isOwn = own.includes(name);
    files.set(`${name}.tsx`, `${isOwn ? '' : '// @ts-nocheck\n'}${converted.code}`);
    // A script is where it is in its component.
    for (const { position, content } of scripts.filter(({ type }) => isOwn && type.includes('module')))
      files.set(`${name}.${position.start}.mts`, source.slice(0, position.start).replace(/\S/g, ' ') + content);
    return { file: path.join(project, name), source, ...converted };
  });

  const settings = {
    extends: '../../tsconfig.json',
    compilerOptions: { rootDirs: ['../..', '.'], incremental: true, tsBuildInfoFile: 'tsbuildinfo' },
    files: [
      ...[...files.keys()].filter((name) => !name.startsWith('node_modules')),
      ...['env.d.ts', 'astro-jsx.d.ts'].map((name) => path.join(root, 'node_modules/astro', name)),
    ].map((name) => name.replaceAll('\\', '/')),
  };
  files.set('tsconfig.json', JSON.stringify(settings));
  for (const name of globSync('**/*.{tsx,mts}', { cwd: cache })) if (!files.has(name)) rmSync(path.join(cache, name));
  // What is as it was stays untouched, so that what was found in it need not be found again.
  for (const [name, text] of files) {
    const file = path.join(cache, name);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  const unreadable = components.flatMap(({ file, source, diagnostics }) =>
    diagnostics.map(({ message, position: { start } }) => ({ file, ...placeOf(start, source), message })),
  );
  return [...compile(cache).flatMap(placed), ...unreadable];

  /** A fault of generated code at its place in the component; none where nobody wrote the code. */
  function placed(fault: Fault): Fault[] {
    const [, name, kind] = /^(.+\.astro)\.(?:\d+\.)?(tsx|mts)$/.exec(path.relative(cache, fault.file)) ?? [];
    const component = components.find(({ file }) => file === path.join(project, name ?? ''));
    if (!component) return [fault];
    const { file, source, code, mappings } = component;
    if (kind === 'mts') return [{ ...fault, file }];
    const before = code.split('\n', fault.line - 1).map((line) => line.length + 1);
    const place = writtenAt(
      before.reduce((sum, length) => sum + length, fault.column - 1),
      mappings,
      source,
    );
    // An attribute may be there twice in a component, as `class` and `class:list`.
    if (fault.message.startsWith('TS17001:')) return [];
    // Where the code cannot be read, nothing else is found.
    if (!place) return /^TS1\d{3}:/.test(fault.message) ? [{ ...fault, file, line: 1, column: 1 }] : [];
    return [{ ...fault, file, ...place }];
  }
}

/** Where in a component something stands that is at a place of its TSX; nowhere if nobody wrote it. */
export function writtenAt(
  at: number,
  mappings: ConvertToTsxResult['mappings'],
  source: string,
): Pick<Fault, 'line' | 'column'> | undefined {
  const span = mappings.find(
    ([from, length, , written]) => length > 0 && written > 0 && from <= at && at <= from + Math.min(length, written),
  );
  return span && placeOf(span[2] + at - span[0], source);
}

/** The line and column of a place in a text. */
function placeOf(at: number, text: string): Pick<Fault, 'line' | 'column'> {
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** A fault as lines: file, line, column, what is wrong, and the line itself. */
export function format({ file, line, column, message }: Fault): string {
  if (!file) return message;
  const text = readFileSync(file, 'utf8').split('\n')[line - 1] ?? '';
  const place = `${path.relative(process.cwd(), file)}:${line}:${column}`;
  return `${place} - ${message}\n\n${text}\n${text.slice(0, column - 1).replace(/\S/g, ' ')}^\n`;
}
