import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

export type { TimeUnit } from './intl.ts';

/** Every language has the same words; one that lacks a word does not compile. */
export type Words = typeof en;

/**
 * The site's words in the languages that it speaks, by BCP 47 tag. A new language is a file beside en.ts, named by its
 * tag, and a line here.
 */
const LANGUAGES: Readonly<Record<string, Words>> = { en, de, es, fr, uk, ru, ar, ja };

/** The languages that the site has words for. */
export const languages = Object.keys(LANGUAGES);

/**
 * The language among them that serves a tag: the same, or the one without its region. Undefined when there is none, and
 * for what is no tag.
 */
export function languageFor(tag: string): string | undefined {
  return [tag, tag.split('-')[0]?.toLowerCase() ?? ''].find((one) => Object.hasOwn(LANGUAGES, one));
}

/** The parts of a site that a story can give a name of its own. */
export const NAMED_PARTS = [
  'explainers',
  'drafts',
  'positions',
  'timeline',
  'glossary',
  'sources',
  'pictures',
] as const;

/** What a story calls some of them, and some kinds of its glossary entries. */
export type PartNames = Partial<
  Record<(typeof NAMED_PARTS)[number] | keyof Words['kinds']['terms'], { title: string; one?: string | undefined }>
>;

/** The words for a story that has names of its own for some of its parts. */
export function namedWords(
  words: Words,
  { explainers, drafts, positions, timeline, glossary, sources, pictures, ...terms }: PartNames,
): Words {
  const { pageKinds, home, kinds } = words;
  const list = <Kind extends { name: string }>(kind: Kind, part: PartNames[keyof PartNames]): Kind =>
    part ? { ...kind, name: part.title, ...('navigation' in kind && { navigation: part.title }) } : kind;
  const single = <Kind extends { name: string }>(kind: Kind, part: PartNames[keyof PartNames]): Kind =>
    part?.one === undefined ? kind : { ...kind, name: part.one };
  return {
    ...words,
    pageKinds: {
      ...pageKinds,
      home: list(pageKinds.home, explainers),
      explainer: single(pageKinds.explainer, explainers),
      drafts: list(pageKinds.drafts, drafts),
      draft: single(pageKinds.draft, drafts),
      positions: list(pageKinds.positions, positions),
      demand: single(pageKinds.demand, positions),
      timeline: list(pageKinds.timeline, timeline),
      event: single(pageKinds.event, timeline),
      glossary: list(pageKinds.glossary, glossary),
      term: list(pageKinds.term, glossary),
      sources: list(pageKinds.sources, sources),
      pictures: list(pageKinds.pictures, pictures),
    },
    kinds: {
      ...kinds,
      terms: {
        ...kinds.terms,
        ...Object.fromEntries(
          Object.entries(terms).map(([kind, { title, one = title }]) => [kind, { one, many: title }]),
        ),
      },
    },
    home: {
      ...home,
      questions: explainers?.title ?? home.questions,
      documents: drafts?.title ?? home.documents,
    },
    drafts: {
      ...words.drafts,
      order: drafts?.title ?? words.drafts.order,
      // What a story calls a ruling or a contract is no draft.
      ...(drafts?.one !== undefined && {
        draftBy: (author: string) => `${drafts.one}${words.punctuation.colon}${author}`,
      }),
    },
    explainers: { ...words.explainers, order: explainers?.title ?? words.explainers.order },
    positions: { ...words.positions, order: positions?.title ?? words.positions.order },
  };
}

/** The words of a language, given as a BCP 47 tag such as `en` or `en-GB`. Throws when there are none. */
export function wordsOf(tag: string): Words {
  const words = LANGUAGES[languageFor(tag) ?? ''];
  if (!words) throw new Error(`the site has no words in “${tag}”; it has ${languages.join(', ')}`);
  return words;
}
