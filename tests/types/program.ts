import path from 'node:path';
import { convertToTsx, type ConvertToTsxResult } from '@astrojs/astro2tsx';
import ts from 'typescript';

/**
 * The types of modules and components in one go. TypeScript knows nothing of `.astro`: a component is shown to it as
 * TSX beside its file, `Notes.astro.tsx`, and each of its scripts as a module, `Notes.astro.0.mts`. What is found there
 * is told of the place in the component.
 */
const GENERATED = /^(.+\.astro)(?:\.tsx|\.(\d+)\.mts)$/;

/** The settings of the project, and its files: with components, but without what is only generated. */
export function readProject(root: string): { options: ts.CompilerOptions; files: string[] } {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile) as { config: unknown };
  const astro = { extension: 'astro', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred };
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, root, {}, '', undefined, [
    astro,
  ]);
  if (errors.length > 0) throw new Error(format(errors));
  const types = ['env.d.ts', 'astro-jsx.d.ts'].map((name) => path.join(root, 'node_modules/astro', name));
  return { options, files: [...fileNames, ...types] };
}

/**
 * What is wrong in files, in the order of TypeScript. The components of packages are for their makers to mend. What was
 * found is kept in the file that the options name as `tsBuildInfoFile`: of files that are as they were it is taken from
 * there.
 */
export function typeFaults({ options, files }: ReturnType<typeof readProject>): ts.Diagnostic[] {
  const components = new Map<string, ConvertToTsxResult>();
  const sources = new Map<string, ts.SourceFile>();
  const convert = (file: string): ConvertToTsxResult => {
    let converted = components.get(file);
    if (!converted) {
      const text = ts.sys.readFile(file) ?? '';
      sources.set(file, ts.createSourceFile(file, text, ts.ScriptTarget.ESNext));
      components.set(file, (converted = convertToTsx(text, { filename: file })));
    }
    return converted;
  };
  const scriptsOf = (file: string) => convert(file).scripts.filter(({ type }) => /module/.test(type));
  const generated = (name: string): string | undefined => {
    const [, file = '', script] = GENERATED.exec(name) ?? [];
    if (!ts.sys.fileExists(file)) return undefined;
    return script === undefined ? convert(file).code : scriptsOf(file)[Number(script)]?.content;
  };

  const host = ts.createIncrementalCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (name) => fileExists(name) || generated(name) !== undefined;
  host.readFile = (name) => readFile(name) ?? generated(name);
  host.resolveModuleNameLiterals = (names, from, redirected, own, source) =>
    names.map((name) => {
      const file = path.resolve(path.dirname(from), name.text);
      if (name.text.endsWith('.astro') && ts.sys.fileExists(file))
        return { resolvedModule: { resolvedFileName: `${file}.tsx`, extension: ts.Extension.Tsx } };
      const mode = ts.getModeForUsageLocation(source, name, own);
      return ts.resolveModuleName(name.text, from, own, host, undefined, redirected, mode);
    });

  const roots = files.flatMap((file) =>
    file.endsWith('.astro') ? [`${file}.tsx`, ...scriptsOf(file).map((_, at) => `${file}.${at}.mts`)] : [file],
  );
  const program = ts.createIncrementalProgram({ rootNames: roots, options, host });
  const found = [
    ...[program.getOptionsDiagnostics(), program.getGlobalDiagnostics()].flat(),
    ...[program.getSyntacticDiagnostics(), program.getSemanticDiagnostics()].flat(),
  ];
  // Only what was found is written.
  program.emit();
  const faults = [...found.flatMap(placed), ...[...components].flatMap(unreadable)];
  return faults.filter(({ file }) => !file?.fileName.includes('/node_modules/'));

  /** A fault of generated code at its place in the component; none where nobody wrote the code. */
  function placed(fault: ts.Diagnostic): ts.Diagnostic[] {
    const [, name = '', script] = GENERATED.exec(fault.file?.fileName ?? '') ?? [];
    const file = sources.get(name);
    if (!file || fault.start === undefined) return [fault];
    if (script !== undefined) {
      const { start = 0 } = scriptsOf(name)[Number(script)]?.position ?? {};
      return [{ ...fault, file, start: start + fault.start }];
    }
    const { start } = fault;
    const span = convert(name).mappings.find(
      ([from, length, , written]) =>
        length > 0 && written > 0 && from <= start && start <= from + Math.min(length, written),
    );
    // An attribute may be there twice in a component, as `class` and `class:list`.
    if (!span || fault.code === 17001) return [];
    return [{ ...fault, file, start: span[2] + start - span[0] }];
  }

  /** What of a component cannot be read. */
  function unreadable([name, { diagnostics }]: [string, ConvertToTsxResult]): ts.Diagnostic[] {
    return diagnostics.map(({ message, position: { start, end } }) => ({
      category: ts.DiagnosticCategory.Error,
      code: 0,
      file: sources.get(name),
      start,
      length: end - start,
      messageText: message,
    }));
  }
}

/** Faults as lines: file, line, column, what is wrong, and the line itself. */
export const format = (faults: readonly ts.Diagnostic[]): string =>
  ts.formatDiagnosticsWithColorAndContext(faults, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => process.cwd(),
    getNewLine: () => '\n',
  });
