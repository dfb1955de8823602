import type { Target } from '../story/addresses.ts';
import type { PartyColour } from '../story/kinds.ts';
import type { Fields } from '../story/schema.ts';
import type { Link, Note } from '../story/text.ts';
import type { Words } from '../words/words.ts';
import type { FoundHeading } from './headings.ts';
import type { PlacedBlock } from './page-said.ts';

/** An image of the story: the name of its file without folder and ending, and what `images/<name>.yaml` says of it. */
export interface StoryImage {
  name: string;
  about: Fields<'images'> | undefined;
}

/** What the plugins need from the other files of the story while they compile one. */
export interface StoryIndex {
  /** The paths of all content files, below the story's folder. */
  paths: ReadonlySet<string>;
  /** The ids of a file's sections, by its path; a file whose text could not be read is not in it. */
  sections: ReadonlyMap<string, readonly string[]>;
  /** Where files and sections are that moved, both as paths: `explainers/the-call.md#agreed`. */
  moved: ReadonlyMap<string, string>;
  /** The ids of the paragraphs of each article, by the path of its file. */
  paragraphs: ReadonlyMap<string, readonly string[]>;
  /** The images of the story, by their paths. */
  images: ReadonlyMap<string, StoryImage>;
  /** The story's parties by the names that notes may use. */
  parties: ReadonlyMap<string, { id: string; colour: PartyColour }>;
  /** The site's own words in the language of the story. */
  words: Words;
  /** The base path of the site, which every address in the HTML begins with. */
  base: string;
  /** Scheme and host of the site, for what is read away from it. */
  origin: string;
}

/** A use of a note, and the words that it belongs to. */
export interface NoteUse {
  label: string;
  line: number;
  /** The sentence with the one before it, and the heads of the cell that it stands in. */
  context: string;
  /** The words of its paragraph until the end of the sentence, and what they link. */
  until: string;
  links: Target[];
}

/** Words in quotation marks, and what their sentence cites and links. */
export interface Quotation {
  words: string;
  line: number;
  /** The sources of each note of the sentence, or else of the next notes in its block. */
  notes: string[][];
  /** Whether these notes are of a later sentence. */
  borrowed: boolean;
  /** The articles and paragraphs that the sentence and its notes link. */
  articles: Target[];
}

// What the plugins find is left on the file, as unified's plugins do.
declare module 'vfile' {
  interface DataMap {
    /** Which content file this is. */
    target: Target;
    index: StoryIndex;
    links: Link[];
    notes: Note[];
    /** The words of each note and the line of its definition, by its label. */
    notesSaid: ReadonlyMap<string, { words: string; line: number }>;
    /** What the text says, block by block. */
    blocks: PlacedBlock[];
    headings: readonly FoundHeading[];
    /** Each use of a note with the words around it, for checks of what it carries. */
    noteUses: NoteUse[];
    /** The labels of notes that marks with a slip in them were meant for. */
    meant: ReadonlySet<string>;
    /** The paths of the images that the text shows. */
    images: ReadonlySet<string>;
    quotations: Quotation[];
    /** The line of each section's heading, by the section's id. */
    lines: ReadonlyMap<string, number>;
    /** The text as written, cut at the addresses of its links. */
    copy: string[];
  }
}
