import type { Collection } from './page-kinds.ts';
import type { Fields } from './schema.ts';
import type { Text } from './text.ts';

/** One content file, checked and compiled: as written, not yet joined to the others. Plain data. */
export interface Entry<Data> {
  id: string;
  data: Data;
  text: Text;
}

/** All files of a story, and the moves that they declare: from an old address to the one that is served today. */
export type Entries = {
  story: Fields<'story'>;
  publishers: Fields<'publishers'>;
  moves: Record<string, string>;
} & {
  [Name in Collection]: Entry<Fields<Name>>[];
};
