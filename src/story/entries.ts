import type { Collection } from './page-kinds.ts';
import type { Fields } from './schema.ts';
import type { Text } from './text.ts';

/** One content file after its own checks and compilation; other files are still named by their ids. Plain data. */
export interface Entry<Data> {
  id: string;
  data: Data;
  text: Text;
}

/** All files of a story. `moves` leads from each old address to the one that is served today. */
export type Entries = {
  story: Fields<'story'>;
  publishers: Fields<'publishers'>;
  moves: Record<string, string>;
} & {
  [Name in Collection]: Entry<Fields<Name>>[];
};
