import leven from 'leven';

/** Longer texts are not misspelt names, and would take long to compare. */
const MAX_LENGTH = 150;

/** The candidate most like `name`, or undefined when none is near enough to be what the writer meant. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > MAX_LENGTH) return undefined;
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = distanceBetween(name.toLowerCase(), candidate.toLowerCase());
    if (!best || distance < best.distance) best = { candidate, distance };
  }
  return best && best.distance <= Math.max(2, name.length * 0.4) ? best.candidate : undefined;
}

/** Edit distance, but a name that holds the other whole (`brook` in `ada-brook`) counts as near. */
function distanceBetween(name: string, candidate: string): number {
  if (name.length > 3 && candidate.includes(name)) return 1;
  return leven(name, candidate);
}

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
