import type { YAMLError } from 'yaml';

/** Something in YAML that a story may not use: its offset in characters, and the message for the writer. */
export interface YamlFault {
  at: number;
  reason: string;
}

/** A field at the beginning of a line: what stands before its value, and the value. */
const FIELD = /^([ ]*(?:- +)*)((?:[\w-]+|"[^"]*"|'[^']*'))[ ]*:(?:[ ]+(.*))?$/u;

/** Signs that mean something to YAML where a value begins. */
const SIGNS = /^[@`%&*!|>{}[\],#?]/u;

/**
 * What is wrong with one line, and the index in it at which; undefined if it reads well by itself. It is `weak` if the
 * lines that follow may make it good.
 */
type Look = (line: string) => { column: number; reason: string; weak?: boolean } | undefined;

const LOOKS: readonly Look[] = [
  (line) => {
    const column = /^[ ]*(?=\t)/u.exec(line)?.[0].length;
    return column === undefined
      ? undefined
      : { column, reason: 'there is a tab here; fields are indented with spaces' };
  },
  (line) => {
    const column = /^\s*(?:- +)?\p{L}[\w-]*(?=:[^\s:/\\])/u.exec(line)?.[0].length;
    return column === undefined || FIELD.test(line)
      ? undefined
      : { column, reason: `write a space behind the colon: ${line.trim().replace(/:/, ': ')}` };
  },
  (line) => {
    const [, before = '', group] = /^(\s*(?:- +)*)([[{].*)$/u.exec(line) ?? [];
    return group === undefined ? undefined : faultOfGroup(group, before.length);
  },
  (line) => {
    const [, before = '', name = '', value = ''] = FIELD.exec(line) ?? [];
    const column = line.length - value.length;
    const put = (words: string) => ({
      column,
      reason: `put the value in quotes: ${before.trim()}${before.trim() && ' '}${name}: ${quoted(words)}`,
    });
    if (value === '') return undefined;
    if (/^["']/u.test(value)) return faultOfQuotes(value, column, name);
    if (/^[“”„«‘]/u.test(value) && /: | #/u.test(value))
      return {
        column,
        reason: `the sign ${value[0]} is no quotation mark to YAML; write straight ones: ${name}: ${quoted(value)}`,
      };
    if (/^[[{]/u.test(value)) return faultOfGroup(value, column);
    if (/^[|>][+-]?\d?(?:\s+#.*)?$/u.test(value)) return undefined;
    if (SIGNS.test(value))
      return { ...put(value), reason: `a value cannot begin with ${value[0]}; ${put(value).reason}` };
    if (/: |:$/u.test(value.replace(/\s+#.*$/u, ''))) return put(value);
    if (/^[-?:](?:\s|$)/u.test(value)) return put(value);
    return undefined;
  },
];

/** A text within straight quotation marks, those within it made curly. */
function quoted(value: string): string {
  const isWhole = /^(["']).*\1$/u.test(value) || /^[“„«‘].*[”“»’]$/u.test(value);
  const words = (isWhole ? value.slice(1, -1) : value)
    .replace(/\\/g, '')
    .replace(/"([^"]*)"/gu, '“$1”')
    .replace(/"/gu, '');
  return `"${words.length > 80 ? `${words.slice(0, 80)}…` : words}"`;
}

/** What is wrong with a value that begins with a quotation mark. */
function faultOfQuotes(value: string, column: number, name: string): ReturnType<Look> {
  const mark = value[0] ?? '';
  const body = mark === '"' ? /^"(?:[^"\\]|\\.)*"/u : /^'(?:[^']|'')*'/u;
  const [closed] = body.exec(value) ?? [];
  if (closed === undefined)
    return {
      column,
      reason: `the ${mark} that begins the value is not closed on its line; write ${mark} behind the last word`,
      weak: true,
    };
  const rest = value.slice(closed.length).trim();
  if (rest === '' || rest.startsWith('#')) {
    return mark === '"' && /\\[^\\"/abefnrtv0xuUNLP_ \t]/u.test(value)
      ? { column, reason: 'a \\ means something in double quotes; write \\\\ or put the value in single ones' }
      : undefined;
  }
  if (mark === "'")
    return {
      column: column + closed.length - 1,
      reason: `the ' in the value ends it; write ’, or use double quotes: ${name}: ${quoted(value)}`,
    };
  return {
    column: column + closed.length - 1,
    reason: `the " in the value ends it; put the whole in quotes, and write “ and ” within: ${name}: ${quoted(value)}`,
  };
}

/** What is wrong with a value that begins with a bracket, if all of it stands on one line. */
function faultOfGroup(value: string, column: number): ReturnType<Look> {
  const bare = value.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/gu, (text) => 'x'.repeat(text.length));
  const comment = bare.search(/\s#/u);
  const opened = [...bare.matchAll(/[[{]/gu)].length;
  const closed = [...bare.matchAll(/[\]}]/gu)].length;
  if (comment >= 0 && [...bare.slice(0, comment).matchAll(/[\]}]/gu)].length < opened)
    return { column: column + comment + 1, reason: HIDES };
  const curly = /[“”„«]/u.exec(bare);
  if (opened === closed && bare.slice(bare.search(/[\]}][^\]}]*$/u) + 1).trim() !== '')
    return {
      column,
      reason: `put the value in quotes, because ${value[0]} begins a list or a group of fields: ${quoted(value)}`,
    };
  const nested = /[{,]\s*([\w-]+): [^,{}[\]]*?: /u.exec(bare);
  if (nested)
    return {
      column: column + nested.index + 1,
      reason: `“${nested[1]}” holds a colon; put its value in quotes, or a comma before the next field`,
    };
  if (opened > closed && curly === null)
    return {
      column,
      reason: `the ${value[0]} that begins here is not closed; write ${value[0] === '[' ? ']' : '}'} behind it`,
      weak: true,
    };
  return undefined;
}

/** The message on a `#` that cuts a value. */
export const HIDES =
  'what follows # is not read, because a # after a space begins a comment; put the value in quotes, ' +
  'or give the comment a line of its own';

/** Messages for what no line shows by itself, by the name that the library has for it. */
const BY_CODE: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT:
    'this line is indented otherwise than those that it belongs to; give fields of one group the same number of spaces',
  BAD_DQ_ESCAPE: 'a \\ means something in double quotes; write \\\\ or put the value in single ones',
  DUPLICATE_KEY: 'the field is there twice',
  MULTIPLE_DOCS: 'take out the line of --- or ...: a file holds one group of fields',
  TAB_AS_INDENT: 'there is a tab here; fields are indented with spaces',
  KEY_OVER_1024_CHARS: 'the name of a field is too long',
  BLOCK_IN_FLOW: 'within brackets fields stand one behind the other, with commas between them',
};

/**
 * Says in a writer's words why a text is no YAML: the one thing that is most likely wrong, where it is. `errors` are
 * those of the library in their order; the first is often only what an earlier line led to.
 */
export function explainYaml(yaml: string, errors: readonly Pick<YAMLError, 'code' | 'pos'>[]): YamlFault {
  const [{ code, pos } = { code: 'IMPOSSIBLE' as const, pos: [0, 0] as const }] = errors;
  let at = 0;
  let weak: YamlFault | undefined;
  let before: { indent: number; isOpen: boolean } = { indent: 0, isOpen: false };
  let block: number | undefined;
  for (const line of yaml.split('\n')) {
    const indent = /^ */u.exec(line)?.[0].length ?? 0;
    if (block !== undefined && line.trim() !== '' && indent <= block) block = undefined;
    const isRead = block === undefined && !/^\s*(?:#|$)/u.test(line);
    const [, , , value = ''] = FIELD.exec(line) ?? [];
    if (isRead && FIELD.test(line)) {
      if (indent > before.indent && !before.isOpen && !/^\s*-/u.test(line))
        return { at, reason: `take out the spaces before “${line.trim()}”, or indent the fields of one group alike` };
      before = {
        indent: indent + (/^\s*((?:- +)*)/u.exec(line)?.[1]?.length ?? 0),
        isOpen: value === '' || /^[[{|>"'&!]/u.test(value),
      };
    } else if (isRead) before = { ...before, isOpen: true };
    if (isRead)
      for (const look of LOOKS) {
        const found = look(line);
        if (!found) continue;
        const one = { at: at + found.column, reason: found.reason };
        if (!found.weak) return one;
        weak ??= one;
      }
    if (isRead && /:\s+[|>][+-]?\d?\s*$/u.test(line)) block = indent;
    at += line.length + 1;
  }
  if (weak) return weak;
  const start = yaml.lastIndexOf('\n', Math.max(0, Math.min(pos[0], yaml.trimEnd().length) - 1)) + 1;
  const [line = ''] = yaml.slice(start).split('\n');
  const words = line.trim();
  const reason =
    BY_CODE[code] ??
    (/^[^:]*$/u.test(words) && words !== ''
      ? `“${words}” is no field; a line is a name, a colon, a space and a value: title: The name`
      : `“${words}” cannot be read; a line is a name, a colon, a space and a value, with : or # in it in quotes`);
  return { at: BY_CODE[code] ? Math.min(pos[0], yaml.length) : start + line.length - line.trimStart().length, reason };
}
