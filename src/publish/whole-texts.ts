import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { Page, Picture, ShownSection, Story } from '../story/story.ts';
import { isLaterNote, useId, usesIn, type ImagePart, type Part } from '../story/text.ts';
import { typeset } from '../story/typography.ts';

/**
 * Texts as trees, to stand with others in one document: on the page of all texts, and in the book. Ids that would be
 * there twice begin with that of their page, and links lead within the document where they can.
 */

/** The document that texts are made for. */
export interface Setting {
  story: Story;
  /** The path of the site, with a slash at its end. */
  base: string;
  /** Where a link to an address of the site leads. */
  href: (address: string) => string;
  /** Where a note leads for a source, given by its id. */
  source: (id: string) => string;
  /** A drawn picture and an image of the story, without their captions. */
  picture: (picture: Picture) => ElementContent[];
  image: (image: ImagePart) => ElementContent;
  /** What stands below the heading of a page or section: `address` is where the site has it. */
  below?: (address: string) => ElementContent[];
  /** What stands between the heading of a section and its text. */
  before?: (section: ShownSection) => ElementContent[];
}

/** The id of a page, or of what has an id on it, in a document of several: `timeline-1904-05-02-meeting`. */
export function idIn({ address }: Pick<Page, 'address'>, id?: string): string {
  return [...address.split('/').filter(Boolean), ...(id === undefined ? [] : [id])].join('-');
}

/** HTML of a text as a tree. */
function treeOf(html: string, page: Page, setting: Setting): ElementContent[] {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', ({ properties }) => {
    if (properties['id'] !== undefined) properties['id'] = idIn(page, String(properties['id']));
    if (properties['href'] !== undefined) properties['href'] = leads(String(properties['href']), page, setting);
  });
  return tree.children as ElementContent[];
}

/** Where a link of a compiled text leads: to a source of its page, to a place on it, into the site, or out of it. */
function leads(href: string, page: Page, { base, href: within, source }: Setting): string {
  if (href.startsWith('#s-')) return source(href.slice('#s-'.length));
  if (href.startsWith('#')) return `#${idIn(page, href.slice(1))}`;
  return href.startsWith(base) ? within(`/${decodeURI(href.slice(base.length))}`) : href;
}

/** The text of a page: its introduction and its sections, with headings of `level`. */
export function textTree(page: Page, level: number, setting: Setting): ElementContent[] {
  const { intro, sections } = page.text;
  return [...partTrees(intro, page, setting), ...sections.map((section) => sectionTree(section, page, level, setting))];
}

function sectionTree(section: ShownSection, page: Page, level: number, setting: Setting): Element {
  const { id, heading, later, parts, sections } = section;
  return h('section', { id: idIn(page, id), className: classes('column', later && 'folds') }, [
    h(`h${level}`, treeOf(heading, page, setting)),
    ...(setting.below?.(section.page ?? `${page.address}#${id}`) ?? []),
    ...(setting.before?.(section) ?? []),
    ...partTrees(parts, page, setting),
    ...sections.map((inner) => sectionTree(inner, page, level + 1, setting)),
  ]);
}

function partTrees(parts: readonly Part[], page: Page, setting: Setting): ElementContent[] {
  const { pictures } = setting.story;
  return parts.flatMap((part) => {
    if (part.kind === 'html') return treeOf(part.html, page, setting);
    if (part.kind === 'image')
      return h('figure', { className: ['image'] }, [setting.image(part), imageCaption(part, setting)]);
    const picture = pictures.find(({ id }) => id === part.id);
    if (!picture) throw new Error(`there is no picture “${part.id}”`);
    const link = h('a', { href: setting.href(picture.address) }, part.words);
    return h('figure', { className: classes(picture.later && 'later') }, [
      h('figcaption', link),
      ...setting.picture(picture),
    ]);
  });
}

function imageCaption({ caption, about: { credit, source, licence } }: ImagePart, { story: { words } }: Setting) {
  return h('figcaption', { className: ['meta'] }, [
    caption && `${typeset(caption, words)} `,
    source === undefined ? credit : h('a', { href: source }, credit),
    words.punctuation.comma,
    licence.address === undefined ? licence.name : h('a', { href: licence.address, rel: ['license'] }, licence.name),
  ]);
}

/** The notes of a page, each with links back to its marks. Without a level they have no heading. */
export function notesTree(page: Page, level: number | undefined, setting: Setting): Element[] {
  const { notes } = page.text;
  if (notes.length === 0) return [];
  const { words } = setting.story;
  const items = notes.map((note) => {
    const uses = usesIn(note);
    const isSeveral = uses.length > 1;
    const back = uses.flatMap((use, at) => {
      const href = `#${idIn(page, useId(note.label, use))}`;
      const ariaLabel = isSeveral ? words.notes.backToUse(at + 1, note.number) : words.notes.back(note.number);
      const arrow = at === 0 ? ['↑'] : [];
      return [' ', h('a', { href, ariaLabel }, (isSeveral ? [...arrow, String(at + 1)] : arrow).join('\u00A0'))];
    });
    // Each says its number, since one before it may be set aside.
    const attributes = {
      id: idIn(page, `note-${note.label}`),
      value: note.number,
      className: classes(isLaterNote(note) && 'later'),
    };
    return h('li', attributes, [...treeOf(note.html, page, setting), h('span', { className: ['back'] }, back)]);
  });
  return [
    h('section', { className: classes('notes', notes.every((note) => isLaterNote(note)) && 'later') }, [
      ...(level === undefined ? [] : [h(`h${level}`, words.notes.title)]),
      h('ol', items),
    ]),
  ];
}

/** Those of some classes that an element has, if it has any. `later` is what the page sets aside at the key moment. */
export function classes(...names: (string | false)[]): string[] | undefined {
  const own = names.filter((name) => name !== false);
  return own.length > 0 ? own : undefined;
}

/** The mark of a text that is wholly about what came after the key moment. */
export function laterMark({ story: { words } }: Setting): Element {
  return h('div', { className: ['callout', 'content', 'hindsight'], role: 'note' }, [
    h('p', { className: ['label'], dataAside: words.texts.setAside }, words.texts.callouts.HINDSIGHT),
    h('p', words.page.later),
  ]);
}
