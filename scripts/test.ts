import { runSteps } from './check/steps.ts';
import { runTests } from './check/vitest.ts';
import { entry } from './entry.ts';

await entry(async () => {
  const steps = await runSteps();
  const tests = await runTests(process.argv.slice(2));
  const failed = steps.failed + tests.failed;
  const skipped = tests.skipped ? `, ${tests.skipped} skipped` : '';
  process.exitCode = failed ? 1 : 0;
  for (const failure of [...steps.failures, ...tests.failures]) console.log(`FAILED ${failure}`);
  console.log(`${steps.passed + tests.passed} passed, ${failed} failed${skipped}`);
});
