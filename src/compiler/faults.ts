import type { Node } from 'unist';
import type { VFile } from 'vfile';
import reporter from 'vfile-reporter';
import { legible } from './characters.ts';

/** A place in a file: a syntax node, or a line counted from 1. */
type Place = Node | { line: number; column?: number };

/** How many faults of one file are told; who mends them sees the others. */
const MAX_FAULTS = 50;

/**
 * Records a fault that stops the build, at its place in the file. Work goes on, so that all faults are found at once.
 * What the reason quotes is cut and made legible. A reason that takes time to find is given as a function.
 */
export function fault(file: VFile, reason: string | (() => string), place?: Place): void {
  if (file.messages.length > MAX_FAULTS) return;
  const point = place && 'line' in place ? { line: place.line, column: place.column ?? 1 } : place?.position;
  const told =
    file.messages.length === MAX_FAULTS
      ? 'there are more faults in this file; mend these first'
      : typeof reason === 'string'
        ? reason
        : reason();
  const last = file.messages.at(-1);
  const fresh = file.message(tell(told), { place: point ?? { line: 1, column: 1 } });
  fresh.fatal = true;
  // A parser that has lost its way says the same again and again.
  if (last?.reason === fresh.reason && last.line === fresh.line && last.column === fresh.column) file.messages.pop();
}

function tell(reason: string): string {
  const short = reason.replace(/“([^”]{150})[^”]+”/g, '“$1…”');
  return legible(short.length > 1000 ? `${short.slice(0, 1000)}…` : short);
}

/** Thrown when content has faults. Its message is the report for the writer: file, line and what is wrong, for each. */
export class ContentError extends Error {
  override name = 'ContentError';

  readonly files: readonly VFile[];

  constructor(files: readonly VFile[]) {
    super(`The content has faults; nothing was published.\n\n${reporter([...files], { color: false, quiet: true })}\n`);
    this.files = files;
    // The report names the places that matter; a trace through the compiler would hide them.
    this.stack = `${this.name}: ${this.message}`;
  }
}
