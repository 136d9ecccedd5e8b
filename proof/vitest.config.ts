import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'proof',
    include: ['**/*.test.ts'],
    globalSetup: ['../packages/db/src/test/postgres.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
