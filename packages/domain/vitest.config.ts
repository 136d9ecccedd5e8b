import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'domain',
    include: ['src/**/*.test.ts'],
    // Pure functions keep nothing that another file could find: they share a process.
    isolate: false,
    // Properties look at hundreds of random salons: on a busy machine more than the five seconds there are of itself.
    testTimeout: 60_000,
  },
});
