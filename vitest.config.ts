import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Unit tests stand beside their modules; what only the whole site can show stands in tests/.
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    reporters: ['default', ['json', { outputFile: '.cache/test-report.json' }]],
  },
});
