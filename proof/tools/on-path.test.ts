import { expect, test } from 'vitest';
import { onPath } from './on-path.ts';

test.each([
  ['sh', /\/sh$/],
  ['a-program-that-nobody-has', undefined],
])('finds %s', (program, path) => {
  const found = onPath(program);
  if (path === undefined) expect(found).toBeUndefined();
  else expect(found).toMatch(path);
});
