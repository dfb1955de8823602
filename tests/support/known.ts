import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element, Nodes } from 'hast';
import { isoDay } from '../../src/story/dates.ts';
import type { Story } from '../../src/story/story.ts';
import { attribute, hasClass, type BuiltPage } from './pages.ts';

/**
 * What may name a later day while the site is put back to the key moment. Here and nowhere else: notes and the credits
 * of answers, since a later source may tell of an earlier thing; the marks of notes; addresses that others chose, and
 * old ones of the site; and the foot of the site. Left out too are pages that only lead from an old address to a new
 * one.
 */
export const EXCEPTED = '.notes, .credits, [role=doc-noteref], a[rel~="external"], .moved, body > footer';

/** Whether of an element, as of a page that is wholly later, nothing is left but the switch in it. */
export const isWhollyLater = (element: Element) => attribute(element, 'dataLater') !== undefined;

/** Whether styles/known.css hides an element, by itself and by its parent, or it is excepted. */
function isAside(element: Element, parent: Element | undefined): boolean {
  if (hasClass(element, 'now', 'later', 'notes', 'credits', 'moved') || isWhollyLater(element)) return true;
  if (attribute(element, 'role') === 'doc-noteref') return true;
  if (parent && hasClass(parent, 'hindsight') && !hasClass(element, 'label')) return true;
  if (parent && hasClass(parent, 'folds') && !hasClass(element, 'hindsight')) return true;
  if (element.tagName === 'a' && attribute(element, 'rel')?.split(' ').includes('external')) return true;
  return (element.tagName === 'footer' && parent?.tagName === 'body') || SILENT.has(element.tagName);
}

const SILENT = new Set(['head', 'script', 'style', 'template']);
const INLINE = new Set('a abbr b bdi cite em i q small span strong sub sup tspan time wbr'.split(' '));
/** Attributes that are read out or shown. */
const SPOKEN = ['ariaLabel', 'title', 'alt', 'dataHead'];

/** Where the links lead that a reader sees on a built page while the site is put back to the key moment. */
export function knownLinks({ tree }: BuiltPage): string[] {
  const links: string[] = [];
  const read = (node: Nodes, parent: Element | undefined): void => {
    const element = node.type === 'element' ? node : undefined;
    if (element && isAside(element, parent)) return;
    if (element?.tagName === 'a') links.push(attribute(element, 'href') ?? '');
    if ('children' in node) for (const child of node.children) read(child, element ?? parent);
  };
  read(tree, undefined);
  return links;
}

/** How many marks of notes a reader sees there. */
export function knownMarks({ tree }: BuiltPage): number {
  const read = (node: Nodes, parent: Element | undefined): number => {
    const element = node.type === 'element' ? node : undefined;
    if (element && attribute(element, 'role') === 'doc-noteref') return 1;
    if (!('children' in node) || (element && isAside(element, parent))) return 0;
    return node.children.reduce((sum, child) => sum + read(child, element ?? parent), 0);
  };
  return read(tree, undefined);
}

/** The ids of what is set aside on a page; `main` if all of it is. */
export function idsSetAside({ tree }: BuiltPage): Set<string> {
  const ids = new Set<string>();
  const read = (node: Nodes, parent: Element | undefined, aside: boolean): void => {
    const element = node.type === 'element' ? node : undefined;
    const isOut = aside || (element !== undefined && (hasClass(element, 'later', 'folds') || isWhollyLater(element)));
    const id = element && attribute(element, 'id');
    if (isOut && id !== undefined) ids.add(id);
    if ('children' in node) for (const child of node.children) read(child, element ?? parent, isOut);
  };
  read(tree, undefined, false);
  return ids;
}

/** What a reader reads of a built page while the site is put back to the key moment, block after block. */
export function knownBlocks({ tree }: BuiltPage): string[] {
  const blocks: string[] = [];
  let run = '';
  const end = () => {
    const text = run.replace(/\s+/gu, ' ').trim();
    if (text !== '') blocks.push(text);
    run = '';
  };
  const read = (node: Nodes, parent: Element | undefined): void => {
    if (node.type === 'text') run += node.value;
    if (node.type !== 'element') {
      if ('children' in node) for (const child of node.children) read(child, parent);
      return;
    }
    if (isAside(node, parent)) return;
    if (!INLINE.has(node.tagName)) end();
    for (const child of node.children) read(child, node);
    if (!INLINE.has(node.tagName)) end();
    for (const name of SPOKEN) {
      const text = attribute(node, name);
      if (text !== undefined) blocks.push(text);
    }
  };
  read(tree, undefined);
  end();
  return blocks;
}

/** A function that finds the sentences of a text that name a day, month or year after the key moment of a story. */
export function laterSentences(
  { language, moment, changes }: Pick<Story, 'language' | 'moment' | 'changes'>,
  folder: string,
) {
  if (!moment) return () => [];
  const last = Date.parse(isoDay(moment.date.to ?? moment.date.from));
  // A bare number may count something: it is taken for a year as far as the story can know of it.
  const latest = Number(changes[0]?.day.slice(0, 4)) + 10;
  const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const names = Array.from({ length: 12 }, (_, at) => month.format(Date.UTC(2001, at)));
  const pattern = new RegExp(
    `(?:(\\d{1,2})\\.? )?(${names.join('|')}) (\\d{4})\\b|(?<![\\d,.:])(\\d{4})(?![\\d,]|\\.\\d)`,
    'gu',
  );
  const isLater = ([, day, name, year, bare]: RegExpMatchArray) => {
    const at = names.indexOf(name ?? '');
    const first = Date.UTC(Number(year ?? bare), Math.max(at, 0), Number(day ?? 1));
    return first > last && Number(year ?? bare) <= latest;
  };
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' });
  const planned = plannedIn(folder);
  return (block: string): string[] =>
    [...sentences.segment(block.replaceAll('\u00A0', ' '))]
      .map(({ segment }) => segment.trim())
      .filter((sentence) => {
        const rest = planned.reduce((text, phrase) => text.replaceAll(phrase, ''), sentence);
        return [...rest.matchAll(pattern)].some(isLater);
      });
}

/**
 * What was planned, promised or expected at the key moment for a day after it: the phrases of a story's
 * `checks/planned.txt`, one a line.
 */
export function plannedIn(folder: string): string[] {
  const file = path.join(folder, 'checks/planned.txt');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
