import leven from 'leven';

/** Longer texts are not misspelt names, and would take long to compare. */
const MAX_LENGTH = 150;

/** So large a part of a name may be mistaken: in less than seven letters one, in ten three. */
const MISTAKEN = 0.3;

/** So much of the letters of a name that has several words must be in words of another, where more is mistaken. */
const SHARED = 0.6;

/** The candidate most like `name`, or undefined when none is near enough to be what the writer meant. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > MAX_LENGTH) return undefined;
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = distanceBetween(name.toLowerCase(), candidate.toLowerCase());
    if (distance < (best?.distance ?? Infinity)) best = { candidate, distance };
  }
  return best?.candidate;
}

/**
 * Edit distance, with two letters that changed places as one mistake; Infinity when more is mistaken than of a name can
 * be. Folders and endings that both have say nothing of how near they are. The same file in another folder is near, and
 * so is a name that begins with the other or has it among its words: `ada-brook` for `brook`. The farthest are those
 * that only share most of their words: `was-it-a-video-call` for `was-it-video`.
 */
function distanceBetween(name: string, candidate: string): number {
  const [own, other] = [baseNameOf(name), baseNameOf(candidate)];
  const isPart = own.length > 3 && (other.startsWith(own) || spaced(other).includes(spaced(own)));
  if (own === other || isPart) return name === candidate ? 0 : 1;
  const distance = leven(own, other) + leven(folderOf(name), folderOf(candidate));
  if (distance === 2 && sorted(own) === sorted(other)) return 1;
  const longer = Math.max(own.length, other.length);
  if (distance <= Math.max(Math.min(longer - 2, 1), Math.floor(longer * MISTAKEN))) return distance;
  return sharedLetters(own, other) > SHARED ? longer : Infinity;
}

/** The part of the letters of two names of several words that is in words of both. */
function sharedLetters(name: string, other: string): number {
  const [words, others] = [wordsIn(name), wordsIn(other)];
  const shared = [...words].filter((word) => others.has(word));
  return shared.length < 2 ? 0 : lettersIn(shared) / Math.max(lettersIn(words), lettersIn(others));
}

/** The name of a file, without its folder and ending; the folder; and its words with a space on each side. */
const baseNameOf = (path: string): string => /([^/]*?)(?:\.[a-z]+)?\/?$/.exec(path)?.[1] ?? path;
const folderOf = (path: string): string => /^.*\/(?=.)/.exec(path)?.[0] ?? '';
const spaced = (name: string): string => ` ${name.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
const wordsIn = (name: string): ReadonlySet<string> => new Set(spaced(name).trim().split(' '));
const lettersIn = (words: Iterable<string>): number => [...words].join('').length;
const sorted = (text: string): string => [...text].sort().join('');

/** At most so many candidates are listed. */
const MOST_LISTED = 20;

/** Like `hint`, of a short list: if none is near, all of them are named. */
export function hintOrAll(name: string, candidates: Iterable<string>): string {
  const all = [...candidates];
  const near = hint(name, all);
  return near !== '' || all.length === 0 || all.length > MOST_LISTED ? near : `; write one of ${all.join(', ')}`;
}

/** The end of a message to the writer: “; did you mean “X”?”, or nothing if no candidate is near. */
export function hint(name: string, candidates: Iterable<string>): string {
  const found = nearest(name, candidates);
  return found === undefined ? '' : `; did you mean “${found}”?`;
}
