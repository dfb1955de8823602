import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The files below a folder, by their paths from it with `/` between the parts, sorted. */
export function filesIn(folder: string): string[] {
  // With types, because Node otherwise asks of each name again whether it is a folder.
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)).replaceAll(path.sep, '/'))
    .sort();
}

/** A copy of a text that was cut from a file: V8 keeps the whole file in memory for as long as a part of it is held. */
export const ownText = (text: string): string => Buffer.from(text).toString();
