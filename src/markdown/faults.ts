import type { Node } from 'unist';
import type { VFile } from 'vfile';
import reporter from 'vfile-reporter';

/** A place in a file: a syntax node, or a line counted from 1. */
type Place = Node | { line: number; column?: number };

/** Records a fault that stops the build, at its place in the file. Work goes on, so that all faults are found at once. */
export function fault(file: VFile, reason: string, place?: Place): void {
  const point = place && 'line' in place ? { line: place.line, column: place.column ?? 1 } : place?.position;
  file.message(reason, { place: point ?? { line: 1, column: 1 } }).fatal = true;
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
