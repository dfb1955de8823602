import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { smallFolder, smallText } from '../support/small-story.ts';

/** Plain words, so that what is generated compresses and breaks into lines as English does. */
const WORDS =
  `the of and to in a was that on for it with as by at from which had were not but this they be their one two or
when who been said after before would could there into over under between against about more most than other
some only first last next new old long short great small open closed early late public common local river
bridge town harbour market council mayor clerk letter treaty meeting winter summer spring autumn morning
evening week month year century road railway canal mill farm forest island valley border customs toll tax
price wage bread grain coal iron salt cloth ship ferry flood storm harvest school church court prison hospital
newspaper printer editor reader witness lawyer judge engineer teacher doctor promise offer answer demand claim
dispute agreement article clause word sentence account record minute page map plan`.split(/\s+/);

/** A stream of numbers below `end` that is the same for every run. */
function numbers(seed: number): (end: number) => number {
  let state = seed * 48_271 + 1;
  return (end) => (state = (state * 48_271) % 2_147_483_647) % end;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Writes the small story with so many explainers more, each of 1,800 words in six sections, and with 6 events, 4 terms
 * and 3 sources for each, all of which link each other. The folder is emptied first.
 */
export function writeGeneratedStory(folder: string, explainers: number): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(smallFolder, folder, { recursive: true });
  rmSync(path.join(folder, 'addresses.txt'));
  const [events, terms, sources] = [explainers * 6, explainers * 4, explainers * 3];
  const write = (kind: string, count: number, text: (at: number, below: (end: number) => number) => string) => {
    mkdirSync(path.join(folder, kind), { recursive: true });
    for (let at = 0; at < count; at += 1)
      writeFileSync(path.join(folder, `${kind}/made-${at}.md`), text(at, numbers(at * 7 + kind.length)));
  };
  const words = (below: (end: number) => number, count: number) =>
    capital(Array.from({ length: count }, () => WORDS[below(WORDS.length)]).join(' '));
  /** So many sentences of twelve words, most with a link to something near, the last with a note. */
  const prose = (at: number, below: (end: number) => number, sentences: number) => {
    const near = (count: number, share: number) => (at * share + below(share * 3)) % count;
    const sentence = () => {
      const term = `[${words(below, 2)}](../glossary/made-${near(terms, 4)}.md)`;
      const event = `[${words(below, 2)}](../timeline/made-${near(events, 6)}.md)`;
      return `${words(below, 5)} ${[term, event, 'so'][below(3)]} ${words(below, 5).toLowerCase()}.`;
    };
    return `${Array.from({ length: sentences }, sentence).join(' ')}[^note]`;
  };
  const note = (at: number) => `\n\n[^note]: [The Gazette](../sources/made-${at % sources}.md), page 2.\n`;

  write('sources', sources, (at, below) =>
    smallText('sources/gazette-1904-05-03.md')
      .replace(/(?<=title: ).*/, words(below, 6))
      .replace(/(?<=address: .*)$/m, `-${at}`),
  );
  write('glossary', terms, (at, below) => {
    const text = prose(at, below, 11);
    const fields = `title: ${words(below, 2)} ${at}\nkind: idea\ndefinition: ${words(below, 26)}.`;
    return `---\n${fields}\n---\n\n${text}${note(at)}`;
  });
  write('timeline', events, (at, below) => {
    const date = `19${10 + below(80)}-${10 + below(3)}-${10 + below(18)}`;
    const fields = `date: ${date}\nplace: ${words(below, 1)}\nstrand: works\nactors: [made-${at % terms}]`;
    const text = prose(at, below, 9);
    return `---\ntitle: ${words(below, 6)}\n${fields}\nbrief: ${words(below, 20)}.\n---\n\n${text}${note(at)}`;
  });
  write('explainers', explainers, (at, below) => {
    const section = () =>
      [`## ${words(below, 3)} ${below(1e6)}`, ...[1, 2, 3, 4].map(() => prose(at, below, 6))].join('\n\n');
    const text = Array.from({ length: 6 }, section).join('\n\n');
    const fields = `question: ${words(below, 11)}?\nbrief: ${words(below, 40)}.\norder: ${at + 10}`;
    return `---\ntitle: About ${words(below, 2)} ${at}\n${fields}\n---\n\n${text}${note(at)}`;
  });
}
