import type { Absolute } from '../story/addresses.ts';
import type { SitePage } from '../story/directory.ts';
import { dayInWords } from '../story/dates.ts';
import { answerTo, plainWordsOf } from '../story/lineup.ts';
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
    ...(question === undefined ? [] : [`*${plain(question)}*`]),
    story.words.copy.brief(plain(brief)),
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
  const { drafts, punctuation, copy } = story.words;
  const articles = draft.articles.flatMap((article) => [
    `## ${plain(drafts.articleHeading(article.number, article.title))}`,
    ...(article.paragraphs.length === 0 ? [plain(article.brief)] : []),
    ...article.paragraphs.flatMap((paragraph) => [
      `### ${plain(paragraph.title)}`,
      ...paragraph.words.map((fragment) => `> ${punctuation.quote(plain(fragment))}`),
      ...plainWordsOf(paragraph).map(plain),
      `${copy.binds(plain(boundIn(paragraph, story)))}${answerIn(paragraph, story)} <${absolute(paragraph.address)}>`,
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

/** Where a text is from, whose it is and what may be done with it. */
function credit({ publisher, licence, words: { copy } }: Story, address: string): string {
  const rights = licence ? copy.under(licence.name, licence.address) : copy.allRightsReserved;
  return copy.credit(address, plain(publisher.name), rights);
}

function boundIn({ binds }: Paragraph, { words: { drafts, punctuation } }: Story): string {
  return binds.map(({ name }) => name).join(punctuation.comma) || drafts.nobody;
}

/** What was answered to a paragraph, as a sentence after whom it binds; empty if nothing was. */
function answerIn(paragraph: Paragraph, { words }: Story): string {
  const { status, word, by, date } = answerTo(paragraph) ?? { status: 'none-found' };
  if (status === 'none-found' || word === undefined) return '';
  const { comma } = words.punctuation;
  const credit = [word, by, date && dayInWords(date, words)].filter((part) => part !== undefined).join(comma);
  return ` ${words.copy.answer(plain(credit))}`;
}

/** Plain text as Markdown, with a backslash before every character that Markdown could read as markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, String.raw`\$&`);
}
