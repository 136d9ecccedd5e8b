import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Most tests wait for a database, a browser or a clock: one file at a time leaves half of two cores idle.
    maxWorkers: 2,
    projects: [
      'packages/*/vitest.config.ts',
      'apps/*/vitest.config.ts',
      'scripts/vitest.config.ts',
      'prisma/seed/vitest.config.ts',
      'proof/vitest.config.ts',
      'e2e/vitest.config.ts',
      { root: './bench', test: { name: 'bench', include: ['**/*.test.ts'] } },
    ],
  },
});
