import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Vitest leaves one core to itself, which of two is half the machine. Each file has a database, ports and salons of its
    // own, and most of them wait (for PostgreSQL, a browser, a mail server) longer than they compute.
    maxWorkers: Math.max(2, availableParallelism() - 1),
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
