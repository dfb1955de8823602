import { strToU8, zipSync, type Zippable } from 'fflate';
import { slug } from 'github-slugger';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toXast } from 'hast-util-to-xast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { toXml } from 'xast-util-to-xml';
import { storyFolder } from '../compiler/folder.ts';
import { remembered } from '../compiler/remembered.ts';
import { coloursOf } from '../pictures/card-layout.ts';
import { COLOUR_STYLES } from '../pictures/colour-styles.ts';
import { drawFile } from '../pictures/file.ts';
import { element, escapeXml } from '../pictures/svg.ts';
import type { Absolute } from '../story/addresses.ts';
import type { Picture, Story } from '../story/story.ts';
import bookStyle from '../styles/book.css?raw';
import { chaptersOf, dayOfBook, type ListedChapter } from './book.ts';
import { imageBytes, imageFiles, type ImageFile } from './images.ts';

/** The address of the book: the title of the story, as `/the-call-and-the-drafts.epub`. */
export function bookAddress({ title }: Pick<Story, 'title'>): string {
  return `/${[...slug(title)].slice(0, 100).join('') || 'book'}.epub`;
}

/**
 * The story as a book in EPUB 3.3 (https://www.w3.org/TR/epub-33/), made once: the pages that offer it name its size.
 * The same story makes the same bytes: files are in a fixed order, and their time is the day of the last change. With
 * the key of what the story was compiled from, the book of an earlier build is taken if it is still the same.
 */
export function epubOf(story: Story, absolute: Absolute, key?: string): Promise<Uint8Array> {
  let book = books.get(story);
  if (!book) {
    const make = () => makeEpub(story, absolute);
    const parts = { name: 'book', of: [storyFolder(), absolute('/')], from: [key], rooms: ROOMS };
    books.set(story, (book = key === undefined ? make() : remembered(parts, make)));
  }
  return book;
}

/** All whose code has a part in the book. */
const ROOMS = ['publish', 'pictures', 'styles', 'compiler', 'story', 'words'];

const books = new WeakMap<Story, Promise<Uint8Array>>();

async function makeEpub(story: Story, absolute: Absolute): Promise<Uint8Array> {
  const images = new Map((await imageFiles()).map((one) => [one.made.address.slice(1), one]));
  const plain = new Map(
    [...images].filter(([, { made }]) => made.format !== 'webp').map(([name, { file }]) => [file, name]),
  );
  const shown = new Set<string>();
  const drawn = new Set<Picture>();
  const chapters: ListedChapter[] = [];
  const pages: [file: string, page: string][] = [];
  const drawing: Parameters<typeof chaptersOf>[2] = {
    picture: (picture) => {
      drawn.add(picture);
      return [h('img', { src: pictureFile(picture), alt: picture.brief })];
    },
    image: ({ file, words }) => {
      const name = plain.get(file) ?? '';
      shown.add(name);
      return h('img', { src: name, alt: words });
    },
  };
  for (const { body, ...chapter } of chaptersOf(story, absolute, drawing)) {
    chapters.push(chapter);
    pages.push([chapter.file, pageOf(chapter.title, body, story)]);
  }
  const files = new Map<string, string | Uint8Array>([
    ...pages.slice(0, 1),
    [NAVIGATION, pageOf(story.words.book.contents, [contentsOf(chapters, story)], story)],
    ...pages.slice(1),
    [STYLE, bookStyle],
    ...story.pictures
      .filter((picture) => drawn.has(picture))
      .map((picture) => [pictureFile(picture), pictureOf(picture, story)] as const),
  ]);
  for (const name of [...shown].sort()) {
    const { file, made } = images.get(name) as { file: string; made: ImageFile };
    files.set(name, new Uint8Array(await imageBytes(file, made)));
  }
  return zip(
    [
      ['META-INF/container.xml', CONTAINER],
      [`${FOLDER}/package.opf`, packageOf([...files.keys()], story, absolute)],
      ...[...files].map(([name, content]) => [`${FOLDER}/${name}`, content] as const),
    ],
    dayOfBook(story),
  );
}

const FOLDER = 'book';
const NAVIGATION = 'contents.xhtml';
const STYLE = 'book.css';
const XML = '<?xml version="1.0" encoding="utf-8"?>\n';

const CONTAINER =
  XML +
  element(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    element(
      'rootfiles',
      {},
      element('rootfile', { 'full-path': `${FOLDER}/package.opf`, 'media-type': 'application/oebps-package+xml' }),
    ),
  );

const pictureFile = ({ id }: Picture) => `pictures/${id}.svg`;

/** A tree as XML; what only books know is put in: which links are marks of notes, and which items are notes. */
function xmlOf(tree: Root): string {
  visit(tree, 'element', ({ properties, children, tagName }) => {
    const classes = properties['className'];
    if (properties['role'] === 'doc-noteref') properties['epub:type'] = 'noteref';
    if (tagName !== 'section' || !Array.isArray(classes) || !classes.includes('notes')) return;
    properties['epub:type'] = 'footnotes';
    for (const list of children)
      if (list.type === 'element' && list.tagName === 'ol')
        for (const note of list.children) if (note.type === 'element') note.properties['epub:type'] = 'footnote';
  });
  return XML + toXml(toXast(tree), { closeEmptyElements: true });
}

/** A document of the book. */
function pageOf(title: string, body: ElementContent[], { language, words: { direction } }: Story): string {
  const root = {
    lang: language,
    xmlLang: language,
    dir: direction,
    'xmlns:epub': 'http://www.idpf.org/2007/ops',
  };
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('title', title),
    h('link', { rel: ['stylesheet'], href: STYLE }),
  ]);
  return xmlOf({ type: 'root', children: [{ type: 'doctype' }, h('html', root, [head, h('body', body)])] });
}

/** The contents of the book, for the reader and for the reading system. */
function contentsOf(chapters: readonly ListedChapter[], { words }: Story): Element {
  const list = (items: Element[]) => (items.length > 0 ? [h('ol', items)] : []);
  type Parts = ListedChapter['parts'];
  const partsOf = (file: string, parts: Parts): Element[] =>
    list(parts.map(({ title, id }) => h('li', h('a', { href: `${file}#${encodeURIComponent(id)}` }, title))));
  return h('nav', { 'epub:type': 'toc', role: 'doc-toc' }, [
    h('h1', words.book.contents),
    ...list(
      chapters.map(({ file, title, parts }) => h('li', [h('a', { href: file }, title), ...partsOf(file, parts)])),
    ),
  ]);
}

/**
 * A picture for paper and for readers that know little of style: on white, in the colours of the light theme, each
 * written where it is used, without what shows only while the site is put back, and with the outlines of letters as
 * letters of their own below them.
 */
function pictureOf(picture: Picture, { words }: Story): string {
  const colours: Record<string, string> = { ...coloursOf(COLOUR_STYLES, 'light'), paper: '#ffffff' };
  const tree = fromHtml(drawFile(picture, 'now', words), { fragment: true });
  visit(tree, 'element', (node, at = 0, parent) => {
    const { tagName, properties } = node;
    const classes = properties['className'];
    if (tagName === 'style' || (Array.isArray(classes) && classes.includes('then'))) {
      parent?.children.splice(at, 1);
      return [SKIP, at];
    }
    if (properties['paintOrder'] !== undefined) {
      delete properties['paintOrder'];
      const letters = structuredClone(node);
      delete letters.properties['stroke'];
      parent?.children.splice(at + 1, 0, letters);
    }
    for (const [name, value] of Object.entries(properties)) {
      const [, colour] = /^var\(--([\w-]+)\)$/.exec(String(value)) ?? [];
      if (colour !== undefined) properties[name] = colours[colour];
    }
    if (tagName === 'svg') Object.assign(properties, { fontFamily: 'serif', xmlnsXLink: XLINK });
    if (tagName === 'use') Object.assign(properties, { xLinkHref: properties['href'], href: undefined });
    return undefined;
  });
  return xmlOf(tree);
}

/** Older readers know links within a drawing by this name alone. */
const XLINK = 'http://www.w3.org/1999/xlink';

const TYPES: Record<string, string> = {
  xhtml: 'application/xhtml+xml',
  css: 'text/css',
  svg: 'image/svg+xml',
  jpg: 'image/jpeg',
  png: 'image/png',
};

/** What the book is, which files it has, and in which order they are read. */
function packageOf(files: readonly string[], story: Story, absolute: Absolute): string {
  const { title, tagline, description, language, publisher, licence, words } = story;
  const rights = licence ? `${licence.name}, ${licence.address}` : words.frame.allRightsReserved;
  const dc = (name: string, text: string, attributes = {}) => element(`dc:${name}`, attributes, escapeXml(text));
  const property = (name: string, text: string) => element('meta', { property: name }, escapeXml(text));
  const metadata = [
    dc('identifier', absolute('/'), { id: 'site' }),
    dc('title', title),
    dc('language', language),
    dc('creator', publisher.name),
    dc('publisher', publisher.name),
    dc('description', description || tagline),
    dc('rights', rights),
    dc('source', absolute('/')),
    property('dcterms:modified', `${dayOfBook(story) ?? FIRST_DAY}T00:00:00Z`),
    property('schema:accessMode', 'textual'),
    property('schema:accessMode', 'visual'),
    property('schema:accessModeSufficient', 'textual'),
    ...['alternativeText', 'structuralNavigation', 'tableOfContents'].map((one) =>
      property('schema:accessibilityFeature', one),
    ),
    property('schema:accessibilityHazard', 'none'),
  ];
  const items = files.map((href, at) => {
    const properties = href === NAVIGATION ? 'nav' : undefined;
    return element('item', { id: `f${at + 1}`, href, 'media-type': TYPES[href.split('.').at(-1) ?? ''], properties });
  });
  const read = files.flatMap((href, at) =>
    href.endsWith('.xhtml') ? [element('itemref', { idref: `f${at + 1}` })] : [],
  );
  const { direction } = words;
  return (
    XML +
    element(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'site',
        'xml:lang': language,
        dir: direction,
      },
      element('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, metadata.join('')) +
        element('manifest', {}, items.join('')) +
        element('spine', { 'page-progression-direction': direction }, read.join('')),
    )
  );
}

/** The first day that a ZIP file can name, for a book without one. */
const FIRST_DAY = '1980-01-01';

/**
 * The files of a book as a ZIP file: its type comes first, as it is
 * (https://www.w3.org/TR/epub-33/#sec-zip-container-mime).
 */
function zip(files: readonly (readonly [name: string, content: string | Uint8Array])[], day = FIRST_DAY): Uint8Array {
  const [year = 0, month = 1, date = 1] = (day < FIRST_DAY ? FIRST_DAY : day).split('-').map(Number);
  // ZIP files name local times, without a zone.
  const mtime = new Date(year, month - 1, date, 12);
  const entries: Zippable = { mimetype: [strToU8('application/epub+zip'), { level: 0 }] };
  for (const [name, content] of files) entries[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(entries, { level: 9, mtime });
}
