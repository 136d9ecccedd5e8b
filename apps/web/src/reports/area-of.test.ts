import { expect, test } from 'vitest';
import { areaOf } from './area-of.ts';

test.each([
  ['/s/elbe', 'booking'],
  ['/s/elbe/lost-link', 'lost-link'],
  ['/b/token', 'manage'],
  ['/desk/elbe/calendar', 'calendar'],
  ['/desk/elbe/customers/018f', 'customers'],
  ['/desk/sign-in', 'account'],
  ['/desk/reset/abcdef', 'account'],
  ['/desk', 'account'],
  ['/', 'page'],
])('%s belongs to %s', (path, area) => {
  expect(areaOf(path)).toBe(area);
});
