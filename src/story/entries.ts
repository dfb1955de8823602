import type { Fields } from '../content.config.ts';
import type { Collection } from './addresses.ts';
import type { Body } from './body.ts';

/** One content file, checked and compiled: as written, not yet joined to the others. Plain data. */
export interface Entry<Data> {
  id: string;
  data: Data;
  body: Body;
}

/** All files of a story. */
export type Entries = { story: Fields<'story'> } & { [Name in Collection]: Entry<Fields<Name>>[] };
