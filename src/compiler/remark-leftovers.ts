import path from 'node:path/posix';
import type { Heading, Nodes, Paragraph, Root, TableCell } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { hint, nearest } from '../story/nearest.ts';
import { faultOfMixedWord } from './characters.ts';
import type { StoryIndex } from './context.ts';
import { fault, placeAt } from './faults.ts';
import { CALLOUTS, calloutNames } from './remark-callouts.ts';

type Block = Paragraph | Heading | TableCell;

/** What a rule may ask about the text around. */
interface Context {
  file: VFile;
  index: StoryIndex;
  /** The labels of all notes of the text, and those of which the writer was told already. */
  defined: ReadonlySet<string>;
  told: Set<string>;
  block: Block;
  inQuote: boolean;
}

/** Marks that stayed in the text as letters: how to find them, and what to tell the writer; undefined if nothing. */
interface Rule {
  pattern: RegExp;
  /** The blocks it is about, if not all. */
  only?: Block['type'];
  reason: (found: RegExpExecArray, text: string, context: Context) => string | undefined;
}

/** What begins an address within a story or on the web. */
const ADDRESS = String.raw`(?:https?:|mailto:|www\.|\.{0,2}/|#|[^\s()\[\]]*\.md\b)`;
const rule = (source: string, flags = 'gu') => new RegExp(source.replaceAll('ADDRESS', ADDRESS), flags);

const RULES: readonly Rule[] = [
  {
    pattern: /<!--/gu,
    reason: () => 'the comment that begins here never ends; write --> behind it, or \\<!-- for the signs themselves',
  },
  {
    // Within a quotation remarkCallouts speaks of it.
    pattern: /^[ \t]*\[(!?)(\w+)\]/gu,
    only: 'paragraph',
    reason: ([, sign = '', name = ''], _, { inQuote }) => {
      const isKind = CALLOUTS.some((kind) => kind === name.toUpperCase());
      if (inQuote)
        return isKind && sign === '' ? `write [!${name.toUpperCase()}] with its exclamation mark` : undefined;
      return sign !== '' || (isKind && name === name.toUpperCase())
        ? `a note needs “> ” before each of its lines, its marker alone on the first: ${calloutNames('> ')}`
        : undefined;
    },
  },
  {
    pattern: /((?:https?:\/\/|www\.)[^\s<\ufffc]*?)\[\^[^\]\s]*\]?/gu,
    reason: ([, address]) => `the address runs into the mark of the note behind it; write <${address}>`,
  },
  {
    pattern: /\[\^([^\]\n]*\s[^\]\n]*)\]/gu,
    reason: ([found, label = '']) => `“${found}” is no note: a label is one word, as in [^${hyphened(label)}]`,
  },
  {
    pattern: /\^\[[^\]\n]*\]/gu,
    reason: () =>
      'a note has a label here, [^word], and its text on a line below: [^word]: [Title](../sources/file.md).',
  },
  {
    pattern: /\[\^([^\]\s]+)\](?=(:?)([ \t]*))/gu,
    reason: ([, label = '', colon = ''], text, { file, defined, told }) => {
      if (told.has(label)) return undefined;
      told.add(label);
      const isLine = text.trimStart().startsWith(`[^${label}]`);
      if (isLine && colon === '') return `write a colon behind the label where a note is defined: [^${label}]: …`;
      if (isLine) return `the note [^${label}] is not read; leave an empty line before it`;
      const near = nearest(label, defined);
      if (near !== undefined) file.data.meant = new Set([...(file.data.meant ?? []), near]);
      return `the note [^${label}] has no definition${
        near === undefined
          ? `; add a line below the text: [^${label}]: [Title](../sources/file.md).`
          : `; did you mean “${near}”?`
      }`;
    },
  },
  {
    pattern: /!?\[\[([^\][\n|]*)(?:\|[^\][\n]*)?\]\]/gu,
    reason: ([found, name = ''], _, { index }) => {
      const near = hint(hyphened(name), index.paths);
      return `“${found}” is no link here; write [${name}](../glossary/file.md) with the path of its file${near}`;
    },
  },
  {
    pattern: rule(String.raw`(!?)\[[^\][\n]*\][ \t]+\(ADDRESS[^\s)]*\)?`),
    reason: () => 'take out the space between ] and (: the words of a link and its address stand together',
  },
  {
    pattern: rule(String.raw`\[[^\][\n]*\]\(([^)\n]*)(\)?)`),
    reason: ([, address = '', end], _, { index, file }) => {
      if (end === '')
        return 'the link that begins here is not closed; write ) behind its address: [words](../folder/file.md)';
      if (!/\s/u.test(address.trim())) return `“${address}” is no address of a link`;
      const [, image, caption] = /^(\S+)\s+[“”„«](.*?)[“”»]$/u.exec(address.trim()) ?? [];
      if (caption !== undefined) return `a caption stands in straight quotation marks: (${image} "${caption}")`;
      const near = nearest(path.join(path.dirname(file.path), hyphened(address)), index.paths);
      return (
        `the address “${address}” holds a space; an address has none, and files are named with hyphens` +
        (near === undefined ? '' : `; did you mean “${path.relative(path.dirname(file.path), near)}”?`)
      );
    },
  },
  {
    pattern: rule(String.raw`\[[^\][\n]*\(ADDRESS[^)\s]*\)`),
    reason: () => 'the link lacks the ] behind its words: [words](address)',
  },
  {
    pattern: rule(String.raw`\]\(ADDRESS[^)\s]*\)`),
    reason: () => 'the link lacks the [ before its words: [words](address)',
  },
  {
    pattern: rule(String.raw`\([^()\n]+\)\[ADDRESS[^\]\s]*\]`),
    reason: () => 'the brackets of the link are exchanged; write [words](address)',
  },
  {
    pattern: /\[[^\][\n]+\]\[([^\][\n]*)\]/gu,
    reason: ([found, label = '']) =>
      `“${found}” is no link, because no line defines [${label}]; ` +
      `write [words](address), or a line [${label || 'words'}]: address`,
  },
  {
    // “[sic]”, “[the bridge]” and “[2014]” are words that somebody put into a quotation.
    pattern: /(?<=[\p{L}\p{N}\ufffc.,;:!?…”’"'»)」。、])\[(\d{1,3})\]/gu,
    reason: ([found, label = '']) =>
      `“${found}” is no note; write [^${label}], and its text on a line below: ` +
      `[^${label}]: [Title](../sources/file.md). For the signs themselves write \\[${label}\\]`,
  },
  {
    pattern: /<((?:\.{0,2}\/)?[\w./-]+\.md(?:#[^\s>]*)?)>/gu,
    reason: ([, to]) => `a link to a file needs words: [words](${to})`,
  },
  {
    pattern: /\[(?![^\n]*\])(?![\s\S]*\])/gu,
    reason: () => 'the [ is never closed; write ] where it ends, or \\[ for the sign itself',
  },
  {
    pattern: /^[ ]{0,3}(#{1,6})(\u00a0|(?=[^#\s\ufffc]))/gmu,
    only: 'paragraph',
    reason: ([, signs = '', space], text) => {
      if (space === '\u00a0') return 'the space behind # is a no-break space; write an ordinary one: ## The heading';
      // “#1” and “#hashtag” are words; a short line of its own that begins so is a heading that lacks its space.
      const looksLikeHeading = signs.length > 1 || /^[ ]*#\p{L}[^\n]*[^\s.,;:!?…\ufffc]$/u.test(text);
      return looksLikeHeading ? `a heading has a space behind its ${signs}: ${signs} The heading` : undefined;
    },
  },
  {
    pattern: /^[ \t]*(?:[-+*]|\d{1,9}[.)])\u00a0/gmu,
    only: 'paragraph',
    reason: () => 'the space behind the mark of the list is a no-break space; write an ordinary one: - item',
  },
  {
    pattern: /^[ \t]*([•◦‣▪▫●○·∙■□])\s*/gmu,
    only: 'paragraph',
    reason: ([, sign], _, context) => once(context, 'bullet', `a list is written with hyphens: “- ” and not “${sign}”`),
  },
  {
    pattern: /^[ \t]*([–—])[ \u00a0][^\n]*(?=\n[ \t]*\1[ \u00a0])/u,
    only: 'paragraph',
    reason: ([, sign]) => `a list is written with hyphens: “- ” and not “${sign} ”`,
  },
  {
    pattern: /^[ \t]*([-+*]|\d{1,3}[.)])\p{L}[^\n]*(?:\n[ \t]*(?:[-+*]|\d{1,3}[.)])\p{L}[^\n]*)+/u,
    only: 'paragraph',
    reason: ([, sign]) => `a list has a space behind its marks: “${sign} item”`,
  },
  {
    pattern: /^[ \t]*\d{1,9}[.)] [^\n]*\n[ \t]*\d{1,9}[.)] /gmu,
    only: 'paragraph',
    reason: () => 'leave an empty line before a numbered list that does not begin with 1',
  },
  {
    pattern: /^[ \t]*\|[^\n]*\|[ \t]*(?:\n([^\n]*)|$)/u,
    only: 'paragraph',
    reason: ([first = '', second]) => faultOfTable(first, second),
  },
  {
    pattern: /^[^\n|]+(?: \| [^\n|]+)+\n[^\n|]+(?: \| [^\n|]+)+/u,
    only: 'paragraph',
    reason: ([found]) => faultOfTable(...(found.split('\n') as [string, string])),
  },
  {
    pattern: /^[ \t]*:{3,}/gmu,
    only: 'paragraph',
    reason: () => `::: means nothing here; a note begins ${calloutNames('> ')}`,
  },
  {
    pattern: /[ \t]*\{[#.][\w-]+\}[ \t]*$/gu,
    only: 'heading',
    reason: ([found]) => `take out “${found.trim()}”: the address of a section is made from the words of its heading`,
  },
  {
    pattern: /\*{2,3}|(?<![\p{L}\p{N}_])__(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])__(?![\p{L}\p{N}_])/gu,
    reason: ([found], _, context) =>
      once(
        context,
        'strong',
        `${found} makes nothing bold here; ` +
          `it needs its like on the other side and no space within: ${found}words${found}`,
      ),
  },
  {
    pattern: /(?<![\p{L}\p{N}*])\*(?=[\p{L}\p{N}“"«(])|(?<![\p{L}\p{N}_])_(?=[\p{L}“"«(])/gu,
    reason: ([found], _, context) =>
      once(
        context,
        'emphasis',
        `the ${found} is never closed; ` +
          `write ${found}words${found} without spaces within, or \\${found} for the sign itself`,
      ),
  },
  {
    pattern: /~~/gu,
    reason: (_, __, context) =>
      once(context, 'deleted', '~~ strikes nothing out here; it needs its like on the other side and no space within'),
  },
  {
    pattern: /==(?=[^\s=])[^=\n]*==/gu,
    reason: () => '== marks nothing here; write **words** for what is important',
  },
  {
    pattern: /(?<=[\p{L}\p{N}])([~^])(\p{N}+|\p{L})\1/gu,
    reason: ([, sign, raised]) =>
      sign === '~'
        ? `write <sub>${raised}</sub> for what stands lower`
        : `write <sup>${raised}</sup> for what stands higher`,
  },
  {
    pattern: /`/gu,
    reason: (_, __, context) =>
      once(context, 'code', 'the ` is never closed; for an apostrophe write ’, for the sign itself \\`'),
  },
  {
    pattern: /[\p{L}\p{M}]+/gu,
    reason: ([word]) => faultOfMixedWord(word),
  },
];

/**
 * Refuses marks of Markdown that stayed in the text as letters, because they are not written as Markdown has them:
 * `[x] (address)`, `##Heading`, `**bold **`, `• item`, a note without definition. What has a backslash before it is
 * meant and stays. Runs before anything else changes the tree.
 */
export function remarkLeftovers() {
  return (tree: Root, file: VFile) => {
    const { index } = file.data;
    if (!index) throw new Error('remarkLeftovers needs the index of the story');
    const defined = new Set<string>();
    visit(tree, 'footnoteDefinition', ({ identifier }) => void defined.add(identifier));
    const told = new Set<string>();
    const quoted = new Set<Nodes>();
    visit(tree, 'blockquote', ({ children: [first] }) => void (first && quoted.add(first)));
    visit(tree, (node) => {
      if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
      const context = { file, index, defined, told, block: node, inQuote: quoted.has(node) };
      checkBlock(node, context);
    });
  };
}

function checkBlock(block: Block, context: Context): void {
  const { file } = context;
  const from = block.position?.start.offset ?? 0;
  let text = lettersOf(block, String(file));
  const said = new Set<string>();
  for (const { pattern, only, reason } of RULES) {
    if (only !== undefined && only !== block.type) continue;
    const matches = pattern.global ? [...text.matchAll(pattern)] : [pattern.exec(text)];
    for (const found of matches) {
      if (!found) continue;
      const message = reason(found, text, context);
      if (message === undefined || said.has(message)) continue;
      said.add(message);
      const indent = /^\s*/u.exec(found[0])?.[0].length ?? 0;
      fault(file, message, placeAt(file, from + found.index + indent));
      // What has been told of is not looked at by the rules that follow.
      text = text.slice(0, found.index) + cover(found[0]) + text.slice(found.index + found[0].length);
    }
  }
}

/** Stands in a text for what is no letter of it: no content can hold this character. */
const COVER = '\ufffc';
const cover = (text: string) => text.replace(/[^\n]/gu, (letter) => COVER.repeat(letter.length));

/**
 * The source of a block in which everything but its letters is covered: code, HTML, notes, the marks of links and
 * emphasis, and what has a backslash. Every letter is where it is in the source.
 */
function lettersOf(block: Block, source: string): string {
  const start = block.position?.start.offset ?? 0;
  const end = block.position?.end.offset ?? start;
  let text = source.slice(start, end);
  const hide = (from: number | undefined, to: number | undefined) => {
    if (from === undefined || to === undefined || from >= to) return;
    text = text.slice(0, from - start) + cover(text.slice(from - start, to - start)) + text.slice(to - start);
  };
  visit(block, (node) => {
    const { start: first, end: last } = node.position ?? {};
    if (!('children' in node)) {
      if (node.type !== 'text') hide(first?.offset, last?.offset);
    } else if (node !== block && !isBare(node, source)) {
      hide(first?.offset, node.children[0]?.position?.start.offset ?? last?.offset);
      hide(node.children.at(-1)?.position?.end.offset, last?.offset);
    }
  });
  const head = block.type === 'heading' ? /^#+[ \t]*/.exec(text)?.[0].length : undefined;
  if (head !== undefined) hide(start, start + head);
  return text
    .replace(/\\[!-/:-@[-`{-~]/g, cover)
    .replace(/\n[ \t]*>[ \t>]*/g, (prefix) => `\n${' '.repeat(prefix.length - 1)}`);
}

/** Whether a node is an address that stands in the text without brackets. */
function isBare(node: Nodes, source: string): boolean {
  const sign = source[node.position?.start.offset ?? -1];
  return node.type === 'link' && sign !== '[' && sign !== '<';
}

/** A message of which a block has one only, however often its mark is there. */
function once({ told, block }: Context, name: string, message: string): string | undefined {
  const key = `${name} ${block.position?.start.offset}`;
  if (told.has(key)) return undefined;
  told.add(key);
  return message;
}

const hyphened = (text: string) => text.trim().toLowerCase().replace(/\s+/gu, '-');

/** What is wrong with lines that look like a table and are none. */
function faultOfTable(first: string, second: string | undefined): string {
  const columns = (line: string) =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|').length;
  const [head = ''] = first.split('\n');
  if (second !== undefined && /^[\s|:-]*-[\s|:-]*$/u.test(second))
    return (
      `the second line of the table divides ${columns(second)} columns, and its head has ${columns(head)}; ` +
      `write ${'|---'.repeat(columns(head))}|`
    );
  return (
    'a table needs a second line that divides its head from its rows, and no empty line within: ' +
    `${'|---'.repeat(Math.min(columns(head), 20))}|`
  );
}
