import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Target } from '../story/addresses.ts';
import type { Quotation } from './context.ts';
import { targetOfLink } from './remark-links.ts';
import { blocksOf, sentencesOf } from './sentences.ts';

/** Marks of other languages and of keyboards: a quotation within them is one too, and is held to the same words. */
const OTHER_MARKS = [/“([^“”]+)”/, /«([^«»]+)»/, /"([^"]+)"/];

/**
 * Collects the quotations of a text, each with the notes of its sentence, or else the next notes in its block, and with
 * the articles and paragraphs that the sentence or these notes link, so that quotations of a document can be held
 * against its words. Changes nothing. Runs after remarkLinks and before remarkNotes.
 *
 * `It would [“end the toll”](../drafts/pact/article-1.md#paragraph-1).[^pact]` →
 * `{ words: 'end the toll', sources: ['pact'], articles: [{ id: 'pact/article-1', section: 'paragraph-1' }] }`
 */
export function remarkQuotations() {
  return (tree: Root, file: VFile) => {
    if (!file.data.index) throw new Error('remarkQuotations needs the index of the story');
    const { texts, language } = file.data.index.words;
    const quotation = new RegExp([texts.quotation, ...OTHER_MARKS].map(({ source }) => source).join('|'), 'gu');
    const linked = new Map<string, Target[]>();
    visit(tree, 'footnoteDefinition', (definition) => {
      const targets: Target[] = [];
      visit(definition, 'link', (link) => void targets.push(...[targetOfLink(link) ?? []].flat()));
      linked.set(definition.identifier, targets);
    });
    const quotations: Quotation[] = [];
    for (const child of tree.children) {
      for (const block of blocksOf(child)) {
        const line = block.position?.start.line ?? 1;
        const sentences = sentencesOf(block, language).map(({ text, nodes }) => {
          const marks = nodes.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : []));
          return { text, nodes, notes: marks.map((label) => linked.get(label) ?? []) };
        });
        for (const [at, { text, nodes, notes: own }] of sentences.entries()) {
          // A note may stand behind the last of the sentences that it is for.
          const notes = own.length > 0 ? own : (sentences.slice(at).find((one) => one.notes.length > 0)?.notes ?? []);
          const targets = [...nodes.flatMap((node) => targetOfLink(node) ?? []), ...notes.flat()];
          for (const [, ...found] of text.matchAll(quotation))
            quotations.push({
              words: found.find(Boolean) ?? '',
              line,
              borrowed: own.length === 0,
              notes: notes.map((note) => note.flatMap(({ collection, id }) => (collection === 'sources' ? [id] : []))),
              articles: targets.filter(({ collection }) => collection === 'articles'),
            });
        }
      }
    }
    file.data.quotations = quotations;
  };
}
