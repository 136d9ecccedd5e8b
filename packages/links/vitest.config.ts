import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { name: 'links', include: ['src/**/*.test.ts'] } });
