import { encode } from './encode.ts';

/** How many words of its beginning, and of its end, a long sentence is found by. */
const ENDS = 4;

/** A sentence that mentions the thing of a page leads to itself where the browser can find it, else to its section. */
export function sharpenMentions(): void {
  if ('fragmentDirective' in document)
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.mentions a')) {
      const words = link.textContent.trim().split(/\s+/);
      const ends = words.length > 2 * ENDS ? [words.slice(0, ENDS), words.slice(-ENDS)] : [words];
      link.hash += `:~:text=${ends.map((end) => encode(end.join(' '))).join(',')}`;
    }
}
