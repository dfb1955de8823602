import type { Nodes, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** HTML as text. `&amp;` rather than `&#x26;`; anything else as short as the HTML standard allows in every place. */
export function serialise(node: Nodes | RootContent[]): string {
  return toHtml(node, { characterReferences: { useNamedReferences: true } });
}
