import { expect, test } from 'vitest';
import { faultOfDisk } from './faults.ts';

const errorOf = (code: string, path?: string) => Object.assign(new Error(code), { code, path });

test('a disk that takes no file is told in words, and any other error is not', () => {
  expect(faultOfDisk(errorOf('EROFS', 'my-story/addresses.txt.1234567'))).toBe(
    'my-story/addresses.txt cannot be written: its disk can only be read',
  );
  expect(faultOfDisk(errorOf('EACCES', 'dist'))).toBe('dist cannot be written: this user may not write there');
  expect(faultOfDisk(errorOf('ENOSPC'))).toBe('a file cannot be written: its disk is full');
  expect(faultOfDisk(errorOf('ENOENT', 'dist'))).toBeUndefined();
  expect(faultOfDisk(new TypeError('no'))).toBeUndefined();
});
