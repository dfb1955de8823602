import type { Target } from './addresses.ts';

/** The text of a content file after compilation: HTML, and what the site needs to know about it. Plain data. */
export interface Body {
  /** The whole text: what stands before the first section, then the sections. Notes are apart. */
  html: string;
  /** Its `h2` sections and their `h3` sections, in the order of the text. */
  sections: Section[];
  /** Its notes, in the order of their numbers. */
  notes: Note[];
  /** The links in the running text to other content, in the order of the text; links in notes are not among them. */
  links: Link[];
  /** How many words a reader reads, notes left out. */
  words: number;
  /** The first paragraph as plain text. */
  opening: string;
  /** The text as its writer wrote it, of explainers only: cut at the addresses of its links, which are every second part. */
  copy?: string[];
}

export interface Section {
  /** The id of the section's element, made from its heading as GitHub does. */
  id: string;
  title: string;
  depth: 2 | 3;
  /** Where the section begins and ends in `Body.html`. */
  from: number;
  to: number;
  /** True when all of it tells what came after the key moment. */
  later: boolean;
  /** Its first words, as plain text. */
  opening: string;
  /** How many words a reader reads in it, notes left out. */
  words: number;
}

export interface Note {
  /** The label that the writer gave it, which makes its id `note-<label>`. */
  label: string;
  /** Its number in the text, from 1, by first use. */
  number: number;
  html: string;
  /** Ids of the sources it links, in its order. */
  sources: string[];
  /** The party that alone makes the claim, as its note says. */
  claimedBy?: string;
  /** The section of each use, in order; undefined before the first section. Use n has the id `ref-<label>-<n>`, the first `ref-<label>`. */
  uses: (string | undefined)[];
  /** The sentence that each use stands behind, as plain text. */
  sentences: string[];
}

export interface Link {
  target: Target;
  /** The `h2` section that the link stands in; undefined before the first. */
  section: string | undefined;
  /** The sentence around it, as plain text. */
  sentence: string;
}

/** The HTML of one section alone, with its heading. */
export function sectionHtml(body: Body, section: Section): string {
  return body.html.slice(section.from, section.to);
}

/**
 * An `h2` section as a text of its own, for a page that has the heading as its title: without its wrapper and heading,
 * its `h3` sections raised to `h2`, and with the notes that it uses under the numbers that they have in the whole text.
 */
export function sectionBody(body: Body, section: Section): Body {
  const inner = sectionHtml(body, section)
    .replace(/^<section[^>]*><h2>.*?<\/h2>/s, '')
    .replace(/<\/section>$/, '')
    .replaceAll(/<(\/?)h3>/g, '<$1h2>');
  const notes = body.notes.filter(({ uses }) => uses.includes(section.id));
  const links = body.links.filter((link) => link.section === section.id);
  return { html: inner, sections: [], notes, links, words: section.words, opening: section.opening };
}

/** Which uses of a note (from 1) stand in a section, or in the whole text when no section is named. */
export function usesIn(note: Note, section?: string): number[] {
  return note.uses.flatMap((used, at) => (section === undefined || used === section ? [at + 1] : []));
}

/** The HTML before the first section. */
export function introHtml(body: Body): string {
  return body.html.slice(0, body.sections[0]?.from);
}

/** The id of the n-th use (from 1) of a note. */
export function useId(label: string, use: number): string {
  return `ref-${label}${use === 1 ? '' : `-${use}`}`;
}

/** Minutes that a reader needs, at 220 words a minute, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 220));
}

/** The HTML of a text with a landing place for each old id at the section that it has become. */
export function withLandings(html: string, landings: readonly { old: string; id: string }[]): string {
  return landings.reduce(
    (done, { old, id }) => done.replace(`<section id="${id}"`, (open) => `<span id="${old}"></span>${open}`),
    html,
  );
}
