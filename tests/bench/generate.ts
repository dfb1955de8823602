import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateFiles as generateThings, SHARES, sourceOf, type Size } from './generate-things.ts';
import { nameOf, slugOf, Writer } from './words.ts';

/** The words of an explainer and how they are shared out. */
const SECTIONS = 6;
const PARAGRAPHS = 4;
const WORDS = 1800;
/**
 * Sentences end beyond the length that is asked for, and links, notes and tables come on top: so many words a
 * paragraph.
 */
const BEYOND = 21;

/**
 * A whole story that was never true, by path: explainers of 1,800 words, and events, terms, sources, articles and
 * demands
 * that grow with them. The same seed gives the same story; a longer story begins as a shorter one does.
 */
export function generateStory(explainers: number, seed: number): Map<string, string> {
  const size = Object.fromEntries(
    Object.entries(SHARES).map(([name, share]) => [name, Math.max(2, Math.round(explainers * share))]),
  ) as unknown as Size;
  const files = generateThings({ ...size, explainers }, seed);
  for (let at = 0; at < explainers; at += 1)
    files.set(`explainers/${explainerId(at)}.md`, explainer(at, { ...size, explainers }, new Writer(seed * 7919 + at)));
  return files;
}

/** Writes a story into a folder, which is emptied first. */
export function writeStory(folder: string, files: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

const explainerId = (at: number) => `about-${slugOf(nameOf(at))}`;

/** One of the things that belong to an explainer or its neighbours; now and then one of the few that all name. */
function near(at: number, share: number, count: number, writer: Writer): number {
  if (writer.random() < 0.15) return writer.below(Math.min(20, count));
  return (at * share + writer.below(share * 3)) % count;
}

function explainer(at: number, size: Size, writer: Writer): string {
  const term = () => {
    const name = nameOf(near(at, SHARES.terms, size.terms, writer));
    return `[${name}](../glossary/${slugOf(name)}.md)`;
  };
  const event = () =>
    `[${writer.words(2).join(' ')}](../timeline/event-${near(at, SHARES.events, size.events, writer)}.md)`;
  const other = () =>
    writer.pick([
      () => `[what was asked](../demands/demand-${writer.below(size.demands)}.md)`,
      () =>
        `[an article](../drafts/draft-${1 + writer.below(2)}/article-${1 + writer.below(Math.floor(size.articles / 2))}.md)`,
      () => `[another page](${explainerId(writer.below(size.explainers))}.md)`,
    ])();
  const notes = Array.from({ length: 26 }, (_, note) => ({
    label: `n${String.fromCharCode(97 + note)}`,
    source: sourceOf(at * SHARES.sources + (note % (SHARES.sources + 2)), size),
  }));
  let used = 0;
  const weave = (sentence: number) => ({
    ...(sentence % 3 === 0 && { link: writer.pick([term, term, event])() }),
    ...(sentence % 9 === 4 && { link: other() }),
    ...(sentence % 4 === 2 && { note: notes[used++ % notes.length]?.label ?? '' }),
  });
  const sections = Array.from({ length: SECTIONS }, (_, section) => {
    const paragraphs = Array.from({ length: PARAGRAPHS }, () =>
      writer.prose(WORDS / SECTIONS / PARAGRAPHS - BEYOND, weave),
    );
    if (section === 1) paragraphs.push(dispute(writer));
    if (section === 3) paragraphs.push(table(writer));
    if (section === SECTIONS - 1) paragraphs.push(`> [!HINDSIGHT]\n> ${writer.prose(30)}[^na]`);
    return [`## ${writer.phrase(3)} ${section + 1}`, ...paragraphs].join('\n\n');
  });
  const cited = new Set(sections.join('').match(/(?<=\[\^)[a-z]+(?=\])/g));
  const rest = notes.filter(({ label }) => !cited.has(label)).map(({ label }) => `${writer.phrase(9)}.[^${label}]`);
  const definitions = notes.map(
    ({ label, source }) =>
      `[^${label}]: ${label === 'nc' ? 'Claimed by the Northern League only: ' : ''}[${writer.phrase(3)}](../sources/${source}.md), page ${1 + writer.below(90)}.`,
  );
  return `---
title: About ${nameOf(at)}
question: ${writer.phrase(11)}?
brief: ${writer.sentence(45)}
order: ${at + 1}
---

${[writer.prose(60, weave), ...sections, ...(rest.length > 0 ? [rest.join(' ')] : []), ...definitions].join('\n\n')}
`;
}

function dispute(writer: Writer): string {
  return `> [!DISPUTED]
> **${writer.phrase(6)}?**
>
> - **${writer.phrase(2)}:** ${writer.prose(10)}[^na]
> - **${writer.phrase(2)}:** ${writer.prose(10)}[^nb]
>
> **Our judgement:** ${writer.prose(20)}`;
}

function table(writer: Writer): string {
  const row = () => `| ${writer.phrase(2)} | ${writer.phrase(6)}[^na] | ${writer.phrase(6)}[^nb] |`;
  return [
    '| Topic | League | Union |',
    '|---|---|---|',
    row(),
    row(),
    row(),
    '| The rest | Not mentioned | Not mentioned |',
  ].join('\n');
}
