import type { Collection } from './page-kinds.ts';
import type { Fields } from './schema.ts';
import type { FieldOfPicture } from './story.ts';
import type { Text } from './text.ts';

/** One content file after its own checks and compilation; other files are still named by their ids. Plain data. */
export interface Entry<Data> {
  id: string;
  data: Data;
  text: Text;
  /** Of a picture. */
  written?: readonly FieldOfPicture[];
}

/** What a page said from a day on, as the ledger has it. */
export interface Published {
  /** The file whose page it is, below the story's folder. It may be there no more. */
  path: string;
  /** Its day; with a number behind it if the page had several versions on that day. */
  id: string;
  day: string;
  /** The ids of the changes that made it, the newest first. */
  changes: readonly string[];
  /** What it said: see said.ts. */
  text: string;
  /** For what the ledger does not have yet. */
  isNew?: boolean;
}

/**
 * All files of a story. `moves` leads from each old address to the one that is served today; `published` is the ledger,
 * each page's oldest version first.
 */
export type Entries = {
  story: Fields<'story'>;
  publishers: Fields<'publishers'>;
  moves: Record<string, string>;
  published: readonly Published[];
} & {
  [Name in Collection]: Entry<Fields<Name>>[];
};
