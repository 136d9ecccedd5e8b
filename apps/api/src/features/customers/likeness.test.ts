import { expect, test } from 'vitest';
import { slipsBetween } from './likeness.ts';

test.each([
  ['petersen', ' jonas petersen ', 0],
  ['pete', ' jonas petersen ', 0],
  ['petresen', ' jonas petersen ', 1],
  ['jnoas petersen', ' jonas petersen ', 1],
  ['pettrsen', ' jonas petersen ', 1],
  ['shroter', ' dieter schroder schroder ', 2],
  ['elais', ' elias horn ', 1],
  ['elais', ' elif horn ', undefined],
  ['mia', ' maria horn ', undefined],
  ['petersen anna', ' jonas petersen ', undefined],
  ['qwertz', ' jonas petersen ', undefined],
])('%s, and there is%s: %s slips', (sought, called, slips) => {
  expect(slipsBetween(sought, called)).toBe(slips);
});
