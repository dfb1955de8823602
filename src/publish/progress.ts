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
