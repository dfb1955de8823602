import type { Absolute } from './json-ld-things.ts';
import type { SitePage } from '../story/directory.ts';
import { plainWordsOf } from '../story/lineup.ts';
import type { Draft, Explainer, Paragraph, Story } from '../story/story.ts';

/**
 * An explainer as a Markdown file that makes sense outside of the site: its title, the question, the answer in brief,
 * the text as it was written but with whole addresses in its links, and a last line with publisher and licence.
 */
export function markdownOf(explainer: Explainer, story: Story, absolute: Absolute): string {
  const { title, question, brief, text, address } = explainer;
  const copy = (text.copy ?? []).map((part, at) => (at % 2 === 0 ? part : new URL(part, absolute('/')).href)).join('');
  return [
    `# ${plain(title)}`,
    `*${plain(question)}*`,
    `**In brief:** ${plain(brief)}`,
    `${copy}\n---`,
    `${credit(story, absolute(address))}\n`,
  ].join('\n\n');
}

/**
 * The address of a page's Markdown copy: `/the-call.md`, `/drafts/us-treaty.md`. Only explainers and drafts have one.
 */
export function markdownAddress({ kind, address }: SitePage): string | undefined {
  return kind === 'explainer' || kind === 'draft' ? `${address.slice(0, -1)}.md` : undefined;
}

/** A document as Markdown: each paragraph with its operative words, what it says in plain words, and whom it binds. */
export function markdownOfDraft(draft: Draft, story: Story, absolute: Absolute): string {
  const { drafts: words } = story.words;
  const boundBy = ({ binds }: Paragraph) => plain(binds.map(({ name }) => name).join(', ') || words.nobody);
  const articles = draft.articles.flatMap((article) => [
    `## ${plain(`${words.article(article.number)}. ${article.title}`)}`,
    ...(article.paragraphs.length === 0 ? [plain(article.brief)] : []),
    ...article.paragraphs.flatMap((paragraph) => [
      `### ${plain(paragraph.title)}`,
      ...paragraph.words.map((fragment) => `> “${plain(fragment)}”`),
      ...plainWordsOf(paragraph).map(plain),
      `${words.binds} ${boundBy(paragraph)}. <${absolute(paragraph.address)}>`,
    ]),
  ]);
  return [
    `# ${plain(draft.title)}`,
    `*${plain(draft.officialTitle)}*`,
    plain(draft.brief),
    ...articles,
    '---',
    `${credit(story, absolute(draft.address))}\n`,
  ].join('\n\n');
}

/** The last line of a copy: the address of the page, the publisher and the licence. */
function credit({ publisher, licence }: Story, address: string): string {
  const rights = licence ? `under ${licence.name} <${licence.address}>` : 'all rights reserved';
  return `From <${address}>, ${plain(publisher.name)}, ${rights}.`;
}

/** Plain text as Markdown, with a backslash before every character that Markdown could read as markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, String.raw`\$&`);
}
