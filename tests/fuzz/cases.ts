import { ADDRESSES, BLOCKS, CHARACTERS, DATES, INJECTIONS, NAMES, YAML } from './fragments.ts';
import { inEncoding } from './encodings.ts';
import { random, type Random } from './random.ts';
import { oversized } from './sizes.ts';
import { SPARED, texts as original, type Changes } from './story.ts';

/** A hostile change of the small story. */
export interface Case {
  /** What was done, in the order in which it was done. */
  name: string;
  changes: Changes;
}

/** A story while a case changes it: the text of each file by path. Returns what it did. */
type Mutation = (texts: Map<string, string>, random: Random) => string;

/** The case of a seed: one to three changes, then, now and then, another encoding. */
export function caseOf(seed: number): Case {
  const chance = random(seed);
  const spared = chance.chance(90) ? [...original.keys()].filter((path) => SPARED.test(path)) : [];
  const texts = new Map([...original].filter(([path]) => !spared.includes(path)));
  const done = Array.from({ length: chance.pick([1, 1, 1, 2, 3]) }, () => chance.pick(MUTATIONS)(texts, chance));
  const changes: Changes = new Map();
  for (const path of original.keys()) if (!texts.has(path)) changes.set(path, undefined);
  for (const [path, text] of texts) if (text !== original.get(path)) changes.set(path, new TextEncoder().encode(text));
  if (chance.chance(8)) done.push(inEncoding(changes, chance));
  return { name: done.join(', '), changes };
}

/** Changes the text of one file. */
function edit(texts: Map<string, string>, path: string, change: (text: string) => string): void {
  texts.set(path, change(texts.get(path) ?? ''));
}

function pickPath(texts: ReadonlyMap<string, string>, { pick }: Random, like = /\.(md|yaml)$/): string {
  return pick([...texts.keys()].filter((path) => like.test(path)));
}

/** Text for a field or a sentence, hostile in one way or two. */
function hostileText(random: Random): string {
  const one = (): string =>
    random.pick(random.pick([INJECTIONS, INJECTIONS, CHARACTERS, CHARACTERS, NAMES, ADDRESSES]));
  return random.pick([one, () => `A ${one()} b`, () => `${one()}${one()}`, () => `The ${one()} and the ${one()}.`])();
}

/** An element that may or may not stand in a text, with attributes that it may or may not have. */
function element({ pick, chance }: Random): string {
  const name = pick([
    'i',
    'i',
    'span',
    'q',
    'abbr',
    'bdi',
    'cite',
    'sub',
    'br',
    'b',
    'a',
    'p',
    'td',
    'script',
    'style',
    'img',
    'svg',
    'base',
    'x-y',
  ]);
  const attributes = Array.from({ length: pick([0, 1, 1, 1, 2]) }, () => {
    const value = pick([
      'en',
      'rtl',
      'x',
      'alert(1)',
      'javascript:alert(1)',
      '//evil.example',
      'color:red',
      'main',
      '&quot;>',
      '&lt;script&gt;',
    ]);
    return ` ${pick(['lang', 'dir', 'title', 'onclick', 'onmouseover', 'style', 'class', 'id', 'href', 'src', 'hidden', 'role'])}${pick([`="${value}"`, `='${value}'`, `=${value}`, ''])}`;
  });
  return `<${name}${attributes.join('')}>${chance(85) ? `x</${name}>` : 'x'}`;
}

/** A value as YAML that reads as the text itself, or, now and then, as whatever YAML makes of it. */
function asYaml(text: string, { pick }: Random): string {
  return pick([
    JSON.stringify,
    JSON.stringify,
    JSON.stringify,
    (plain: string) => `'${plain.replaceAll("'", "''").replaceAll('\n', ' ')}'`,
    (plain: string) => plain,
    (plain: string) => `|-\n  ${plain}`,
  ])(text);
}

const FIELD = /^(?: *(?:- )?)([a-z_]+): .*$/gm;
/** A field within braces. */
const WITHIN = /(?<=[{,] *)([a-z_]+): [^,{}[\]]+(?=[,}])/g;

/**
 * Puts a value into the place of one field, of those whose names are like this; fields within braces are places too.
 */
function setField(texts: Map<string, string>, random: Random, value: string, like = /^/): string {
  const places = [...texts].flatMap(([path, text]) => {
    const head = path.endsWith('.yaml') ? text : text.slice(0, Math.max(0, text.indexOf('\n---', 3)));
    return [...head.matchAll(FIELD), ...head.matchAll(WITHIN)]
      .filter(([, name = '']) => like.test(name))
      .map(({ 0: whole, index }) => ({ path, text, whole, index }));
  });
  const { path, text, whole, index } = random.pick(places);
  const field = whole.slice(0, whole.indexOf(':'));
  texts.set(path, `${text.slice(0, index)}${field}: ${value}${text.slice(index + whole.length)}`);
  return `${field.trim()} of ${path}`;
}

/** Writes something between two blocks of a text, or between two of its words. */
function write(texts: Map<string, string>, random: Random, what: string, between: 'blocks' | 'words'): string {
  const path = pickPath(texts, random, /\.md$/);
  edit(texts, path, (text) => {
    const from = Math.max(0, text.indexOf('\n---', 3)) + 4;
    const places = [...text.slice(from).matchAll(between === 'blocks' ? /\n\n|\n$/g : / /g)].map(
      ({ index }) => from + index,
    );
    const at = places.length === 0 ? text.length : random.pick(places);
    return between === 'blocks'
      ? `${text.slice(0, at)}\n\n${what}\n${text.slice(at)}`
      : `${text.slice(0, at)} ${what} ${text.slice(at)}`;
  });
  return `${between} in ${path}`;
}

/** An id that a writer may choose, and that code may trip over. */
const IDS = [
  'constructor',
  'prototype',
  'valueof',
  'then',
  '0',
  '1904',
  'index',
  'main',
  'all',
  'home',
  'x'.repeat(60),
  'notes',
  'none-found',
  'story',
  'a-1',
] as const;

const MUTATIONS: readonly Mutation[] = [
  (texts, random) => setField(texts, random, asYaml(hostileText(random), random)),
  (texts, random) =>
    setField(
      texts,
      random,
      JSON.stringify(hostileText(random)),
      /title|brief|name|text|place|question|definition|publisher|note|short|asks|tagline|description|counted|what|said/,
    ),
  (texts, random) => setField(texts, random, asYaml(random.pick(DATES), random), /date|from|until|baseline/),
  (texts, random) => setField(texts, random, random.pick(YAML)),
  (texts, random) => setField(texts, random, JSON.stringify(random.pick(ADDRESSES)), /address|copy/),
  (texts, random) => {
    const path = pickPath(texts, random);
    const name = random.pick([random.pick(NAMES), random.pick(YAML), 'moved', 'title', 'titel']);
    edit(texts, path, (text) =>
      text.replace(
        /\n/,
        () =>
          `\n${name}: ${random.pick([random.pick(YAML), JSON.stringify({ [random.pick(NAMES)]: random.pick(NAMES) })])}\n`,
      ),
    );
    return `a field more in ${path}`;
  },
  (texts, random) => write(texts, random, random.pick(BLOCKS), 'blocks'),
  (texts, random) => write(texts, random, hostileText(random), 'blocks'),
  (texts, random) => write(texts, random, hostileText(random), 'words'),
  (texts, random) => write(texts, random, random.pick(INJECTIONS), 'words'),
  (texts, random) => write(texts, random, element(random), 'words'),
  (texts, random) => write(texts, random, element(random), 'words'),
  (texts, random) => write(texts, random, `[x](${random.pick(ADDRESSES)})`, 'words'),
  (texts, random) => write(texts, random, `## ${random.pick(NAMES)}\n\nText.`, 'blocks'),
  (texts, random) => write(texts, random, `\`\` ${random.pick(INJECTIONS)} \`\``, 'words'),
  (texts, random) => write(texts, random, random.pick(INJECTIONS).replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`), 'words'),
  (texts, random) =>
    write(
      texts,
      random,
      `[${random.chance(50) ? 'x' : hostileText(random)}](${random.pick(ADDRESSES)}${random.chance(20) ? ` ${JSON.stringify(hostileText(random))}` : ''})`,
      'words',
    ),
  (texts, random) =>
    write(texts, random, `${random.pick(['##', '##', '###', '#'])} ${hostileText(random)}\n\nText.`, 'blocks'),
  (texts, random) => {
    const label = random.pick([...NAMES.slice(0, 12), 'x', 'gazette', 'minutes-2', 'page-sources', 'x'.repeat(120)]);
    const text = random.pick([
      '[Minutes](../sources/minutes-1904.md)',
      'Claimed by Brack only: [Minutes](../sources/minutes-1904.md)',
      hostileText(random),
      `${hostileText(random)} [G](../sources/gazette-1904-05-03.md)`,
    ]);
    return `${write(texts, random, `x[^${label}]`, 'words')} with ${write(texts, random, `[^${label}]: ${text}.`, 'blocks')}`;
  },
  (texts, random) => {
    const path = pickPath(texts, random, /\.md$/);
    edit(texts, path, (text) => text.replace(/\]\([^)]*\)/, () => `](${random.pick(ADDRESSES)})`));
    return `a link of ${path}`;
  },
  (texts, random) => {
    const old = random.pick([
      'aldmoor',
      'brack',
      'ada-brook',
      'gazette-1904-05-03',
      'minutes-1904',
      '1904-05-02-meeting',
      'free-bridge',
      'toll-pact',
      'talks',
      'works',
      'the-meeting',
      'the-letter',
      'gazette',
      'carts',
    ]);
    const id = random.pick(IDS);
    for (const [path, text] of [...texts]) {
      texts.delete(path);
      texts.set(
        path.replace(new RegExp(`(?<=[/])${old}(?=[./])`), id),
        path === 'addresses.txt' ? '' : text.replaceAll(old, id),
      );
    }
    return `${old} called ${id}`;
  },
  (texts, random) => {
    const path = `${random.pick(['', 'explainers/', 'sources/', 'glossary/', 'drafts/toll-pact/', 'pages/', 'changes/', '__proto__/'])}${random.pick([...NAMES, ...CHARACTERS])}.md`;
    texts.set(path, texts.get(pickPath(texts, random)) ?? '');
    return `a file ${JSON.stringify(path)}`;
  },
  (texts, random) => {
    const path = random.pick(['addresses.txt', 'moved.yaml']);
    const line = () =>
      random.pick([
        random.pick(NAMES),
        random.pick(ADDRESSES),
        hostileText(random),
        '/the-meeting/#gone',
        '/gone/ 0123456789abcdef',
        'explainers/old.md',
      ]);
    edit(
      texts,
      path,
      (text) =>
        `${text}${path === 'moved.yaml' ? `${JSON.stringify(line())}: ${JSON.stringify(line())}` : `${line()} ${random.chance(30) ? line() : ''}`}\n`,
    );
    return `a line of ${path}`;
  },
  (texts, random) => {
    const path = pickPath(texts, random);
    const other = texts.get(pickPath(texts, random)) ?? '';
    edit(texts, path, (text) => {
      const [from, to] = [random.below(text.length), random.below(text.length)].sort((a, b) => a - b);
      const piece = other.slice(random.below(other.length)).slice(0, random.below(200));
      return random.pick([
        text.slice(0, from) + text.slice(to),
        text.slice(0, to) + text.slice(from),
        text.slice(0, from) + piece + text.slice(from),
      ]);
    });
    return `a piece of ${path}`;
  },
  (texts, random) => {
    if (random.chance(50)) return write(texts, random, random.pick(BLOCKS), 'blocks');
    const path = pickPath(texts, random, /\.md$/);
    const { name, text } = oversized(random);
    edit(texts, path, (before) => `${before}\n\n${text}\n`);
    return `${name} in ${path}`;
  },
];
