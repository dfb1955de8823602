import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { forbiddenCharactersIn, faultOfMixedWord } from './characters.ts';
import { LIMITS } from './limits.ts';
import { HIDES, type YamlFault } from './yaml-errors.ts';

/** The message for YAML with too many levels. */
export const TOO_DEEP = `groups and lists are nested more than ${LIMITS.fields} levels deep`;

type YamlPart = Node | Pair | null;

/**
 * What is good YAML and yet not read here: anchors and aliases, which can grow a few lines into gigabytes; keys that
 * are no plain words, come twice or would be lost; tags that make other things than text, numbers, lists and groups;
 * nesting without end; and characters that no text may hold, written as escapes.
 */
export function faultsOfYaml({ contents }: Document, yaml: string): YamlFault[] {
  const faults: YamlFault[] = [];
  let level: YamlPart[] = [contents];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > LIMITS.fields) return [{ at: startOf(level[0]), reason: TOO_DEEP }];
    level = level.flatMap((node) => {
      faults.push(...faultsOf(node, yaml));
      return isCollection(node)
        ? (node.items as YamlPart[]).flatMap((item) =>
            isPair(item) ? [item.key as YamlPart, item.value as YamlPart] : [item],
          )
        : [];
    });
  }
  return faults;
}

function faultsOf(node: YamlPart, yaml: string): YamlFault[] {
  const at = startOf(node);
  if (isAlias(node))
    return [
      { at, reason: `the alias *${node.source} is not read; write the value itself, in quotes if it begins with *` },
    ];
  const { anchor, tag } = (node ?? {}) as { anchor?: string; tag?: string };
  if (anchor !== undefined)
    return [{ at, reason: `the anchor &${anchor} is not read; write the value itself, in quotes if it begins with &` }];
  if (isMap(node)) return [...faultsOfKeys(node.items as Pair[]), ...faultsOfEmpty(node, yaml)];
  if (isSeq(node) && node.flow) return faultsOfMarks(node.items as YamlPart[]);
  if (!isScalar(node)) return [];
  if (typeof node.value === 'object' && node.value !== null)
    return [{ at, reason: `the tag ${tag} is not read; write text or a number` }];
  const escaped =
    node.type === 'QUOTE_DOUBLE' && typeof node.value === 'string' ? forbiddenCharactersIn(node.value) : [];
  const reason = escaped[0]?.reason ?? faultOfText(node.value);
  if (reason !== undefined) return [{ at, reason }];
  const number = faultOfNumber(node);
  if (number !== undefined) return [{ at, reason: number }];
  const comment = node.type === 'PLAIN' && typeof node.value === 'string' ? commentBehind(node, yaml) : undefined;
  return comment === undefined ? [] : [{ at: comment, reason: HIDES }];
}

/** Texts of a list within marks that YAML takes for letters: a comma between them would make two of one. */
function faultsOfMarks(items: readonly YamlPart[]): YamlFault[] {
  return items.flatMap((item) => {
    const [mark] = (isScalar(item) && item.type === 'PLAIN' && /^[“”„«‘]/u.exec(String(item.value))) || [];
    return mark === undefined
      ? []
      : [{ at: startOf(item), reason: `the sign ${mark} is no quotation mark to YAML; write straight ones: ["…"]` }];
  });
}

/** Why a number would be another one than its writer may mean: many languages write a point between thousands. */
function faultOfNumber({ value, source = '' }: Scalar): string | undefined {
  return typeof value === 'number' && /^-?\d{1,3}\.\d\d0$/u.test(source)
    ? `“${source}” is read as ${value}; write ${source.replace('.', '')} for thousands, or ${value}`
    : undefined;
}

/**
 * Where a `#` cuts a plain value, as in `title: The #1 agreement`; undefined if there is none, or if it plainly begins
 * a comment, with two spaces before it and one behind.
 */
function commentBehind({ range }: Scalar, yaml: string): number | undefined {
  const [, end = 0] = range ?? [];
  const [, spaces, behind] = /^([ \t]+)#(.?)/u.exec(yaml.slice(end)) ?? [];
  if (spaces === undefined) return undefined;
  return spaces.length > 1 && (behind === ' ' || behind === '') ? undefined : end + spaces.length;
}

/** Fields without a value: with a comment in its place, or that a comma within a text makes of the words behind it. */
function faultsOfEmpty({ items, flow }: YAMLMap, yaml: string): YamlFault[] {
  return items.flatMap((pair) => {
    const { key, value } = pair as Pair<Node, Node | null>;
    const at = startOf(key);
    if (flow && value === null)
      return [
        {
          at,
          reason:
            `“${String(isScalar(key) ? key.value : '')}” has no value; ` +
            'a text with a comma in it needs quotes, because a comma ends a field',
        },
      ];
    const isEmpty = isScalar(value) && value.value === null && value.source === '';
    const [comment] = (isEmpty && /^[^\n:]*:[ \t]+(?=#\S)/u.exec(yaml.slice(at))) || [];
    return comment === undefined ? [] : [{ at: at + comment.length, reason: HIDES }];
  });
}

/** Marks of Markdown and HTML in a text that is shown as it is written. */
const MARKUP: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/\[\^[^\]\s]+\]/u, 'a note'],
  [/\[[^\]]+\]\([^)]*\)|\[\[[^\]]+\]\]/u, 'a link'],
  [/<[/!]?[a-z-][^<>]*>|&(?:[a-z]+|#\d+|#x[0-9a-f]+);/iu, 'HTML'],
  [/\*\*|__(?=\S)/u, 'Markdown'],
  [/(?<![\p{L}\p{N}*])\*(?=\S)[^*]*[^\s*]\*(?![\p{L}\p{N}*])/u, 'Markdown'],
  [/(?<![\p{L}\p{N}_])_(?=\S)[^_]*[^\s_]_(?![\p{L}\p{N}_])/u, 'Markdown'],
  [/`/u, 'Markdown'],
];

/** Why a text cannot be a value: fields are plain text, in which a reader would see marks as they are. */
function faultOfText(value: unknown): string | undefined {
  if (typeof value !== 'string' || /^(?:https?:|mailto:)\S*$/u.test(value)) return undefined;
  for (const [pattern, what] of MARKUP) {
    const found = pattern.exec(value)?.[0];
    if (found !== undefined) return `a field is plain text, in which ${what} is not read; take out “${found}”`;
  }
  return faultOfMixedWord(value);
}

/**
 * Keys must be words exactly as written: YAML would read 0x7E8 as 2024, and turn a key that is a list into text.
 */
function faultsOfKeys(pairs: readonly Pair[]): YamlFault[] {
  const seen = new Set<string>();
  return pairs.flatMap(({ key }) => {
    const at = startOf(key as YamlPart);
    if (!isScalar(key)) return isAlias(key) ? [] : [{ at, reason: 'the name of a field is a plain word' }];
    const name = String(key.value);
    if (typeof key.value !== 'string' && name !== key.source)
      return [
        { at, reason: `the name of a field is read as “${name}”, not as “${key.source ?? ''}”; put it in quotes` },
      ];
    if (name === '__proto__') return [{ at, reason: 'no field can be called “__proto__”' }];
    const twice = seen.has(name);
    seen.add(name);
    return twice ? [{ at, reason: `the field “${name}” is there twice` }] : [];
  });
}

function startOf(node: YamlPart | undefined): number {
  return (isPair(node) ? undefined : node?.range?.[0]) ?? 0;
}
