import type { z } from 'astro/zod';
import type { VFile } from 'vfile';
import { LineCounter, parseDocument, isMap, isScalar, type Document } from 'yaml';
import { hint, hintOrAll, nearest } from '../story/nearest.ts';
import { fieldName } from './checking.ts';
import { fault } from './faults.ts';
import { explainYaml } from './yaml-errors.ts';
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
  const placeOf = (offset: number) => ({ line: lineAt(offset), column: Math.max(1, counter.linePos(offset).col) });
  const document = parse(file, yaml, counter, firstLine);
  if (!document) return undefined;
  const broken = [...document.errors, ...document.warnings];
  // When YAML is nested too deeply, the parser reports the overflow of its call stack as a fault of the text.
  const tooDeep = broken.find(({ message }) => message.includes('call stack'));
  const faults = tooDeep
    ? [{ at: tooDeep.pos[0], reason: TOO_DEEP }]
    : broken.length > 0
      ? [explainYaml(yaml, broken)]
      : faultsOfYaml(document, yaml);
  for (const { at, reason } of faults) fault(file, reason, placeOf(at));
  if (faults.length > 0) return undefined;

  const written: unknown = document.toJS({ maxAliasCount: 0 }) ?? {};
  if (document.contents === null && !schema.safeParse({}).success) {
    fault(file, NO_FIELDS, { line: firstLine });
    return undefined;
  }
  const lineOf = (path: readonly PropertyKey[]) => lineOfPath(document, path, lineAt) ?? firstLine;
  const sourceAt = (path: readonly PropertyKey[]) => {
    const node = document.getIn(path as unknown[], true);
    return isScalar(node) ? node.source : undefined;
  };
  const result = schema.safeParse(written);
  if (result.success) return { data: result.data, lineOf };
  const issues = result.error.issues.slice(0, MAX_ISSUES).flatMap((issue) => explain(issue, written, schema, sourceAt));
  const keyOf = (path: readonly PropertyKey[]) => JSON.stringify(path);
  // A field with a slip in its name is not missing too.
  const told = new Set(issues.flatMap(({ meant }) => (meant ? [keyOf(meant)] : [])));
  for (const { path, reason } of issues) {
    // What follows from the first thing that is wrong with a field is no news.
    if (!told.has(keyOf(path))) fault(file, reason, { line: lineOf(path) });
    told.add(keyOf(path));
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

const NO_FIELDS = 'there are no fields; each is a line of its own, such as title: The name of the page';

/** At most so many issues are explained; a file reports fewer faults than that. */
const MAX_ISSUES = 100;

/** What is wrong with a field, and the field that a name which is none was meant for. */
interface Explained {
  path: readonly PropertyKey[];
  reason: string;
  meant?: readonly PropertyKey[];
}

/** Says in the writer's words what an issue of Zod means. `sourceAt` is a value as its writer wrote it. */
function explain(
  issue: Issue,
  written: unknown,
  schema: z.ZodType,
  sourceAt: (path: readonly PropertyKey[]) => string | undefined,
): Explained[] {
  const { path } = issue;
  const field = fieldName(path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MAX_ISSUES).map((key) => {
      const fields = fieldsAt(choiceOf(schema, written), path);
      const near = nearest(key, fields);
      return {
        path: [...path, key],
        reason: `unknown field “${fieldName([...path, key])}”${hintOrAll(key, fields)}`,
        ...(near !== undefined && { meant: [...path, near] }),
      };
    });
  const value = path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], written);
  const at = schemaAt(choiceOf(schema, written), path);
  const isKind = issue.code === 'invalid_union' && path.length > 0 && path.at(-1) === issue.discriminator;
  const choices = isKind ? kindsOf(schema).map(({ kind }) => kind) : choicesOf(at);
  const oneOf = choices.length > 0 ? `; write one of ${choices.join(', ')}` : '';
  if (field === '') return [{ path, reason: NO_FIELDS }];
  if (value === undefined) return [{ path, reason: `missing field “${field}”${oneOf}` }];
  if (value === null)
    return [{ path, reason: `field “${field}” is empty${oneOf || '; write its value, or take the line out'}` }];
  if (choices.length > 0 && ['invalid_value', 'invalid_union'].includes(issue.code))
    return [
      {
        path,
        reason:
          `field “${field}”: “${quotable(value)}” is not one of ${choices.join(', ')}` + hint(quotable(value), choices),
      },
    ];
  // A number that is to be text keeps the noughts that begin it.
  const said = typeof value === 'number' ? (sourceAt(path) ?? value) : value;
  const reason = reasonOf(issue, said, Object.keys((at as Definition).shape ?? {}));
  return [{ path, reason: `field “${field}”${reason.startsWith('must ') ? '' : ':'} ${reason}` }];
}

/** What is wrong with a value, in words that follow the name of its field. The schema's own messages are such. */
function reasonOf(issue: Issue, value: unknown, fields: readonly string[] = []): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${NAMES[issue.expected] ?? 'another kind of value'}${exampleOf(issue.expected, value, fields)}`;
    case 'too_small':
    case 'too_big': {
      const least = issue.code === 'too_small';
      const most = least ? issue.minimum : issue.maximum;
      const than = issue.inclusive === false ? (least ? 'more than' : 'less than') : least ? 'at least' : 'at most';
      if (issue.message !== '' && !/^(?:Too|Invalid)/u.test(issue.message)) return issue.message;
      if (issue.origin === 'array')
        return `${least ? 'needs' : 'can have'} ${than} ${most}, and has ${(value as unknown[]).length}`;
      return issue.origin === 'string'
        ? `has ${than} ${most} characters`
        : `is ${quotable(value)}; it must be ${than} ${most}`;
    }
    case 'invalid_key':
      return `has a name that cannot be: “${String(issue.path.at(-1))}” ${issue.issues[0]?.message ?? ''}`.trim();
    case 'invalid_union': {
      // A value that one of the kinds would take but for what it says is told so.
      const near = issue.errors.flat().find(({ code }) => code !== 'invalid_type' && code !== 'invalid_value');
      if (issue.message !== 'Invalid input') return issue.message;
      const kinds = issue.errors.flatMap(([first]) =>
        first?.code === 'invalid_type'
          ? (NAMES[first.expected] ?? [])
          : first?.code === 'invalid_value'
            ? first.values.join(', ')
            : [],
      );
      return near
        ? reasonOf(near as Issue, value)
        : `must be ${[...new Set(kinds)].join(', or ') || 'another kind of value'}`;
    }
    case 'custom':
      return issue.message;
    default:
      // The library's own words, which all begin so, are no help to a writer.
      return /^(?:Invalid|Unrecognized|Too|Expected)\b/u.test(issue.message)
        ? 'has a value of the wrong kind'
        : issue.message;
  }
}

/** A value as it is quoted; a group may hold a field that is called toString. */
function quotable(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? Array.isArray(value)
      ? 'a list'
      : 'a group of fields'
    : String(value);
}

/** How a value of the wrong kind could be written. */
function exampleOf(expected: string, value: unknown, fields: readonly string[]): string {
  if (typeof value === 'object' || (typeof value === 'number' && !Number.isFinite(value))) return '';
  if (expected === 'string') return `; put it in quotes: "${quotable(value)}"`;
  if (expected === 'array') return `: [${quotable(value)}]`;
  return expected === 'object' && fields.length > 0 ? `: { ${fields.map((name) => `${name}: …`).join(', ')} }` : '';
}

const NAMES: Record<string, string> = {
  string: 'text',
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

/** What a schema asks of the value at a path. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): unknown {
  let at: unknown = schema;
  for (const key of path) at = stepInto(unwrap(at), key);
  return unwrap(at);
}

/** The names of the fields that a schema has at a path. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const { shape, def } = schemaAt(schema, path) as Definition;
  return shape ? Object.keys(shape) : choicesOf(def?.keyType);
}

/** The values that a field may have, if they are few: those of a list, or the kinds of a schema that has several. */
function choicesOf(schema: unknown): string[] {
  const { def } = (schema ?? {}) as Definition;
  return Object.values(def?.entries ?? {}).map(String);
}

interface Definition {
  def?: {
    innerType?: unknown;
    in?: unknown;
    element?: unknown;
    keyType?: unknown;
    valueType?: unknown;
    entries?: Record<string, string>;
  };
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
