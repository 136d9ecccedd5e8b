import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'e2e',
    include: ['**/*.test.ts'],
    globalSetup: ['product/product.setup.ts'],
    // A story is a browser, an API, a worker and a database at once; on a busy machine each takes its time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // As patient as with a page (PATIENCE_MS); of itself it would give up after one second.
    expect: { poll: { timeout: 30_000 } },
  },
});
