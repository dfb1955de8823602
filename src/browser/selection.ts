import { canFloat } from './float.ts';
import type * as Sentence from './sentence.ts';

/** Offers a reader who selects words a link to them. The script for it is loaded with the first selection. */
let waiting = 0;
let loading: Promise<typeof Sentence> | undefined;

export function offerSentences(): void {
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(async () => {
      if (canFloat && !getSelection()?.isCollapsed) loading ??= import('./sentence.ts');
      (await loading)?.offerLink();
    }, 150);
  });
}
