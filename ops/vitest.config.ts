import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  // The product is started whole, and watched by a real Prometheus: patient on a busy machine.
  test: { name: 'ops', include: ['**/*.test.ts'], testTimeout: 120_000, hookTimeout: 180_000 },
});
