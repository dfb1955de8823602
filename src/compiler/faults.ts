import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { legible } from './characters.ts';

/** A place in a file: a syntax node, or a line counted from 1. */
type Place = Node | { line: number; column?: number };

/** At most so many faults of one file are reported, so that the report stays readable. */
const MAX_FAULTS = 50;

/**
 * Records a fault that stops the build, at its place in the file. Work goes on, so that all faults are found at once.
 * What the reason quotes is cut and made legible. A reason that takes time to find is given as a function.
 */
export function fault(file: VFile, reason: string | (() => string), place?: Place): void {
  if (file.messages.length > MAX_FAULTS) return;
  const point = place && 'line' in place ? { line: place.line, column: place.column ?? 1 } : place?.position;
  const text =
    file.messages.length === MAX_FAULTS
      ? 'there are more faults in this file; mend these first'
      : typeof reason === 'string'
        ? reason
        : reason();
  const last = file.messages.at(-1);
  const message = file.message(shorten(text), { place: point ?? { line: 1, column: 1 } });
  message.fatal = true;
  // After an error a parser can repeat the same message at the same place; one is enough.
  if (last?.reason === message.reason && last.line === message.line && last.column === message.column)
    file.messages.pop();
}

/** The place of a character in a file, by its index. */
export function placeAt(file: VFile, offset: number): { line: number; column: number } {
  const before = String(file).slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function shorten(reason: string): string {
  const short = reason.replace(/“([^”]{150})[^”]+”/g, '“$1…”');
  return legible(short.length > 1000 ? `${short.slice(0, 1000)}…` : short);
}

/** An error for whoever writes or publishes the story: its message says all that helps. */
export class WriterError extends Error {
  override name = 'WriterError';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    // Astro prints the message alone if there is no stack trace, which would bury it.
    this.stack = '';
  }
}

/** Why a disk does not take a file, by the code of the error. */
const NOT_TAKEN: Partial<Record<string, string>> = {
  EROFS: 'its disk can only be read',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  ENOSPC: 'its disk is full',
  EDQUOT: 'this user has no more room on its disk',
};

/** What to tell of a file that could not be written; undefined of any other error. */
export function faultOfDisk(error: unknown): string | undefined {
  const { code = '', path = 'a file' } = error as NodeJS.ErrnoException;
  const reason = NOT_TAKEN[code];
  // What is to be whole or not there is written beside its place first, with a number after its name.
  return reason === undefined ? undefined : `${path.replace(/\.\d+$/, '')} cannot be written: ${reason}`;
}

/** Ends the process with an error for the writer, which stands alone; any other error is thrown on. */
export function exitWith(error: unknown): never {
  const message = error instanceof WriterError ? error.message : faultOfDisk(error);
  if (message === undefined) throw error;
  console.error(message);
  process.exit(1);
}

/**
 * Thrown when content has faults. Its message is the report for the writer: file, line and what is wrong, for each, and
 * then advice that is longer than a line.
 */
export class ContentError extends WriterError {
  override name = 'ContentError';

  readonly files: readonly VFile[];

  constructor(files: readonly VFile[], advice?: string) {
    super(
      ['The content has faults; nothing was published.', ...reportOf(files), ...(advice ? [advice] : [])].join('\n\n'),
    );
    this.files = files;
  }
}

/** A paragraph for each file that has faults, with its faults by line, and how many there are in all. */
export function reportOf(files: readonly Pick<VFile, 'path' | 'messages'>[]): string[] {
  const faulty = files.filter(({ messages }) => messages.length > 0).sort((a, b) => (a.path < b.path ? -1 : 1));
  const ofFile = ({ path, messages }: Pick<VFile, 'path' | 'messages'>) => {
    const rows = messages
      .map(({ line = 1, column = 1, reason }) => ({ line, column, reason }))
      .sort((a, b) => a.line - b.line || a.column - b.column);
    const width = Math.max(...rows.map(({ line, column }) => `${line}:${column}`.length));
    return [path, ...rows.map(({ line, column, reason }) => `${`${line}:${column}`.padEnd(width)} error ${reason}`)];
  };
  const count = faulty.reduce((sum, { messages }) => sum + messages.length, 0);
  return [...faulty.map((file) => ofFile(file).join('\n')), `✖ ${count} error${count === 1 ? '' : 's'}`];
}
