import { defineConfig } from 'vitest/config';

/** The tests that say what each rule is, without the random ones: mutants meet the same tests in every run. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'domain',
    include: ['src/**/*.test.ts'],
    exclude: ['src/visit/slots.oracle.test.ts', 'src/visit/slots.property.test.ts'],
  },
});
