/** A stream of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Plain words, so that what is generated compresses and breaks into lines as English does. */
const WORDS =
  `the of and to in a was that on for it with as by at from which had were not but this they be their one two or
when who been said after before would could there into over under between against about more most than other some only
first last next new old long short great small open closed early late public common local river bridge town harbour
market council mayor clerk letter treaty meeting winter summer spring autumn morning evening week month year century
road railway canal mill farm forest island valley border customs toll tax price wage bread grain coal iron salt cloth
ship ferry lock sluice dam flood storm drought harvest school church court prison hospital newspaper printer editor
reader witness lawyer judge engineer surveyor teacher doctor soldier guard captain minister envoy party vote election
promise offer answer demand claim dispute agreement article clause word sentence account record minute page map plan
survey report speech silence question reason cause result change loss gain debt loan share trade strike protest crowd
asked told wrote read signed refused accepted built closed opened moved stayed returned left crossed measured counted
sold bought paid lent gave took held kept lost found began ended followed led sent brought carried met spoke waited
agreed warned feared hoped planned tried failed fell rose grew shrank turned stood remained appeared proved showed`.split(
    /\s+/,
  );

const SYLLABLES = [
  'al',
  'bren',
  'cor',
  'da',
  'el',
  'fen',
  'gar',
  'hol',
  'is',
  'jor',
  'kel',
  'lun',
  'mor',
  'nes',
  'ol',
  'per',
  'quin',
  'ros',
  'sel',
  'tam',
];

/** A name that no other number has: `Cor Mornes` is number 50. */
export function nameOf(number: number): string {
  const digits = [
    number % 20,
    Math.floor(number / 20) % 20,
    Math.floor(number / 400) % 20,
    Math.floor(number / 8000) % 20,
  ];
  const [first = '', second = '', third = '', fourth = ''] = digits.map((digit) => SYLLABLES[digit] ?? '');
  return `${capital(`${first}${fourth === 'al' ? '' : fourth}`)} ${capital(`${second}${third}`)}`;
}

/** A name as a part of an address. */
export const slugOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Makes text out of a stream of numbers. */
export class Writer {
  readonly random: () => number;

  constructor(seed: number) {
    this.random = randomFrom(seed);
  }

  /** A whole number from 0 up to `below`, which it never is. */
  below(below: number): number {
    return Math.floor(this.random() * below);
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('there is nothing to pick from');
    return item;
  }

  words(count: number): string[] {
    return Array.from({ length: count }, () => this.pick(WORDS));
  }

  /** So many words with a capital and no stop. */
  phrase(count: number): string {
    return capital(this.words(count).join(' '));
  }

  sentence(count: number): string {
    return `${this.phrase(count)}.`;
  }

  /** Text of about `count` words; `weave` gives what a sentence links within, and what stands behind its stop. */
  prose(count: number, weave: (at: number) => { link?: string; note?: string } = () => ({})): string {
    const sentences: string[] = [];
    for (let written = 0; written < count;) {
      const length = 9 + this.below(12);
      const { link, note } = weave(sentences.length);
      const words = this.words(length);
      if (link !== undefined) words.splice(1 + this.below(length - 1), 0, link);
      sentences.push(`${capital(words.join(' '))}.${note === undefined ? '' : `[^${note}]`}`);
      written += length;
    }
    return sentences.join(' ');
  }
}
