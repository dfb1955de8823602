import { expect, test } from 'vitest';
import { writeSchemas } from './desk.ts';

test.skipIf(process.platform !== 'linux')(
  'a disk that takes no schemas does not stop a check of the story',
  async () => {
    // A disk of the kernel takes no folder from anybody.
    await expect(writeSchemas('/sys/kernel/story')).resolves.toBeUndefined();
  },
);
