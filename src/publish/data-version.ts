import { createHash } from 'node:crypto';

/** The version of a file of data: another one whenever anything in it is another, and else the same. */
export const versionOf = (data: unknown): string =>
  createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 12);
