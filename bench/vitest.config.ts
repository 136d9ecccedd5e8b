import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: { name: 'bench', include: ['**/*.test.ts'], testTimeout: 60_000 },
});
