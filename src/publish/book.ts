import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Absolute } from '../story/addresses.ts';
import { dayInWords, inWords, machineDate, parseWhen } from '../story/dates.ts';
import { groupEvents, groupSources, groupTerms } from '../story/groups.ts';
import { answerTo, authorOf, between, creditOfAnswer, type PartyReply } from '../story/lineup.ts';
import { addressOfPage, PAGE_KINDS, type PageKind } from '../story/page-kinds.ts';
import type { Article, Draft, Event, Explainer, Page, Picture, Source, Story, Term } from '../story/story.ts';
import { allSections } from '../story/text.ts';
import { isolate, typeset } from '../story/typography.ts';
import { nameOf } from '../story/directory.ts';
import { idIn, laterMark, notesTree, textTree, type Setting } from './whole-texts.ts';

/** What the contents of the book say of a chapter. */
export interface ListedChapter {
  /** Its name in the book. */
  file: string;
  title: string;
  parts: BookPart[];
}

/** A chapter of the book: a document of its own. */
export interface Chapter extends ListedChapter {
  body: ElementContent[];
}

/** A place in a chapter, and the places within it. */
interface BookPart {
  title: string;
  id: string;
  parts?: BookPart[];
}

/** What the pages of a story are in the book, and how what it shows is drawn. */
type Drawing = Pick<Setting, 'picture' | 'image'>;

/**
 * The chapters of the book of a story: its title page, all explainers, the documents article by article, the timeline,
 * the glossary, the pictures, About and the sources. Each page and section says where the site has it. What came after
 * the key moment is there and marked, as on paper. One after the other, because the trees of all would be several times
 * the story.
 */
export function* chaptersOf(story: Story, absolute: Absolute, drawing: Drawing): Generator<Chapter> {
  const places = placesOf(story);
  const setting: Setting = {
    ...drawing,
    story,
    base: new URL(absolute('/')).pathname,
    href: (address) => places.get(address) ?? places.get(address.replace(/#.*/, '')) ?? absolute(address),
    source: (id) => `${FILES.sources}#s-${id}`,
    below: (address) => [addressLine(absolute(address))],
  };
  const { explainers, drafts, events, terms, pictures, sources, pages } = story;
  const about = pages.get('about');
  yield titlePage(story, absolute, setting);
  for (const explainer of explainers) yield explainerChapter(explainer, setting);
  for (const draft of drafts) yield draftChapter(draft, setting);
  if (events.length > 0) yield timelineChapter(story, setting);
  if (terms.length > 0) yield glossaryChapter(story, setting);
  if (pictures.length > 0) yield picturesChapter(pictures, setting);
  if (about) yield pageChapter(FILES.about, about, setting);
  if (sources.length > 0) yield sourcesChapter(story, setting);
}

/** The chapters that are not one for each file. */
const FILES = {
  title: 'title.xhtml',
  timeline: 'timeline.xhtml',
  glossary: 'glossary.xhtml',
  pictures: 'pictures.xhtml',
  about: 'about.xhtml',
  sources: 'sources.xhtml',
} as const;

const explainerFile = ({ id }: Explainer) => `explainer-${id}.xhtml`;
const draftFile = ({ id }: Draft) => `document-${id}.xhtml`;

/** Where the book has what the site has at an address. */
function placesOf({ explainers, drafts, events, terms, pictures, sources, pages }: Story): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const add = (file: string, page: Page) => {
    places.set(page.address, `${file}#${idIn(page)}`);
    for (const { id, page: own } of allSections(page.text)) {
      const place = `${file}#${encodeURIComponent(idIn(page, id))}`;
      for (const address of [`${page.address}#${id}`, ...(own === undefined ? [] : [own])]) places.set(address, place);
    }
  };
  for (const kind of ['timeline', 'glossary', 'pictures', 'sources'] as const)
    places.set(PAGE_KINDS[kind].address, FILES[kind]);
  for (const explainer of explainers) add(explainerFile(explainer), explainer);
  for (const draft of drafts) for (const page of [draft, ...draft.articles]) add(draftFile(draft), page);
  for (const event of events) add(FILES.timeline, event);
  for (const term of terms) add(FILES.glossary, term);
  for (const picture of pictures) add(FILES.pictures, picture);
  for (const { address, id } of sources) places.set(address, `${FILES.sources}#s-${id}`);
  const about = pages.get('about');
  if (about) add(FILES.about, about);
  return places;
}

const addressLine = (address: string): Element =>
  h('p', { className: ['address'] }, h('a', { href: address, dir: 'ltr' }, decodeURI(address)));

const meta = (...children: (string | Element)[]): Element => h('p', { className: ['meta'] }, children);
const label = (text: string): Element => h('p', { className: ['label'] }, text);
const lead = (text: string): Element => h('p', { className: ['lead'] }, text);
/** The line that marks an entry which came after the key moment. */
const marked = ({ later }: Page, { story: { words } }: Setting): Element[] =>
  later ? [label(words.texts.callouts.HINDSIGHT)] : [];

/** The day of the last change, which is that of the book; undefined before the first. */
export const dayOfBook = ({ changes: [last] }: Story): string | undefined => last?.day;

function titlePage(story: Story, absolute: Absolute, setting: Setting): Chapter {
  const { title, tagline, publisher, licence, words, pages } = story;
  const day = dayOfBook(story);
  const home = pages.get('home');
  const name = publisher.address === undefined ? publisher.name : h('a', { href: publisher.address }, publisher.name);
  const rights = licence && h('a', { href: licence.address, rel: ['license'] }, licence.name);
  return {
    file: FILES.title,
    title,
    parts: [],
    body: [
      h('header', { className: ['title'] }, [h('h1', title), lead(typeset(tagline, words))]),
      ...(home ? [...textTree(home, 2, setting), ...notesTree(home, 2, setting)] : []),
      h('footer', [
        ...(day === undefined ? [] : [meta(words.book.asOf(dayInWords(parseWhen(day), words)))]),
        addressLine(absolute('/')),
        meta(
          name,
          words.punctuation.stop,
          ...(rights ? words.frame.licence<string | Element>(rights) : [words.frame.allRightsReserved]),
        ),
      ]),
    ],
  };
}

/** A page as a chapter: its title, its address, what comes before its text, the text and its notes. */
function pageChapter(file: string, page: Page, setting: Setting, head: ElementContent[] = []): Chapter {
  const { words } = setting.story;
  return {
    file,
    title: page.title,
    parts: page.text.sections.map(({ id, title }) => ({ title, id: idIn(page, id) })),
    body: [
      h('h1', { id: idIn(page) }, typeset(page.title, words)),
      ...(setting.below?.(page.address) ?? []),
      ...head,
      ...(page.later ? [laterMark(setting)] : []),
      ...textTree(page, 2, setting),
      ...notesTree(page, 2, setting),
    ],
  };
}

function explainerChapter(explainer: Explainer, setting: Setting): Chapter {
  const { words } = setting.story;
  const { question } = explainer;
  return pageChapter(explainerFile(explainer), explainer, setting, [
    ...(question === undefined ? [] : [h('p', { className: ['question'] }, typeset(question, words))]),
    label(words.page.brief),
    lead(typeset(explainer.brief, words)),
  ]);
}

/** A document: what it is, its own text, then its articles in order. */
function draftChapter(draft: Draft, setting: Setting): Chapter {
  const { words } = setting.story;
  const facts = [
    words.drafts.draftBy(authorOf(draft)),
    ...between(draft, words),
    words.drafts.publishedOn(dayInWords(draft.date, words)),
  ];
  const chapter = pageChapter(draftFile(draft), draft, setting, [
    h('p', { className: ['question'] }, draft.officialTitle),
    lead(typeset(draft.brief, words)),
    meta(typeset(facts.join(words.punctuation.stop), words)),
    ...(draft.force === undefined
      ? []
      : [meta(words.drafts.force + words.punctuation.colon + typeset(draft.force, words))]),
  ]);
  return {
    ...chapter,
    body: [...chapter.body, ...draft.articles.map((article) => articleTree(article, setting))],
    parts: [
      ...chapter.parts,
      ...draft.articles.map((article) => ({
        title: words.drafts.articleHeading(article.number, article.title),
        id: idIn(article),
      })),
    ],
  };
}

function articleTree(article: Article, setting: Setting): Element {
  const { words } = setting.story;
  const { number, title, brief, answer, paragraphs, binds } = article;
  return h('section', { className: ['article'] }, [
    h('h2', { id: idIn(article) }, typeset(words.drafts.articleHeading(number, title), words)),
    ...(setting.below?.(article.address) ?? []),
    ...marked(article, setting),
    lead(typeset(brief, words)),
    ...(paragraphs.length === 0 ? [bindsLine(binds, setting)] : []),
    ...answerLine(answer, false, setting),
    ...textTree(article, 3, {
      ...setting,
      before: ({ paragraph }) =>
        paragraph
          ? [
              ...quoted(paragraph.words, paragraph.language, setting),
              bindsLine(paragraph.binds, setting),
              ...answerLine(answerTo(paragraph), true, setting),
            ]
          : [],
    }),
    ...notesTree(article, 3, setting),
  ]);
}

/** Operative words, each fragment as it is in the document. */
function quoted(fragments: readonly string[], language: string, { story }: Setting): Element[] {
  if (fragments.length === 0) return [];
  const dir = language === story.language ? undefined : 'auto';
  const lines = fragments.map((fragment) => h('p', { dir }, story.words.punctuation.quote(fragment)));
  return [h('blockquote', { className: ['operative'], lang: language, xmlLang: language }, lines)];
}

const bindsLine = (binds: Article['binds'], { story: { words } }: Setting): Element =>
  meta(
    words.drafts
      .bindsThem(binds.map(({ name }) => name))
      .map(({ value }) => value)
      .join('') + words.punctuation.end,
  );

function answerLine(answer: PartyReply | undefined, isBrief: boolean, { story: { words } }: Setting): Element[] {
  if (!answer || (isBrief && answer.status === 'none-found')) return [];
  const { colon, stop } = words.punctuation;
  const credit = creditOfAnswer(answer, answer.party, words);
  const text = [answer.word + (credit && colon + credit), ...(isBrief || !answer.text ? [] : [answer.text])].join(stop);
  return [meta(h('strong', words.drafts.answer), colon, typeset(text, words))];
}

/** A chapter of a list: its title, its address, and its groups. */
function listChapter(
  kind: PageKind & keyof typeof FILES,
  { story, below }: Setting,
  groups: { title: string; id: string; body: ElementContent[] }[],
): Chapter {
  const title = story.pages.get(kind)?.title ?? nameOf(kind, story.words);
  return {
    file: FILES[kind],
    title,
    parts: groups.map(({ title: name, id }) => ({ title: name, id })),
    body: [
      h('h1', title),
      ...(below?.(addressOfPage(kind)) ?? []),
      ...groups.map(({ title: name, id, body }) => h('section', { id }, [h('h2', name), ...body])),
    ],
  };
}

function timelineChapter({ events, moment, words }: Story, setting: Setting): Chapter {
  const years = groupEvents(events, moment, words).map(({ id, title, months }) => ({
    title,
    id,
    body: months.flatMap(({ days }) => days.flatMap((day) => day.events.map((event) => eventTree(event, setting)))),
  }));
  return listChapter('timeline', setting, years);
}

function eventTree(event: Event, setting: Setting): Element {
  const { words } = setting.story;
  return h('section', { id: idIn(event), className: ['entry'] }, [
    h('h3', typeset(event.title, words)),
    meta(
      h('time', { dateTime: machineDate(event.date.from) }, typeset(event.when, words)),
      ` · ${isolate(event.place)}`,
      ...(event.strand ? [` · ${isolate(event.strand.name)}`] : []),
    ),
    ...(setting.below?.(event.address) ?? []),
    ...marked(event, setting),
    h('p', typeset(event.brief, words)),
    ...textTree(event, 4, setting),
    ...notesTree(event, undefined, setting),
  ]);
}

function glossaryChapter({ terms, words }: Story, setting: Setting): Chapter {
  const kinds = groupTerms(terms, words).map(({ kind, name, terms: some }) => ({
    title: name,
    id: `kind-${kind}`,
    body: some.map((term) => termTree(term, setting)),
  }));
  return listChapter('glossary', setting, kinds);
}

function termTree(term: Term, setting: Setting): Element {
  const { words } = setting.story;
  const { native, aliases, offices } = term;
  const day = (when: Term['offices'][number]['from']) => when && inWords(when, words);
  return h('section', { id: idIn(term), className: ['entry'] }, [
    h('h3', isolate(term.title)),
    ...(native ? [h('p', { className: ['meta'], lang: native.lang, xmlLang: native.lang }, isolate(native.text))] : []),
    ...(aliases.length > 0 ? [meta(words.glossary.aliases(aliases))] : []),
    ...(setting.below?.(term.address) ?? []),
    ...marked(term, setting),
    h('p', typeset(term.definition, words)),
    ...(offices.length > 0
      ? [
          h(
            'ul',
            offices.map(({ title, from, until, source }) =>
              h('li', [
                typeset(title, words) + words.punctuation.comma,
                words.glossary.held(day(from), day(until)),
                ' · ',
                h('a', { href: setting.source(source.id) }, words.glossary.source),
              ]),
            ),
          ),
        ]
      : []),
    ...textTree(term, 4, setting),
    ...notesTree(term, undefined, setting),
  ]);
}

function picturesChapter(pictures: readonly Picture[], setting: Setting): Chapter {
  const { words } = setting.story;
  const all = pictures.map((picture) => ({
    title: picture.title,
    id: idIn(picture),
    body: [
      ...(setting.below?.(picture.address) ?? []),
      ...marked(picture, setting),
      h('figure', setting.picture(picture)),
      h('p', typeset(picture.brief, words)),
      ...textTree(picture, 3, setting),
      ...notesTree(picture, undefined, setting),
    ],
  }));
  return listChapter('pictures', setting, all);
}

function sourcesChapter(story: Story, setting: Setting): Chapter {
  const types = groupSources(story).map(({ type, name, sources }) => ({
    title: name,
    id: `type-${type}`,
    body: [
      h(
        'ul',
        { className: ['sources'] },
        sources.map((source) => sourceTree(source, setting)),
      ),
    ],
  }));
  return listChapter('sources', setting, types);
}

/** A source: who published it and when, what it is called, what it is, where it is, and where the site tells of it. */
function sourceTree(source: Source, { story, below }: Setting): Element {
  const { words, language } = story;
  const { comma, semicolon } = words.punctuation;
  const { sourceTypes, read } = words.kinds;
  const lang = source.language === language ? undefined : source.language;
  const line = words.sources.line(sourceTypes[source.type].one, words.languageName(source.language), read[source.read]);
  return h('li', { id: `s-${source.id}` }, [
    h('p', [
      isolate(source.publisher.name) + comma,
      h('a', { href: source.url, lang, xmlLang: lang }, typeset(source.title, words)),
      (source.date ? comma + typeset(dayInWords(source.date, words), words) : '') + semicolon + line,
    ]),
    ...(below?.(source.address) ?? []),
  ]);
}
