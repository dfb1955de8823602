import { isAlias, isCollection, isMap, isPair, isScalar, type Document, type Node, type Pair } from 'yaml';
import { forbiddenCharactersIn } from './characters.ts';
import { LIMITS } from './limits.ts';

/** Something in YAML that a story may not use: its offset in characters, and the message for the writer. */
export interface YamlFault {
  at: number;
  reason: string;
}

/** The message for YAML with too many levels. */
export const TOO_DEEP = `groups and lists are nested more than ${LIMITS.fields} levels deep`;

type YamlPart = Node | Pair | null;

/**
 * What is good YAML and yet not read here: anchors and aliases, which can grow a few lines into gigabytes; keys that
 * are no plain words, come twice or would be lost; tags that make other things than text, numbers, lists and groups;
 * nesting without end; and characters that no text may hold, written as escapes.
 */
export function faultsOfYaml({ contents }: Document): YamlFault[] {
  const faults: YamlFault[] = [];
  let level: YamlPart[] = [contents];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > LIMITS.fields) return [{ at: startOf(level[0]), reason: TOO_DEEP }];
    level = level.flatMap((node) => {
      faults.push(...faultsOf(node));
      return isCollection(node)
        ? (node.items as YamlPart[]).flatMap((item) =>
            isPair(item) ? [item.key as YamlPart, item.value as YamlPart] : [item],
          )
        : [];
    });
  }
  return faults;
}

function faultsOf(node: YamlPart): YamlFault[] {
  const at = startOf(node);
  if (isAlias(node)) return [{ at, reason: `the alias *${node.source} is not read; write the value itself` }];
  const { anchor, tag } = (node ?? {}) as { anchor?: string; tag?: string };
  if (anchor !== undefined)
    return [{ at, reason: `the anchor &${anchor} is not read; write the value wherever it is needed` }];
  if (isMap(node)) return faultsOfKeys(node.items as Pair[]);
  if (!isScalar(node)) return [];
  if (typeof node.value === 'object' && node.value !== null)
    return [{ at, reason: `the tag ${tag} is not read; write text or a number` }];
  const escaped =
    node.type === 'QUOTE_DOUBLE' && typeof node.value === 'string' ? forbiddenCharactersIn(node.value) : [];
  return escaped.map(({ reason }) => ({ at, reason }));
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
