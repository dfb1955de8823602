import { ANSWERS, SOURCE_TYPES, TERM_KINDS } from '../../src/story/kinds.ts';
import { capital, nameOf, slugOf, Writer } from './words.ts';

/** How many things a story has for each explainer. */
export const SHARES = { events: 6, terms: 4, sources: 3, articles: 0.4, demands: 0.2 };

/** How many things a story has. */
export type Size = Record<keyof typeof SHARES | 'explainers', number>;

export const sourceOf = (at: number, { sources }: Size): string => `source-${at % sources}`;

const PARTIES = [
  { id: 'league', name: 'Northern League', short: 'League', colour: 'first' },
  { id: 'union', name: 'River Union', short: 'Union', colour: 'second' },
];
const STRANDS = ['talks', 'works', 'trade', 'courts'];

/** Everything of a story but its explainers, by path. */
export function generateFiles(size: Size, seed: number): Map<string, string> {
  const files = new Map([
    ['story.yaml', STORY],
    ['pages/home.md', page('A story of no place')],
    ['pages/about.md', page('About')],
    ['pages/timeline.md', lead('Timeline')],
  ]);
  const write = (count: number, salt: number, one: (at: number, writer: Writer) => [string, string]) => {
    for (let at = 0; at < count; at += 1) files.set(...one(at, new Writer(seed * 104_729 + salt * 1_000_003 + at)));
  };
  write(size.sources, 1, (at, writer) => [`sources/source-${at}.md`, source(at, writer)]);
  write(size.terms, 2, (at, writer) => [`glossary/${slugOf(nameOf(at))}.md`, term(at, size, writer)]);
  write(size.events, 3, (at, writer) => [`timeline/event-${at}.md`, event(at, size, writer)]);
  write(size.demands, 4, (at, writer) => [`demands/demand-${at}.md`, demand(at, size, writer)]);
  write(2, 5, (at, writer) => [`drafts/draft-${at + 1}.md`, draft(at, writer)]);
  write(Math.floor(size.articles / 2) * 2, 6, (at, writer) => [
    `drafts/draft-${1 + (at % 2)}/article-${1 + Math.floor(at / 2)}.md`,
    article(1 + Math.floor(at / 2), size, writer),
  ]);
  files.set(
    'changes/1999-01-01-first.md',
    '---\ntitle: First publication\ndate: 1999-01-01\nkind: new\ntouches: all\n---\n\nThe story was published.\n',
  );
  return files;
}

const STORY = `title: A story of no place
tagline: How a league and a union fell out over a river
description: Generated, to see how long a build takes.
language: en
moment: event-0
strands:
${STRANDS.map((id) => `  - { id: ${id}, name: ${capital(id)}, brief: What there was of ${id} }`).join('\n')}
parties:
${PARTIES.map((party, at) => `  - { id: ${party.id}, name: ${party.name}, short: ${party.short}, term: ${slugOf(nameOf(at))}, colour: ${party.colour} }`).join('\n')}
`;

/** What stands above a list has no notes. */
const lead = (title: string) =>
  `---\ntitle: ${title}\ndescription: ${title} was generated.\n---\n\n${new Writer(title.length).prose(60)}\n`;
const page = (title: string) => `${lead(title).trimEnd()}[^paper]\n\n[^paper]: [A paper](../sources/source-0.md).\n`;

/** A date of one of the several precisions, from 30 years before the key moment to two years after it. */
function date(at: number, writer: Writer): string {
  if (at === 0) return '1998-12-30T15:35-05:00/1998-12-30T16:25-05:00';
  const days = writer.random() < 0.15 ? writer.below(700) : -Math.floor(11_000 * writer.random() ** 3);
  const day = new Date(Date.UTC(1998, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
  return writer.pick([day, day, day, day, `${day}~`, day.slice(0, 7), day.slice(0, 4)]);
}

const noted = (text: string, at: number, size: Size) =>
  `${text}[^paper]\n\n[^paper]: [A paper](../sources/${sourceOf(at, size)}.md), page ${1 + (at % 40)}.\n`;

const termLink = (at: number, size: Size) =>
  `[${nameOf(at % size.terms)}](../glossary/${slugOf(nameOf(at % size.terms))}.md)`;

function source(at: number, writer: Writer): string {
  return `---
title: ${writer.phrase(7)}
publisher: The ${nameOf(at % 90)} Paper
date: ${date(at + 1, writer).slice(0, 4)}
address: https://example.org/${at}
type: ${SOURCE_TYPES[at % SOURCE_TYPES.length]}
language: en
read: whole
---
`;
}

function term(at: number, size: Size, writer: Writer): string {
  const text = writer.prose(140, (sentence) =>
    sentence === 3
      ? { link: `[in those days](../timeline/event-${(at * 2) % size.events}.md)` }
      : sentence === 6
        ? { link: termLink(at + 1, size) }
        : {},
  );
  return `---
title: ${nameOf(at)}
kind: ${TERM_KINDS[at % TERM_KINDS.length]}
definition: ${writer.sentence(26)}
---

${noted(text, Math.floor((at * 3) / 4), size)}`;
}

function event(at: number, size: Size, writer: Writer): string {
  const own = Math.floor((at * 2) / 3);
  const text = writer.prose(120, (sentence) => (sentence % 3 === 1 ? { link: termLink(own + sentence, size) } : {}));
  return `---
title: ${writer.phrase(7)}
date: ${date(at, writer)}
place: ${nameOf(at % 50)}
strand: ${STRANDS[at % STRANDS.length]}
actors: [${slugOf(nameOf(own % size.terms))}]
brief: ${writer.sentence(20)}
---

${noted(text, Math.floor(at / 2), size)}`;
}

function demand(at: number, size: Size, writer: Writer): string {
  const position = (status: string) =>
    `{ status: ${status}, date: 1998-12, text: ${writer.sentence(24)}, sources: [${sourceOf(at, size)}] }`;
  return `---
title: ${writer.phrase(4)}
order: ${at + 1}
asks: ${writer.sentence(22)}
articles: [draft-1/article-${1 + (at % Math.floor(size.articles / 2))}]
positions:
  league: ${position(ANSWERS[at % (ANSWERS.length - 1)] ?? 'open')}
  union: ${position('stated')}
---

${noted(writer.prose(120), at, size)}`;
}

function draft(at: number, writer: Writer): string {
  return `---
title: The ${at === 0 ? 'first' : 'second'} draft
official_title: ${writer.phrase(12)}
short: Draft ${at + 1}
order: ${at + 1}
date: 1998-12-17
parties: [league, union]
source: source-${at}
brief: ${writer.sentence(40)}
---

${writer.prose(100)}
`;
}

function article(number: number, size: Size, writer: Writer): string {
  return `---
title: ${writer.phrase(5)}
number: ${number}
binds: [league]
demands: [demand-${number % size.demands}]
brief: ${writer.sentence(24)}
answer: { status: rejected, date: 1998-12-30, brief: ${writer.sentence(14)} }
---

## What it says

${noted(writer.prose(150), number, size).replace('../sources', '../../sources')}`;
}
