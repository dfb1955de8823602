/** In milliseconds. Who waits hears this often how far the work is. */
const EVERY = 5000;

/**
 * Tells how far long work is: what is done, of how much, and about how long the rest takes. The function that it
 * returns is called after each piece.
 */
export function progress(total: number, say: (text: string) => void): () => void {
  const start = performance.now();
  let said = start;
  let done = 0;
  return () => {
    done += 1;
    const now = performance.now();
    if (now - said < EVERY || done === total) return;
    said = now;
    const left = Math.ceil((((now - start) / done) * (total - done)) / 1000);
    say(`${done} of ${total}, about ${left} s left`);
  };
}

/**
 * What a build says when such work is done: how many things there are, and how many of them are made now; the others
 * are in the cache. `made` is the word for what is done to one: `drawn`.
 */
export function summary(things: { one: string; many: string; made: string }, all: number, now: number, start: number) {
  const named = counted(all, things.one, things.many);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (now === 0) return `${named}, all ${things.made} before and taken from the cache`;
  const others = now === all ? '' : `, the other ${all - now} taken from the cache`;
  return `${named}: ${now} ${things.made} in ${seconds} s${others}`;
}

/** A number with what it counts. */
export const counted = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
