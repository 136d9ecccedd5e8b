import { spawnSync } from 'node:child_process';

/** Whether a program is there; if not, the tests that need it are skipped, and say so. */
export function installed(program: string): boolean {
  const found = spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
  if (!found) console.warn(`NOT TESTED: ${program} is not installed, so what needs it was not run.`);
  return found;
}
