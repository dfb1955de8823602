import type { Target } from './addresses.ts';
import type { Fields } from './schema.ts';

/**
 * The text of a content file after compilation. Plain data: no code edits its HTML; components put pictures and labels
 * between its parts.
 */
export interface Text {
  /** What comes before the first section. */
  intro: Part[];
  /** Its `h2` sections, in order. */
  sections: Section[];
  /** Its notes, in the order of their numbers. */
  notes: Note[];
  /** The links in the running text to other content, in the order of the text; links in notes are not among them. */
  links: Link[];
  /** All that a reader reads, as plain text without the marks of notes. */
  plain: string;
  /** The first paragraph as plain text. */
  opening: string;
  /** Whether it contains a `[!HINDSIGHT]` note. */
  hindsight: boolean;
  /**
   * Of explainers only: the Markdown as written, cut at the addresses of its links; every second part is such an
   * address.
   */
  copy?: string[];
  /** Of changes only: the whole text as HTML for a feed, with absolute addresses, and its sources in place of notes. */
  feed?: string;
}

/** A piece of a text between its headings: HTML, the place of a picture with the words of its link, or an image. */
export type Part = { kind: 'html'; html: string } | { kind: 'picture'; id: string; words: string } | ImagePart;

/** An image of the story: its file, what is seen on it, its caption (or nothing), and whose it is. */
export interface ImagePart {
  kind: 'image';
  file: string;
  words: string;
  caption: string;
  about: Fields<'images'>;
}

/** A heading with what follows it. */
export interface Section {
  /** The id of the section's element, made from its heading as GitHub does. */
  id: string;
  /** The heading as plain text. */
  title: string;
  /** The heading as HTML. */
  heading: string;
  /** True when all of it is about what came after the key moment. */
  later: boolean;
  /** Its first paragraph, as plain text. */
  opening: string;
  /** All that a reader reads in it, its heading and inner sections included, as plain text. */
  plain: string;
  /** What comes before its first inner section. */
  parts: Part[];
  /** The same as plain text, block after block. */
  lines: string[];
  /** The sections in it: of an `h2` its `h3`, of an `h3` its `h4`. */
  sections: Section[];
}

/** A note of a text: the sources of the claims that use it. */
export interface Note {
  /** The label that the writer gave it, which makes its id `note-<label>`. */
  label: string;
  /** Its number in the text, from 1, by first use. */
  number: number;
  /** Its text; links to sources lead to their place in the page's own list of sources, `#s-<id>`. */
  html: string;
  /** Ids of the sources it links, in its order. */
  sources: string[];
  /** The paragraphs of documents that it names. */
  paragraphs: Target[];
  /** The party that alone makes the claim, as its note says. */
  claimedBy?: string;
  /** The section of each use, in order; undefined before the first section. `useId` gives the id of a use. */
  uses: (string | undefined)[];
  /** Whether each use is in what was only known after the key moment. */
  later: boolean[];
  /** The sentence that each use follows, as plain text. */
  sentences: string[];
}

/** A link in a text to other content. */
export interface Link {
  target: Target;
  /** The `h2` section that holds the link; undefined before the first. */
  section: string | undefined;
  /** The sentence around it, as plain text. */
  sentence: string;
  /** Whether it is in what was only known after the key moment. */
  later: boolean;
}

/** All sections of a text, inner ones after the section that holds them. */
export function allSections<One extends Section>({ sections }: { sections: readonly One[] }): One[] {
  return sections.flatMap((section) => [section, ...allSections({ sections: section.sections as One[] })]);
}

/**
 * An `h2` section as a text of its own, for a page that has its heading as the title. Its `h3` sections become the
 * sections of that text; notes have the same numbers as in the whole text.
 */
export function textOfSection<One extends Section>(text: Text, section: One): Text & { sections: One['sections'] } {
  return {
    intro: section.parts,
    sections: section.sections,
    notes: text.notes.filter(({ uses }) => uses.includes(section.id)),
    links: text.links.filter((link) => link.section === section.id),
    plain: section.plain,
    opening: section.opening,
    hindsight: text.hindsight,
  };
}

/** Which uses of a note (from 1) come in a section, or in the whole text when no section is named. */
export function usesIn(note: Note, section?: string): number[] {
  return note.uses.flatMap((used, at) => (section === undefined || used === section ? [at + 1] : []));
}

/** Whether all uses of a note, in a section or in the whole text, are in what was only known after the key moment. */
export function isLaterNote(note: Note, section?: string): boolean {
  return usesIn(note, section).every((use) => note.later[use - 1]);
}

/** The id of the n-th use (from 1) of a note: `ref-<label>` for the first, then `ref-<label>-<n>`. */
export function useId(label: string, use: number): string {
  return `ref-${label}${use === 1 ? '' : `-${use}`}`;
}

/** Minutes that a reader needs, at 220 words a minute, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 220));
}
