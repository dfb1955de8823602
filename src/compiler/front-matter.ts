import type { z } from 'astro/zod';
import type { VFile } from 'vfile';
import { LineCounter, parseDocument, isMap, type Document } from 'yaml';
import { hint } from '../story/nearest.ts';
import { fault } from './faults.ts';
import { faultsOfYaml, TOO_DEEP } from './yaml-limits.ts';

/**
 * Reads YAML that begins on line `firstLine` of the file and checks it against a schema. Every fault is recorded in the
 * file on its own line; the result is then undefined.
 */
export function readYaml<Schema extends z.ZodType>(
  file: VFile,
  yaml: string,
  firstLine: number,
  schema: Schema,
): FrontMatter<z.output<Schema>> | undefined {
  const counter = new LineCounter();
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const document = parse(file, yaml, counter, firstLine);
  if (!document) return undefined;
  const broken = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    at: pos[0],
    reason: `this is not YAML: ${message}`,
  }));
  // When YAML is nested too deeply, the parser reports the overflow of its call stack as a fault of the text.
  const tooDeep = broken.find(({ reason }) => reason.includes('call stack'));
  const faults = tooDeep ? [{ ...tooDeep, reason: TOO_DEEP }] : broken.length > 0 ? broken : faultsOfYaml(document);
  for (const { at, reason } of faults) fault(file, reason, { line: lineAt(at) });
  if (faults.length > 0) return undefined;

  const written: unknown = document.toJS({ maxAliasCount: 0 }) ?? {};
  const lineOf = (path: readonly PropertyKey[]) => lineOfPath(document, path, lineAt) ?? firstLine;
  const result = schema.safeParse(written);
  if (result.success) return { data: result.data, lineOf };
  for (const issue of result.error.issues.slice(0, MAX_ISSUES)) {
    for (const { path, reason } of explain(issue, written, schema)) fault(file, reason, { line: lineOf(path) });
  }
  return undefined;
}

function parse(file: VFile, yaml: string, lineCounter: LineCounter, line: number): Document.Parsed | undefined {
  try {
    // That keys are unique is checked with the rest, in a time that grows with their number and not with its square.
    return parseDocument(yaml, {
      lineCounter,
      schema: 'core',
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'error',
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    fault(file, TOO_DEEP, { line });
    return undefined;
  }
}

/** Checked front matter, and a function that finds the line (from 1) of the value at a path. */
export interface FrontMatter<Data> {
  data: Data;
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** The line of the deepest part of `path` that is written. */
function lineOfPath(
  document: Document,
  path: readonly PropertyKey[],
  lineAt: (offset: number) => number,
): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1) as unknown[], true);
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => String(key) === String(path[length - 1]));
      const range = (pair?.key as { range?: [number, number, number] } | undefined)?.range;
      if (range) return lineAt(range[0]);
    }
    const node = document.getIn(path.slice(0, length) as unknown[], true) as
      { range?: [number, number, number] } | undefined;
    if (node?.range) return lineAt(node.range[0]);
  }
  return undefined;
}

type Issue = z.core.$ZodIssue;

/** At most so many issues are explained; a file reports fewer faults than that. */
const MAX_ISSUES = 100;

/** Says in the writer's words what an issue of Zod means. */
function explain(
  issue: Issue,
  written: unknown,
  schema: z.ZodType,
): { path: readonly PropertyKey[]; reason: string }[] {
  const { path } = issue;
  const field = path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MAX_ISSUES).map((key) => ({
      path: [...path, key],
      reason:
        `unknown field “${[...path.map(String), key].join('.')}”` +
        hint(key, fieldsAt(choiceOf(schema, written), path)),
    }));
  const value = path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], written);
  if (value === undefined) return [{ path, reason: field ? `missing field “${field}”` : 'there are no fields' }];
  if (value === null) return [{ path, reason: `field “${field}” is empty` }];
  if (issue.code === 'invalid_value')
    return [
      {
        path,
        reason:
          `field “${field}”: “${quotable(value)}” is not one of ${issue.values.join(', ')}` +
          hint(quotable(value), issue.values.map(String)),
      },
    ];
  if (issue.code === 'invalid_type')
    return [{ path, reason: `field “${field}” must be ${NAMES[issue.expected] ?? issue.expected}` }];
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined && path.at(-1) === issue.discriminator) {
    const kinds = kindsOf(schema).map(({ kind }) => kind);
    return [
      {
        path,
        reason:
          `field “${field}”: “${quotable(value)}” is not one of ${kinds.join(', ')}` + hint(quotable(value), kinds),
      },
    ];
  }
  if (issue.code === 'invalid_union' && issue.message === 'Invalid input')
    return [{ path, reason: `field “${field}” has a value of the wrong kind` }];
  return [{ path, reason: `field “${field}”: ${issue.message}` }];
}

/** A value as it is quoted; a group may hold a field that is called toString. */
function quotable(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? Array.isArray(value)
      ? 'a list'
      : 'a group of fields'
    : String(value);
}

const NAMES: Record<string, string> = {
  string: 'text (put it in quotes if it looks like a number)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'two numbers in square brackets',
  object: 'a group of fields',
  record: 'a group of fields',
};

/** The kinds of a schema that has several, each with the fields it allows. */
function kindsOf(schema: z.ZodType): { kind: string; option: z.ZodType }[] {
  const { options = [], discriminator = '' } =
    (schema as { def?: { options?: z.ZodType[]; discriminator?: string } }).def ?? {};
  return options.flatMap((option) => {
    const { values = [] } =
      ((option as Definition).shape?.[discriminator] as { def?: { values?: unknown[] } } | undefined)?.def ?? {};
    return values.map((kind) => ({ kind: String(kind), option }));
  });
}

/** What a schema of several kinds asks of what is written; other schemas stay as they are. */
function choiceOf(schema: z.ZodType, written: unknown): z.ZodType {
  const said = Object.values((written ?? {}) as Record<string, unknown>).map(quotable);
  return kindsOf(schema).find(({ kind }) => said.includes(kind))?.option ?? schema;
}

/** The names of the fields that a schema has at a path. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const key of path) at = stepInto(unwrap(at), key);
  const { shape } = unwrap(at) as { shape?: Record<string, unknown> };
  return Object.keys(shape ?? {});
}

interface Definition {
  def?: { innerType?: unknown; in?: unknown; element?: unknown; valueType?: unknown };
  shape?: Record<string, unknown>;
}

function unwrap(schema: unknown): unknown {
  const inner = (schema as Definition | undefined)?.def?.innerType ?? (schema as Definition | undefined)?.def?.in;
  return inner ? unwrap(inner) : (schema ?? {});
}

function stepInto(schema: unknown, key: PropertyKey): unknown {
  const { def, shape } = schema as Definition;
  const field = shape && Object.hasOwn(shape, key) ? shape[String(key)] : undefined;
  return field ?? def?.element ?? def?.valueType;
}
