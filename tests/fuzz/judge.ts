import { XmlDocument } from 'libxml2-wasm';
import { legible } from '../../src/compiler/characters.ts';
import { compileStory } from '../../src/compiler/compile.ts';
import { ContentError } from '../../src/compiler/faults.ts';
import { drawPicture } from '../../src/pictures/draw.ts';
import { drawStrip } from '../../src/pictures/ribbon-strip.ts';
import { drawRibbon } from '../../src/pictures/ribbon.ts';
import { COLLECTIONS } from '../../src/story/page-kinds.ts';
import { assemble } from '../../src/story/assemble.ts';
import { allSections, type Part, type Section, type Text } from '../../src/story/text.ts';
import { cardsOf } from '../../src/publish/card-texts.ts';
import { dataFiles } from '../../src/publish/data-files.ts';
import { directory } from '../../src/story/directory.ts';
import type { Entries } from '../../src/story/entries.ts';
import { atomFeed, sitemap } from '../../src/publish/feed.ts';
import type { StoryFile } from '../../src/compiler/folder.ts';
import { jsonLd } from '../../src/publish/json-ld.ts';
import { markdownOf } from '../../src/publish/markdown-copy.ts';
import type { Picture } from '../../src/story/story.ts';
import { searchRecords } from '../../src/publish/search-records.ts';
import { en } from '../../src/words/en.ts';
import { faultsOfHtml, faultsOfText } from './safe-html.ts';

/** What became of a case: it is shown, or refused with its reasons; `faults` says what is wrong with either. */
export interface Verdict {
  outcome: 'shown' | 'refused';
  faults: string[];
}

/** Compiles a story and everything that is made of it without Astro, and judges what comes out. Never throws. */
export function judge(files: readonly StoryFile[]): Verdict {
  let entries: Entries;
  try {
    entries = compileStory(files, '/');
  } catch (error) {
    return {
      outcome: 'refused',
      faults:
        error instanceof ContentError
          ? faultsOfRefusal(error, files)
          : [`the compiler broke: ${(error as Error).stack}`],
    };
  }
  try {
    return { outcome: 'shown', faults: [...new Set([...faultsOfEntries(entries), ...faultsOfOutput(entries)])] };
  } catch (error) {
    if (error instanceof ContentError) return { outcome: 'refused', faults: faultsOfRefusal(error, files) };
    return { outcome: 'shown', faults: [`what follows the compiler broke: ${(error as Error).stack}`] };
  }
}

/** A refusal names files of the story, a line that is in them and a reason, and holds nothing that a terminal obeys. */
function faultsOfRefusal({ message, files: refused }: ContentError, files: readonly StoryFile[]): string[] {
  const faults = faultsOfText(message.replaceAll('\n', ' '));
  if (/^\s+at .*[(:]/m.test(message)) faults.push('a stack');
  if (message.length > 60_000) faults.push(`a report of ${message.length} characters`);
  for (const { path, messages } of refused) {
    if (!message.includes(path)) faults.push(`the report does not name ${path}`);
    const bytes = files.find((file) => legible(file.path) === path)?.bytes ?? new Uint8Array();
    const lines = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/).length;
    for (const { line, reason } of messages) {
      if (!line || line > lines) faults.push(`${path} has ${lines} lines, not ${line}: ${reason}`);
      if (reason.length < 10 || !message.includes(reason)) faults.push(`the reason “${reason}” is not told`);
      if (/undefined|\[object|NaN/.test(reason.replace(/“[^”]*”?|\[\^[^\]]*\]/g, '')))
        faults.push(`the reason “${reason}” tells the code's own words`);
    }
  }
  return faults;
}

/** Each text is safe HTML, and no field holds what cannot be seen. */
function faultsOfEntries(entries: Entries): string[] {
  const texts = COLLECTIONS.flatMap((name) => entries[name].map(({ text }) => text));
  const html = texts.flatMap(htmlOf);
  return [...html.flatMap(faultsOfHtml), ...stringsIn(entries).flatMap((text) => faultsOfText(text))];
}

/** All HTML of a text. */
function htmlOf(text: Pick<Text, 'intro' | 'notes'> & { sections: Section[] }): string[] {
  const sections = allSections<Section>(text);
  const parts: Part[] = [...text.intro, ...sections.flatMap((section) => section.parts)];
  return [
    ...parts.flatMap((part) => (part.kind === 'html' ? [part.html] : [])),
    ...sections.map(({ heading }) => heading),
    ...text.notes.map((note) => note.html),
  ];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)])
    : [];
}

const absolute = (address: string): string => new URL(address, 'https://small.example').href;

/** What is made of a story beside pages: feed, data, pictures, and HTML that is cut and joined again. */
function faultsOfOutput(entries: Entries): string[] {
  const story = assemble(entries);
  const { events, explainers, pictures } = story;
  const ribbon = drawRibbon(story, (address) => address, 'ribbon', en);
  const drawn = [
    ribbon.wide,
    ribbon.narrow,
    drawStrip(story, en, events[0]),
    ...pictures.flatMap((picture) => draw(picture, entries)),
  ];
  const texts = [...explainers, ...explainers.flatMap(({ sections }) => sections)].flatMap(({ text }) => htmlOf(text));
  const xml = [atomFeed(story, absolute), sitemap(story, absolute)].flatMap(faultsOfXml);
  const json = directory(story).map(({ address }) => jsonLd(story, address, absolute) ?? '{}');
  for (const text of json) JSON.parse(text);
  const plain = [dataFiles(story, absolute), cardsOf(story), searchRecords(story)].map((data) => JSON.stringify(data));
  for (const explainer of explainers) plain.push(markdownOf(explainer, story, absolute));
  return [
    ...drawn.flatMap((svg) => [
      ...faultsOfHtml(svg),
      ...(/NaN|Infinity|undefined/.test(svg.replace(/>[^<]*<|"[^"]{40,}"/g, ''))
        ? ['a picture with numbers that are none']
        : []),
    ]),
    ...texts.flatMap(faultsOfHtml),
    ...xml,
    ...json.filter((text) => text.includes('<')).map(() => 'structured data that could end its element'),
    ...plain.flatMap((text) => faultsOfText(text)),
  ];
}

const drawings = new Map<string, string[]>();

/** A picture in its shapes; most cases leave the pictures as they are, and drawing takes long. */
function draw(picture: Picture, { pictures, timeline }: Entries): string[] {
  const key = JSON.stringify([pictures.find(({ id }) => id === picture.id), timeline]);
  const drawn = drawings.get(key) ?? Object.values(drawPicture(picture, en));
  drawings.set(key, drawn);
  return drawn;
}

function faultsOfXml(text: string): string[] {
  try {
    XmlDocument.fromString(text).dispose();
    return faultsOfText(text);
  } catch (error) {
    return [`no XML: ${(error as Error).message}`];
  }
}
