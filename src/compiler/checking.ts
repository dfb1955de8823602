import type { VFile } from 'vfile';
import { pathOf, type Target } from '../story/addresses.ts';
import type { When } from '../story/dates.ts';
import { fault } from './faults.ts';

/** A place in front matter: the names of fields and the positions in lists that lead to it. */
export type Path = readonly PropertyKey[];

/** A place in front matter as a writer counts it, from 1: `offices.1.title`. */
export const fieldName = (path: Path): string =>
  path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join('.');

/** A content file, and a function that finds the line of a field, so that a fault is reported there. */
export interface FileWithLines {
  file: VFile;
  lineOf: ((path: Path) => number) | undefined;
}

/** Records a fault at a place in the front matter of a file; what is told begins with the name of the field. */
export function faultAt({ file, lineOf }: FileWithLines, path: Path, reason: string): void {
  const name = path.length > 0 ? `${fieldName(path)}: ` : '';
  fault(file, name + reason, { line: lineOf?.(path) ?? 1 });
}

/** The line on which the text of a file begins; its last one where it has none. */
export function lineOfText(file: VFile): number {
  const from = file.data.blocks?.[0]?.from;
  return typeof from === 'number' ? from : String(file).trimEnd().split('\n').length;
}

/** Whether a date is written as a range. */
export const isRange = ({ edtf }: When): boolean => edtf.includes('/');

/** What is wrong with a range where a day, month or year is meant on which something began or ended. */
export const NO_RANGE = ({ edtf }: When): string => {
  const [from, until] = edtf.split('/');
  return `${edtf} is a range; write from: ${from}, until: ${until}`;
};

/** Records such a fault in a content file. */
export type Report = (target: Target, path: Path, reason: string) => void;

/** A function that records faults in some files, given by their paths. */
export const reporter =
  (files: ReadonlyMap<string, FileWithLines>): Report =>
  (target, path, reason) => {
    const file = files.get(pathOf(target));
    if (file) faultAt(file, path, reason);
  };

/** All groups and lists in front matter, with where they are. */
export function* walk(value: unknown, path: Path = []): Generator<{ value: object; path: Path }> {
  if (typeof value !== 'object' || value === null) return;
  yield { value, path };
  for (const [key, inner] of Object.entries(value))
    yield* walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** All references to other content files in front matter. */
export function* referencesIn(data: unknown): Generator<{ target: Target; path: Path }> {
  for (const { value, path } of walk(data))
    if ('collection' in value && 'id' in value) yield { target: value as Target, path };
}
