import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      'packages/*/vitest.config.ts',
      'apps/*/vitest.config.ts',
      'scripts/vitest.config.ts',
      'prisma/seed/vitest.config.ts',
      'proof/vitest.config.ts',
      'e2e/vitest.config.ts',
      'ops/vitest.config.ts',
      'bench/vitest.config.ts',
    ],
  },
});
