import { runSteps } from './check/steps.ts';
import { entry } from './entry.ts';

await entry(async () => {
  const { failed } = await runSteps();
  process.exitCode = failed ? 1 : 0;
});
