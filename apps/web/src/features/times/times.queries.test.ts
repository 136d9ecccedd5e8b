import { expect, test } from 'vitest';
import { windowsOf } from './times.queries.ts';

const TODAY = '2026-11-22';

test.each([
  ['this week', '2026-11-22', '2026-11-28', ['2026-11-22']],
  ['over the end of a window', '2026-12-01', '2026-12-08', ['2026-11-22', '2026-12-06']],
  ['Christmas alone', '2026-12-24', '2026-12-24', ['2026-12-20']],
  ['before today', '2026-11-01', '2026-11-20', ['2026-11-22']],
])('%s is read in whole fortnights counted from today', (_what, from, to, windows) => {
  expect(windowsOf(TODAY, from, to)).toEqual(windows);
});
