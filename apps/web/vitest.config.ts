import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'web',
    include: ['src/**/*.test.ts', 'build/**/*.test.ts', 'size/**/*.test.ts'],
    // Small files of pure functions: a process for each costs more than they do.
    isolate: false,
    // On a busy machine what takes milliseconds may take seconds; of itself a poll would give up after one.
    testTimeout: 30_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
