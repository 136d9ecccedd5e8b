import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'seed',
    include: ['**/*.test.ts'],
    globalSetup: ['../../packages/db/src/test/postgres.setup.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
