import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, expect, test } from 'vitest';
import { movableClock } from './clock.ts';

const SAYS_THE_TIME = "process.stdin.on('data', () => console.log(Date.now()))";
const DAY = 86_400_000;

const clock = movableClock();
afterAll(() => clock?.remove());

test.skipIf(clock === undefined)('the clock of a running process moves, ahead and back', async () => {
  const child = spawn(process.execPath, ['-e', SAYS_THE_TIME], { env: { ...process.env, ...clock?.env } });
  const days = async () => {
    child.stdin.write('?');
    const [said] = await once(child.stdout, 'data');
    return Math.round((Number(said) - Date.now()) / DAY) || 0; // not -0
  };
  const seen = [await days()];
  for (const moved of [126, -28, 0]) {
    clock?.moveBy(moved * DAY);
    seen.push(await days());
  }
  child.stdin.end();
  await once(child, 'close'); // in order: killed, libfaketime would leave its shared memory behind
  expect(seen).toEqual([0, 126, -28, 0]);
});
