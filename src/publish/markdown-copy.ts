import type { Absolute } from './json-ld-things.ts';
import type { Explainer } from '../story/story.ts';

/**
 * An explainer as Markdown that can be read anywhere: its title, the question and the answer in brief, the text as its
 * writer wrote it, with whole addresses for its links, and where it is from.
 */
export function markdownOf({ title, question, brief, text, address }: Explainer, absolute: Absolute): string {
  const copy = (text.copy ?? []).map((part, at) => (at % 2 === 0 ? part : new URL(part, absolute('/')).href)).join('');
  return `# ${plain(title)}\n\n*${plain(question)}*\n\n**In brief:** ${plain(brief)}\n\n${copy}\n---\n\nFrom <${absolute(address)}>, under CC BY 4.0.\n`;
}

/** Plain text as Markdown: what could be read as a mark is escaped. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, String.raw`\$&`);
}
