import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, type BrotliOptions } from 'node:zlib';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'mdast-util-to-string';
import { targetOfAddress } from '../compiler/lost-addresses.ts';
import { pathOf } from '../story/addresses.ts';
import { PAGE_KINDS } from '../story/page-kinds.ts';
import { filesIn } from './files-in.ts';
import { inParallel } from './parallel.ts';

/** Bytes of a page with its style, compressed: what the first round trip of a connection brings (RFC 6928). */
export const PAGE_BUDGET = 14_600;

/** Bytes that a page which is a list may have for each thing in it: a name with its link. */
const BYTES_OF_A_NAME = 60;

/** The one page to be read that may be heavier: it has all texts, for those who want them all at once. */
export const WHOLE = PAGE_KINDS.all.address;

/** A page of a version has the words that were published, with those before them, and nobody can shorten it. */
const VERSION = /\/versions\/[^/]+\/index\.html$/;

/** A page with fewer free bytes than these is warned of: its next paragraph might not fit. */
const CLOSE = 100;

/** Bytes that a word of a text takes, compressed, without links and notes: 2.1 to 2.7 on pages in English. */
const BYTES_OF_A_WORD = 2.5;

interface Weighed {
  name: string;
  address: string;
  /** The path of the file that a writer changes to change the page, or its address where it has no file of its own. */
  file: string;
  bytes: number;
}

/**
 * The pages of a built site that do not fit into their budget, the heaviest first: a line for each, with a way out; and
 * one line that names those which just fit, if there are any. The address of the site does not count: a text that fits
 * at one must fit at another, however long.
 */
export async function weighPages(folder: string, site: URL): Promise<{ faults: string[]; close: string | undefined }> {
  const names = filesIn(folder).filter(
    (name) => name.endsWith('.html') && `/${name}` !== `${WHOLE}index.html` && !VERSION.test(name),
  );
  const weighed = await inParallel(names, async (name): Promise<Weighed> => {
    const address = `/${name.replace(/index\.html$/, '')}`;
    const target = targetOfAddress(address);
    const file = target ? pathOf(target) : address;
    return { name, address, file, bytes: await bytesOf(path.join(folder, name), site) };
  });
  const pages = weighed.filter(({ bytes }) => bytes > PAGE_BUDGET - CLOSE).sort((a, b) => b.bytes - a.bytes);
  // The page of a section is heavy with its explainer, and mended with it.
  const heaviestOfFile = [...Map.groupBy(pages, ({ file }) => file).values()].flatMap(([page]) => page ?? []);
  const textOf = ({ name }: Weighed) => readFileSync(path.join(folder, name), 'utf8');
  return {
    faults: heaviestOfFile
      .filter(
        (page) => page.bytes > PAGE_BUDGET && page.bytes > roomForNames(page.address, path.join(folder, page.name)),
      )
      .slice(0, 10)
      .map((page) => explain(page, textOf(page))),
    // Other lists name less of each thing before they no longer fit.
    close: tellOfClose(
      heaviestOfFile.filter(
        ({ address, file, bytes }) => bytes <= PAGE_BUDGET && (file !== address || address === '/'),
      ),
    ),
  };
}

function tellOfClose(pages: readonly Weighed[]): string | undefined {
  if (pages.length === 0) return undefined;
  const left = pages.map(({ file, bytes }) => {
    const free = PAGE_BUDGET - bytes;
    return `${file} has ${free} left (about ${Math.floor(free / BYTES_OF_A_WORD)} words)`;
  });
  return `almost too heavy for the ${count(PAGE_BUDGET)} bytes that arrive at once: ${left.join(', ')}`;
}

/** About how many words must go so that a text has some bytes less. */
const wordsIn = (bytes: number): number => Math.ceil(bytes / BYTES_OF_A_WORD);

const count = (number: number): string => number.toLocaleString('en');

/**
 * What a server sends: the copy that is compressed already, if there is one and it fits. Else the page as it is at a
 * short address, and for one that clearly fits a number that is not less: the smallest copy takes long to make, and is
 * made only where it decides, on a thread of its own. The others are made in less time than a thread takes to begin.
 */
async function bytesOf(file: string, site: URL): Promise<number> {
  const compressed = `${file}.br`;
  const isThere = existsSync(compressed);
  let bytes = statSync(isThere ? compressed : file).size;
  if (bytes <= (isThere ? PAGE_BUDGET : PAGE_BUDGET - CLOSE)) return bytes;
  const text = atRoot(readFileSync(file, 'utf8'), site);
  for (const quality of [1, 5])
    if (bytes > PAGE_BUDGET - CLOSE) bytes = brotliCompressSync(text, ofQuality(quality)).length;
  return bytes > PAGE_BUDGET - CLOSE ? (await compress(text, ofQuality(11))).length : bytes;
}

/** A page as it is at a short address. */
function atRoot(html: string, { href, pathname }: URL): string {
  const text = html.replaceAll(href, 'http://localhost:4321/');
  return pathname === '/' ? text : text.replaceAll(pathname, '/');
}

/**
 * A list that names very many things may be as heavy as their names: no writer can shorten it, and a reader sees its
 * beginning at once. Pages of texts have no such room.
 */
function roomForNames(address: string, file: string): number {
  if (targetOfAddress(address)) return 0;
  return BYTES_OF_A_NAME * (readFileSync(file, 'utf8').match(/<(?:li|dt|tr)\b/g)?.length ?? 0);
}

const compress = promisify<string, BrotliOptions, Buffer>(brotliCompress);

const ofQuality = (quality: number): BrotliOptions => ({ params: { [constants.BROTLI_PARAM_QUALITY]: quality } });

function explain({ address, file, bytes }: Weighed, html: string): string {
  const heavy = heaviest(html).map(({ what, share }) => `${what} ${count(share)}`);
  const over = bytes - PAGE_BUDGET;
  return (
    `${address}${file === address ? '' : `, of ${file},`} has ${count(bytes)} bytes, ` +
    `${count(over)} more than the ${count(PAGE_BUDGET)} that arrive at once: about ${count(wordsIn(over))} words. ` +
    `What is heavy: ${heavy.join('; ')}. ${wayOut(targetOfAddress(address)?.collection)}`
  );
}

function wayOut(collection: string | undefined): string {
  if (collection === undefined) return 'Shorten the titles and briefs of what it lists';
  const ways = ['Shorten the text', 'let it link fewer terms and paragraphs, whose words come with it'];
  if (collection === 'explainers')
    ways.push('move a section into an explainer of its own and say in `moved` where it went');
  return `${ways.slice(0, -1).join(', ')}, or ${ways.at(-1)}`;
}

/** Parts of a page that are looked at, and what each is called; those of one name are added up. */
function nameOf(element: Element): string | undefined {
  const { tagName, properties } = element;
  if (tagName === 'style') return 'its style';
  if (tagName === 'svg') return 'drawings';
  if (tagName === 'script') return 'data for machines';
  if (String(properties['id']).startsWith('term-')) return 'terms and paragraphs that open in place';
  if (tagName === 'section' && properties['id'] !== undefined) {
    return `the section “${headingOf(element)}”`;
  }
  if (tagName === 'p') return 'its text';
  return tagName === 'table' || tagName === 'ul' || tagName === 'ol' ? 'lists and tables' : undefined;
}

/** The words of the first heading in an element. */
function headingOf(node: Nodes): string {
  if (node.type === 'element' && /^h[1-6]$/.test(node.tagName)) return toString(node);
  return 'children' in node ? (node.children.map(headingOf).find((text) => text !== '') ?? '') : '';
}

/** The three parts of a page without which it would be lightest, with the bytes that each adds. */
function heaviest(html: string): { what: string; share: number }[] {
  const ranges = new Map<string, [number, number][]>();
  const walk = (node: Nodes) => {
    const { start, end } = node.position ?? {};
    const what = node.type === 'element' ? nameOf(node) : undefined;
    if (what !== undefined && start?.offset !== undefined && end?.offset !== undefined) {
      ranges.set(what, [...(ranges.get(what) ?? []), [start.offset, end.offset]]);
      return;
    }
    if ('children' in node) node.children.forEach(walk);
  };
  walk(fromHtml(html));
  const weigh = (text: string) => brotliCompressSync(text, ofQuality(5)).length;
  const all = weigh(html);
  return [...ranges]
    .map(([what, some]) => ({ what, share: all - weigh(without(html, some)) }))
    .sort((a, b) => b.share - a.share)
    .slice(0, 3);
}

/** A text without some ranges of it, which do not overlap and come in order. */
function without(text: string, ranges: readonly [number, number][]): string {
  let from = 0;
  const kept = ranges.map(([start, end]) => {
    const part = text.slice(from, start);
    from = end;
    return part;
  });
  return [...kept, text.slice(from)].join('');
}
