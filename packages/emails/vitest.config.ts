import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: { name: 'emails', include: ['src/**/*.test.ts'] },
});
