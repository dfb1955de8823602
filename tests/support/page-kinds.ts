import { statSync } from 'node:fs';
import path from 'node:path';
import { directory } from '../../src/story/directory.ts';
import type { PageKind } from '../../src/story/page-kinds.ts';
import { storySite } from './sites.ts';
import { story } from './story.ts';

/** One page of every kind that the story's site has; of kinds with many pages the one with the longest HTML. */
export const pageOfEachKind: readonly { kind: PageKind; address: string }[] = [
  ...Map.groupBy(directory(story), ({ kind }) => kind),
].map(([kind, pages]) => {
  const sized = pages.map(({ address }) => ({ address, size: statSync(fileOf(address)).size }));
  const { address } = sized.reduce((most, one) => (one.size > most.size ? one : most));
  return { kind, address };
});

function fileOf(address: string): string {
  return path.join(storySite.folder, address.endsWith('/') ? `${address}index.html` : address);
}

/** The page of a kind, if the story's site has one. */
export const pageOf = (kind: PageKind): string | undefined => pageOfEachKind.find((one) => one.kind === kind)?.address;
