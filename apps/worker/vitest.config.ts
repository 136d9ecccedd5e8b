import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'worker',
    include: ['src/**/*.test.ts'],
    globalSetup: ['../../packages/db/src/test/postgres.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
