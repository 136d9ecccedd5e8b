import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'api',
    include: ['src/**/*.test.ts'],
    globalSetup: ['../../packages/db/src/test/postgres.setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Whoever waits for another connection waits for the machine too; of itself it would give up after one second.
    expect: { poll: { timeout: 20_000 } },
  },
});
